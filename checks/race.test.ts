import type { Exchange } from '../traffic/exchange.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { clockIn, clockOut, closedCard, get, openCard, refusal } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { changed, context, exchange, secondUser } from '../test/exchanges.ts';
import { raceChecks } from './race.ts';

/** A card of its own, so that the same requests can be made to several. */
function card(number: number, of: JsonObject): JsonObject {
  return changed(of, { '/id': `TCK_${number}` });
}

const saying = (content: string): JsonObject => ({ notes: { contentType: 'text', content } });

/** The closed card with the notes of one of the two clockOuts. */
function closedBy(number: number, content: string): JsonObject {
  const event = closedCard['clockOutEvent'];
  const noted = { ...(isJsonObject(event) ? event : {}), ...saying(content) };
  return changed(card(number, closedCard), { '/clockOutEvent': noted, '/originalEntry/clockOutEvent': noted });
}

function out(number: number, content: string, step: string, overlaps?: string, status = 204): Exchange {
  return clockOut({
    card: `TCK_${number}`,
    request: { body: saying(content) },
    response: status === 204 ? {} : refusal(status),
    intent: { step, ...(overlaps === undefined ? {} : { overlaps }) },
  });
}

/** Two clockOuts in a row; the second is refused, as a strict server does. */
function inOrder(number: number, first: string, second: string, kept = first): readonly Exchange[] {
  return [
    clockIn({ '/id': `TCK_${number}` }),
    get(card(number, openCard)),
    out(number, first, `${number} first`),
    out(number, second, `${number} second`, undefined, 409),
    get(closedBy(number, kept)),
  ];
}

/** The same two at once, of which one is refused. */
function atOnce(look: Exchange): readonly Exchange[] {
  return [
    clockIn({ '/id': 'TCK_3' }),
    get(card(3, openCard)),
    out(3, 'a', 'one', 'two'),
    out(3, 'b', 'two', 'one', 409),
    look,
  ];
}

const both = [...inOrder(1, 'a', 'b'), ...inOrder(2, 'b', 'a')];

/** A whole card, of which each part says by which request it was sent. */
function whole(content: string): JsonObject {
  const event = { dateTime: content === 'a' ? '2025-01-07T10:00:00Z' : '2025-01-07T11:00:00Z', ...saying(content) };
  return { clockInEvent: event, clockOutEvent: event, breaks: [{ start: event, end: event }], ...saying(content) };
}

function replacedBy(number: number, content: string, changes: Readonly<Record<string, Json>> = {}): Exchange {
  return get(changed({ ...card(number, closedCard), ...whole(content) }, changes));
}

function replacement(number: number, content: string, step: string, overlaps?: string, status = 204): Exchange {
  return exchange({
    operation: 'replace',
    card: `TCK_${number}`,
    request: { body: whole(content) },
    response: status === 204 ? { status } : refusal(status),
    intent: { step, ...(overlaps === undefined ? {} : { overlaps }) },
  });
}

/** Two replaces in a row; the card is as the second has sent it, unless a look comes too early. */
function replaced(number: number, first: string, second: string, shown = second): readonly Exchange[] {
  return [
    get(card(number, closedCard)),
    replacement(number, first, `${number} first`),
    replacement(number, second, `${number} second`),
    replacedBy(number, shown),
  ];
}

function replacedAtOnce(look: Exchange, statuses: readonly [number, number] = [204, 204]): readonly Exchange[] {
  return [
    get(card(3, closedCard)),
    replacement(3, 'a', 'one', 'two', statuses[0]),
    replacement(3, 'b', 'two', 'one', statuses[1]),
    look,
  ];
}

const bothReplaced = [...replaced(1, 'a', 'b'), ...replaced(2, 'b', 'a')];
const blend = replacedBy(3, 'a', { '/clockOutEvent': whole('b')['clockOutEvent'] ?? null });

