import { otherTeam } from '../test/exchanges.ts';
import { asControl, beside, clockIn, clockOut, get, openCard, refusal, remove } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { getChecks } from './get.ts';

const rows: readonly Row[] = [
  {
    requirement: 'TC-GET-001',
    violated: [clockIn(), get(openCard, { '/id': 'TCK_another' })],
    pointer: '/id',
    holds: [clockIn(), get(openCard)],
    // After a delete, even where a list still shows the card; with options; of no card at all.
    silent: [
      clockIn(),
      remove(openCard),
      get(openCard, {}, { response: refusal(404) }),
      get(openCard, {}, { query: '$select=state', response: { body: { state: 'clockedIn' } }, intent: false }),
      get(openCard, {}, { card: '$count', operation: 'unknown', response: { text: '3' }, intent: false }),
    ],
  },
  {
    requirement: 'TC-GET-001',
    name: 'not found',
    violated: [clockIn(), get(openCard, {}, { response: refusal(404) })],
    pointer: 'status',
    holds: [clockIn(), get(openCard)],
    silent: [clockIn(), clockOut({ fault: 'reset' }), get(openCard, {}, { fault: 'reset' })],
  },
  {
    requirement: 'TC-GET-001',
    name: 'no card',
    violated: [clockIn(), get(openCard, {}, { response: { body: [] } })],
    pointer: 'body',
    holds: [clockIn(), get(openCard)],
    silent: [clockIn(), get(openCard, {}, { fault: 'reset' })],
  },
  {
    requirement: 'TC-GET-002',
    violated: beside('get', ['url:card', 'unknown'], { card: 'TCK_x' }),
    pointer: 'status',
    holds: beside('get', ['url:card', 'unknown'], { card: 'TCK_x', response: refusal(404) }),
    silent: beside(
      'get',
      ['url:card', 'unknown'],
      { response: refusal(404) },
      { intent: asControl, response: refusal(404) },
    ),
  },
  {
    requirement: 'TC-GET-003',
    observed: beside('get', ['url:query', 'undocumentedOption'], {
      query: '$select=id',
      response: { body: { id: '1' } },
    }),
    value: '200, honoured',
    silent: [clockIn(), get(openCard)],
  },
  {
    requirement: 'TC-GET-004',
    violated: beside('get', ['url:team', 'other'], { team: otherTeam }),
    pointer: 'status',
    holds: beside('get', ['url:team', 'other'], { team: otherTeam, response: refusal(404) }),
    silent: beside('get', ['url:team', 'unknown'], { team: otherTeam, response: refusal(404) }),
  },
];

describeChecks('get', getChecks, rows);
