import { beside, clockIn, clockOut, get, list, openCard, refusal, remove } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { deleteChecks } from './delete.ts';

const gone = { response: refusal(404) };

const rows: readonly Row[] = [
  {
    requirement: 'TC-DELETE-001',
    violated: [clockIn(), remove(openCard, { response: { status: 200, body: openCard } })],
    pointer: 'status',
    holds: [clockIn(), remove(openCard)],
    silent: [clockIn(), remove(openCard, { fault: 'reset' }), remove(openCard, gone)],
  },
  {
    requirement: 'TC-DELETE-002',
    violated: [clockIn(), remove(openCard), get(openCard)],
    pointer: 'status',
    holds: [clockIn(), get(openCard), remove(openCard), list([openCard]), get(openCard, {}, gone)],
    // Where no get was ever answered, there may be none.
    silent: [
      clockIn(),
      remove(openCard, { response: refusal(403) }),
      remove(openCard),
      get(openCard, {}, gone),
      get(openCard, {}, { response: refusal(401) }),
      get(openCard, {}, { response: refusal(503) }),
    ],
  },
  {
    requirement: 'TC-DELETE-003',
    violated: beside('delete', ['url:card', 'unknown'], { card: 'TCK_x' }),
    pointer: 'status',
    holds: beside('delete', ['url:card', 'unknown'], { card: 'TCK_x', ...gone }),
    silent: beside('get', ['url:card', 'unknown'], { card: 'TCK_x', ...gone }),
  },
  {
    requirement: 'TC-DELETE-004',
    violated: [clockIn(), remove(openCard), get(openCard, {}, gone), remove(openCard)],
    pointer: 'status',
    holds: [clockIn(), remove(openCard), get(openCard, {}, gone), remove(openCard, { response: refusal(410) })],
    // The first one, one that may not have arrived yet, one that may do nothing, two at a time, one that was broken off.
    silent: [
      clockIn(),
      remove(openCard),
      remove(openCard),
      get(openCard, {}, gone),
      remove(openCard, { response: refusal(403) }),
      remove(openCard, { intent: { overlaps: 'it' } }),
      remove(openCard, { fault: 'reset' }),
    ],
  },
  {
    requirement: 'TC-DELETE-004',
    name: 'that the server fails at',
    violated: [clockIn(), remove(openCard), get(openCard, {}, gone), remove(openCard, { response: refusal(500) })],
    pointer: 'status',
    holds: [clockIn(), remove(openCard), get(openCard, {}, gone), remove(openCard, gone)],
    silent: [clockIn(), remove(openCard), get(openCard, {}, gone), remove(openCard, { response: refusal(503) })],
  },
  {
    requirement: 'TC-DELETE-005',
    violated: [clockIn(), remove(openCard), get(openCard, {}, gone), clockOut()],
    pointer: 'status',
    holds: [clockIn(), remove(openCard), get(openCard, {}, gone), clockOut(gone)],
    // Not looked for yet, there again, refused for the body.
    silent: [
      clockIn(),
      remove(openCard),
      clockOut(),
      get(openCard),
      clockOut(),
      get(openCard, {}, gone),
      clockOut({ response: refusal(400) }),
      remove(openCard),
    ],
  },
];

describeChecks('delete', deleteChecks, rows);