/** A clockOut and a replace that ends the card otherwise, in either order or at once. */
function outAndReplaced(number: number, order: 'straight' | 'reversed', statuses: readonly [number, number]) {
  const [written, edited] = [
    out(number, 'a', `${number} out`, undefined, statuses[0]),
    replacement(number, 'b', `${number} replace`, undefined, statuses[1]),
  ];
  return [
    clockIn({ '/id': `TCK_${number}` }),
    get(card(number, openCard)),
    ...(order === 'straight' ? [written, edited] : [edited, written]),
    get(closedBy(number, 'a')),
  ];
}

const outAndReplacedAtOnce = (look: Exchange): readonly Exchange[] => [
  clockIn({ '/id': 'TCK_3' }),
  get(card(3, openCard)),
  out(3, 'a', 'one', 'two'),
  replacement(3, 'b', 'two', 'one'),
  look,
];
const reversed = outAndReplaced(2, 'reversed', [204, 204]);

const asSecond = {
  '/userId': secondUser,
  '/createdBy/user/id': secondUser,
  '/lastModifiedBy/user/id': secondUser,
};

/** A clockIn by each of two users at the same time; changes are made to the card of the second. */
function bothClockIn(changes: Parameters<typeof clockIn>[0]): readonly Exchange[] {
  return [
    clockIn({}, { intent: { step: 'theirs', overlaps: 'ours' } }),
    clockIn({ ...asSecond, ...changes }, { actor: 'secondUser', intent: { step: 'ours', overlaps: 'theirs' } }),
  ];
}

/** A replace and a get of the same card at once; by the status of the get. */
function readWhileReplaced(status: number, write: 'replace' | 'delete' = 'replace'): readonly Exchange[] {
  const whileWritten = { step: 'two', overlaps: 'one' };
  return [
    get(card(3, closedCard)),
    write === 'replace'
      ? replacement(3, 'a', 'one', 'two')
      : exchange({ operation: 'delete', card: 'TCK_3', intent: { step: 'one', overlaps: 'two' } }),
    get(card(3, closedCard), {}, { intent: whileWritten, ...(status === 200 ? {} : { response: refusal(status) }) }),
    replacedBy(3, 'a'),
  ];
}

