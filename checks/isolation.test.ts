import {
  beside,
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  createOf,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { changed, exchange, otherTeam, secondUser } from '../test/exchanges.ts';
import { isolationChecks } from './isolation.ts';

const note = { contentType: 'text', content: 'of another card' };
const seen = [create(), get(createdCard)] as const;
const seenAgain = [get(createdCard), get(createdCard)] as const;
const touched = get(createdCard, { '/notes': note });
const gone = { response: refusal(404) };

const theirs = { '/userId': secondUser };
const clockInForThem = clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, theirs);
const elsewhere = createOf(createBody, { '/id': 'TCK_elsewhere' }, { team: otherTeam });

/** Two breaks that the service named, in a card that clockIn made. */
function withBreaks(...breakIds: readonly string[]): typeof openCard {
  const event = openCard['clockInEvent'] ?? null;
  return changed(openCard, {
    '/breaks': breakIds.map((breakId) => ({ breakId, start: event, end: event, notes: null })),
  });
}

const rows: readonly Row[] = [
  {
    requirement: 'TC-ISOLATION-001',
    name: 'which is there',
    violated: [...seen, clockIn(), get(createdCard, {}, gone)],
    pointer: 'status',
    holds: [...seen, clockIn(), get(createdCard)],
    silent: [...seen, get(createdCard, {}, gone)],
  },
  {
    requirement: 'TC-ISOLATION-001',
    violated: [...seen, clockIn(), clockOut(), touched],
    pointer: '/notes',
    holds: [...seen, clockIn(), clockOut(), get(createdCard)],
    // Only reads; a write to the card itself, another user's, one in doubt; an unsettled first get; a get under way with a write.
    silent: [
      ...seen,
      touched,
      ...seenAgain,
      exchange({ operation: 'confirm', card: String(createdCard['id']) }),
      clockIn(),
      touched,
      ...seenAgain,
      clockInForThem,
      touched,
      ...seenAgain,
      clockOut({ fault: 'reset' }),
      touched,
      ...seenAgain,
      clockOut(),
      get(createdCard, { '/notes': note }, { intent: { overlaps: 'it' } }),
    ],
  },
  {
    requirement: 'TC-ISOLATION-001',
    name: 'where cards of one user may touch each other',
    violated: [
      clockIn(),
      get(openCard),
      create({}),
      get(openCard),
      get(openCard),
      remove(createdCard),
      get(openCard, { '/notes': note }),
    ],
    pointer: '/notes',
    holds: [...seen, clockIn(), clockOut({ response: refusal(400) }), get(createdCard)],
    // A card that begins beside an open one, or at the time of another.
    silent: [
      clockIn(),
      get(openCard),
      clockIn({ '/id': 'TCK_second' }),
      get(openCard, { '/state': 'clockedOut' }),
      create(),
      get(createdCard),
      createOf(createBody, { '/id': 'TCK_same_time' }),
      touched,
    ],
  },
  {
    requirement: 'TC-ISOLATION-002',
    violated: [...seen, clockInForThem, touched],
    pointer: '/notes',
    holds: [...seen, clockInForThem, get(createdCard)],
    // A write of the same user, and writes of both.
    silent: [
      ...seen,
      clockIn(),
      touched,
      get(createdCard),
      get(createdCard),
      clockInForThem,
      clockIn({ '/id': 'TCK_own' }),
      touched,
    ],
  },
  {
    requirement: 'TC-ISOLATION-003',
    violated: [...seen, elsewhere, touched],
    pointer: '/notes',
    holds: [...seen, elsewhere, get(createdCard)],
    silent: [...seen, clockInForThem, touched],
  },
  {
    requirement: 'TC-ISOLATION-004',
    violated: [...seen, clockIn(), remove(openCard), get(createdCard, {}, gone)],
    pointer: 'status',
    holds: [...seen, clockIn(), remove(openCard), get(createdCard)],
    // Nothing was deleted; it was the card itself; somebody else does not see it.
    silent: [
      ...seen,
      clockIn(),
      get(createdCard, {}, gone),
      get(createdCard),
      remove(openCard),
      get(createdCard, {}, { actor: 'secondUser', ...gone }),
      remove(createdCard),
      get(createdCard, {}, gone),
    ],
  },
  {
    requirement: 'TC-ISOLATION-005',
    violated: [...seen, createOf(createBody)],
    pointer: '/id',
    holds: [...seen, clockIn()],
    // The first card, an open card shown again, an id that is free again.
    silent: [
      create(),
      remove(createdCard),
      create(),
      remove(createdCard),
      clockIn(),
      clockIn({}, { response: { status: 200, body: openCard } }),
    ],
  },
  {
    requirement: 'TC-ISOLATION-005',
    name: 'in one list',
    violated: [list([openCard, createdCard, openCard])],
    pointer: '/id',
    holds: [list([openCard, createdCard])],
    silent: [list([openCard]), list([{ state: 'clockedIn' }, { state: 'clockedIn' }])],
  },
  {
    requirement: 'TC-ISOLATION-005',
    name: 'of a closed card',
    violated: [clockIn(), clockOut(), get(closedCard), clockIn()],
    pointer: '/id',
    holds: [clockIn(), clockOut(), get(closedCard), clockIn({ '/id': 'TCK_next' })],
    silent: [clockIn(), clockIn()],
  },
  {
    requirement: 'TC-ISOLATION-006',
    violated: [clockIn(), get(withBreaks('BRK_1', 'BRK_1'))],
    pointer: '/breaks',
    holds: [clockIn(), get(withBreaks('BRK_1', 'BRK_2'))],
    // One break, none with an id, ids that the client chose, a card that was there before.
    silent: [
      get(withBreaks('BRK_1', 'BRK_1')),
      clockIn(),
      get(withBreaks('BRK_1')),
      get(withBreaks('', '')),
      createOf({ ...createBody, breaks: [{ breakId: 'string', start: createBody['clockInEvent'] ?? null }] }),
      get(createdCard, { '/breaks': [{ breakId: 'string' }, { breakId: 'string' }] }),
    ],
  },
  {
    requirement: 'TC-ISOLATION-007',
    violated: [...seen, list([]), touched],
    pointer: '/notes',
    holds: [...seen, list([]), get(createdCard)],
    // The first get after a write, which may show an old state; a get with options; a write elsewhere.
    silent: [
      clockIn(),
      clockOut(),
      get(openCard),
      get(closedCard),
      get(openCard, {}, { query: '$select=id', response: { body: { id: String(openCard['id']) } } }),
      ...seen,
      clockInForThem,
      touched,
    ],
  },
  {
    requirement: 'TC-ISOLATION-007',
    name: 'where the card shows no later modification',
    violated: [...seen, list([]), touched],
    pointer: '/notes',
    holds: [...seen, list([]), get(createdCard)],
    silent: [...seen, list([]), get(createdCard, { '/notes': note, '/lastModifiedDateTime': '2025-01-08T00:00:00Z' })],
  },
  {
    requirement: 'TC-ISOLATION-008',
    violated: beside('clockOut', ['url:team', 'other'], { team: otherTeam }),
    pointer: 'status',
    holds: beside('clockOut', ['url:team', 'other'], { team: otherTeam, response: refusal(404) }),
    // A delete of nothing may be answered like one of something.
    silent: beside('delete', ['url:team', 'other'], { team: otherTeam }),
  },
  {
    requirement: 'TC-ISOLATION-009',
    violated: [
      clockIn(),
      get(openCard),
      remove(openCard, { team: otherTeam }),
      get(openCard, {}, { response: refusal(404) }),
    ],
    pointer: 'status',
    holds: [clockIn(), get(openCard), remove(openCard, { team: otherTeam }), get(openCard)],
    // A card that no get has found before; a delete in its own team; one after the other.
    silent: [
      clockIn(),
      remove(openCard, { team: otherTeam }),
      get(openCard, {}, { response: refusal(404) }),
      get(openCard),
      remove(openCard, { team: otherTeam }),
      remove(openCard),
      get(openCard, {}, { response: refusal(404) }),
    ],
  },
];

describeChecks('isolation', isolationChecks, rows);