const rows: readonly Row[] = [
  {
    requirement: 'TC-RACE-007',
    violated: readWhileReplaced(404),
    pointer: 'status',
    holds: readWhileReplaced(200),
    silent: [...readWhileReplaced(503), ...readWhileReplaced(404, 'delete')],
  },
  {
    requirement: 'TC-RACE-001',
    violated: [...both, ...atOnce(get(closedBy(3, 'b')))],
    pointer: '/clockOutEvent/notes',
    holds: [...both, ...atOnce(get(closedBy(3, 'a')))],
    // Without both orders nothing is known of what this server keeps; nor of what others sent one after the other.
    silent: [...inOrder(1, 'a', 'b'), ...inOrder(2, 'a', 'b'), ...atOnce(get(closedBy(3, 'b')))],
  },
  {
    requirement: 'TC-RACE-001',
    name: 'where the server keeps the words in no order either',
    violated: [...both, ...atOnce(get(closedBy(3, 'b')))],
    pointer: '/clockOutEvent/notes',
    holds: [...both, ...atOnce(get(closedBy(3, 'a')))],
    silent: [...inOrder(1, 'a', 'b', 'x'), ...inOrder(2, 'b', 'a', 'x'), ...atOnce(get(closedBy(3, 'b')))],
  },
  {
    requirement: 'TC-RACE-001',
    name: 'of a clockOut beside a replace, where each order was taken whole',
    violated: [
      ...outAndReplaced(1, 'straight', [204, 204]),
      ...reversed,
      ...outAndReplacedAtOnce(get(closedBy(3, 'b'))),
    ],
    pointer: '/clockOutEvent/notes',
    holds: [
      ...outAndReplaced(1, 'straight', [204, 204]),
      ...reversed,
      ...outAndReplacedAtOnce(replacedBy(3, 'b', { '/clockOutEvent/notes/content': 'a' })),
    ],
    // A service refuses one of them now and then, and nobody saw what a replace leaves of the clockOut.
    silent: [...outAndReplaced(1, 'straight', [204, 409]), ...reversed, ...outAndReplacedAtOnce(get(closedBy(3, 'c')))],
  },
  {
    requirement: 'TC-RACE-002',
    observed: [...both, ...atOnce(get(closedBy(3, 'b')))],
    value: 'as neither order: 204 and 409',
    silent: both,
  },
  {
    requirement: 'TC-RACE-002',
    name: 'like one of the orders',
    observed: [...both, ...atOnce(get(closedBy(3, 'a')))],
    value: 'as one after the other',
    silent: atOnce(get(closedBy(3, 'a'))),
  },
  {
    requirement: 'TC-RACE-003',
    violated: atOnce(get(closedBy(3, 'a'), { '/userId': '00000000-0000-4000-8000-000000000000' })),
    pointer: '/userId',
    holds: atOnce(get(closedBy(3, 'a'))),
    silent: [
      ...inOrder(1, 'a', 'b'),
      ...atOnce(exchange({ operation: 'get', card: 'TCK_3', response: refusal(404) })),
      // A look after a replace may still have shown what was before it.
      get(card(4, openCard)),
      replacement(4, 'a', 'edit'),
      get(card(4, openCard)),
      out(4, 'a', 'three', 'four'),
      out(4, 'b', 'four', 'three', 409),
      get(closedBy(4, 'a'), { '/clockInEvent': null }),
    ],
  },
  {
    requirement: 'TC-RACE-004',
    violated: bothClockIn({ '/userId': context.callerId, '/createdBy/user/id': secondUser }),
    pointer: '/userId',
    holds: bothClockIn(asSecond),
    // One by itself, two of one user, on behalf of somebody, refused, of nobody known, or of another operation.
    silent: [
      clockIn({ '/userId': secondUser }),
      clockIn({}, { intent: { step: 'one', overlaps: 'two' } }),
      clockIn({ '/userId': secondUser }, { intent: { step: 'two', overlaps: 'one' } }),
      clockOut({ intent: { step: 'a', overlaps: 'b' } }),
      clockIn(
        {},
        {
          actor: 'secondUser',
          request: { body: { onBehalfOfUserId: secondUser } },
          intent: { step: 'b', overlaps: 'a' },
        },
      ),
      clockOut({ intent: { step: 'c', overlaps: 'd' } }),
      clockIn({}, { actor: 'secondUser', response: refusal(409), intent: { step: 'd', overlaps: 'c' } }),
      clockOut({ intent: { step: 'e', overlaps: 'f' } }),
      clockIn({}, { actor: 'application', intent: { step: 'f', overlaps: 'e' } }),
    ],
  },
];

const rowsOfWholes: readonly Row[] = [
  {
    requirement: 'TC-RACE-005',
    violated: [...both, ...atOnce(get(card(3, openCard)))],
    pointer: '/clockOutEvent',
    holds: [...both, ...atOnce(get(closedBy(3, 'b')))],
    silent: [...inOrder(1, 'a', 'b'), ...atOnce(get(card(3, openCard)))],
  },
  {
    requirement: 'TC-RACE-006',
    violated: [...bothReplaced, ...replacedAtOnce(blend)],
    pointer: '/clockOutEvent',
    holds: [...bothReplaced, ...replacedAtOnce(replacedBy(3, 'a'))],
    // In one order only, or where a look came too early; nor where both are refused.
    silent: [
      ...replaced(1, 'a', 'b'),
      ...replacedAtOnce(blend),
      ...replaced(5, 'b', 'a', 'b'),
      ...replacedAtOnce(blend, [409, 409]),
    ],
  },
  {
    requirement: 'TC-RACE-006',
    name: 'of which one is refused',
    violated: [...bothReplaced, ...replacedAtOnce(blend, [204, 409])],
    pointer: '/clockOutEvent',
    holds: [...bothReplaced, ...replacedAtOnce(replacedBy(3, 'a', { '/breaks/0/breakId': 'BRK_1' }), [204, 409])],
    silent: bothReplaced,
  },
];

describeChecks('races', raceChecks, [...rows, ...rowsOfWholes]);
