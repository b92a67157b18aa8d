import type { Json, JsonObject } from '../traffic/json.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { changed, exampleBody, type Parts } from '../test/exchanges.ts';
import {
  beside,
  clockIn,
  clockInOf,
  clockOut,
  closedCard,
  createBody,
  createdCard,
  createOf,
  get,
  list,
  openCard,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { betaChecks } from './beta.ts';
import { clockInChecks } from './clock-in.ts';
import { createChecks } from './create.ts';

const beta = { context: { apiVersion: 'beta' } } as const;
type Location = { readonly isAtApprovedLocation?: Json; readonly atApprovedLocation?: Json };

/** A card whose event says where it happened under exactly these names. */
function at(card: JsonObject, event: string, { isAtApprovedLocation, atApprovedLocation }: Location): JsonObject {
  return changed(card, {
    [`${event}/isAtApprovedLocation`]: isAtApprovedLocation,
    [`${event}/atApprovedLocation`]: atApprovedLocation,
  });
}

/** A clockIn that says one thing, and whose answer shows another. */
function started(sent: JsonObject, shown: Location): readonly Exchange[] {
  const body = at(at(openCard, '/clockInEvent', shown), '/originalEntry/clockInEvent', shown);
  return [clockInOf(sent, {}, { request: { body: sent }, response: { body } })];
}

/** A card clocked out with one thing said, and read as showing another. */
function ended(sent: JsonObject, shown: Location): readonly Exchange[] {
  return [clockIn(), clockOut({ request: { body: sent } }), get(at(closedCard, '/clockOutEvent', shown))];
}

function created(sent: Location, shown: Location): readonly Exchange[] {
  const [clockInEvent, clockOutEvent] = [
    { dateTime: '2025-01-07T21:00:00Z', ...sent },
    { dateTime: '2025-01-07T21:30:00Z' },
  ];
  const body = { ...createBody, clockInEvent, clockOutEvent };
  return [createOf(body, {}, { response: { body: at(createdCard, '/clockInEvent', shown) } })];
}

/** An answer of clockIn that shows where under exactly these names. */
function showing(shown: Location): Partial<Parts> {
  return { response: { body: at(openCard, '/clockInEvent', shown) } };
}

const both = (value: boolean | null): Location => ({ isAtApprovedLocation: value, atApprovedLocation: value });
const current = (value: Json): JsonObject & Location => ({ isAtApprovedLocation: value });
const former = (value: Json): JsonObject & Location => ({ atApprovedLocation: value });
const differing = { isAtApprovedLocation: false, atApprovedLocation: true };

const rows: readonly Row[] = [
  {
    ...beta,
    requirement: 'TC-CLOCKIN-029',
    violated: started(current(true), { isAtApprovedLocation: true, atApprovedLocation: null }),
    pointer: '/clockInEvent/atApprovedLocation',
    holds: [...started(current(true), both(true)), ...started(former(true), former(true))],
    silent: [clockIn({ '/clockInEvent': null }), get(at(openCard, '/clockInEvent', differing))],
  },
  {
    ...beta,
    requirement: 'TC-CLOCKIN-031',
    violated: started(differing, both(true)),
    pointer: '/clockInEvent/isAtApprovedLocation',
    holds: started(differing, both(false)),
    // Said once, said twice alike, or shown by a server that knows the former name only.
    silent: [
      ...started(former(true), both(false)),
      ...started({ ...both(true) }, both(false)),
      ...started(differing, former(true)),
    ],
  },
  {
    ...beta,
    requirement: 'TC-CLOCKOUT-007',
    violated: ended(former(true), both(null)),
    pointer: '/clockOutEvent/isAtApprovedLocation',
    holds: ended(former(true), both(true)),
    silent: [...ended({}, both(null)), ...ended(current(null), both(false))],
  },
  {
    ...beta,
    requirement: 'TC-CLOCKOUT-007',
    name: 'of a server that shows the former name only',
    violated: ended(former(true), former(false)),
    pointer: '/clockOutEvent/atApprovedLocation',
    holds: ended(former(true), former(true)),
    silent: [...ended(current(true), former(null)), ...ended(differing, former(true))],
  },
  {
    ...beta,
    requirement: 'TC-CLOCKOUT-007',
    name: 'of a server that shows the current name only',
    violated: ended(current(true), current(false)),
    pointer: '/clockOutEvent/isAtApprovedLocation',
    holds: ended(differing, current(false)),
    silent: ended(former(true), current(null)),
  },
  {
    ...beta,
    requirement: 'TC-CLOCKOUT-007',
    name: 'of a server that shows neither',
    violated: ended(former(true), {}),
    pointer: '/clockOutEvent/isAtApprovedLocation',
    holds: ended(former(false), both(false)),
    silent: ended({}, {}),
  },
  {
    ...beta,
    requirement: 'TC-CLOCKIN-011',
    violated: started(former(true), both(false)),
    pointer: '/clockInEvent/isAtApprovedLocation',
    holds: [...started(former(true), former(true)), ...started(current(false), both(false))],
    silent: [...started(current(true), former(null)), ...started(differing, both(true))],
  },
  {
    ...beta,
    requirement: 'TC-CLOCKIN-012',
    observed: started({ notes: null }, former(null)),
    value: null,
    silent: started(former(true), former(null)),
  },
  {
    ...beta,
    requirement: 'TC-CLOCKIN-027',
    violated: beside('clockIn', ['/atApprovedLocation', 'type'], {}, showing(both(null))),
    pointer: 'status',
    holds: beside('clockIn', ['/isAtApprovedLocation', 'type'], { response: refusal(400) }, showing(both(null))),
    silent: beside('clockIn', ['/isAtApprovedLocation', 'type'], {}, showing(former(null))),
  },
  {
    ...beta,
    requirement: 'TC-CREATE-017',
    violated: created(differing, both(true)),
    pointer: '/clockInEvent/isAtApprovedLocation',
    holds: [
      ...created(differing, both(false)),
      ...created(former(true), both(true)),
      ...created(former(true), former(true)),
    ],
    silent: created(current(true), former(null)),
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-014',
    violated: [get(openCard, { '/originalEntry/clockInEvent/atApprovedLocation': 'true' })],
    pointer: '/originalEntry/clockInEvent/atApprovedLocation',
    holds: [get(openCard), get(exampleBody('beta_get_res')), get(at(openCard, '/clockInEvent', {}))],
    silent: [get({ id: 'TCK_1', clockInEvent: null }), list([openCard], { response: refusal(400) })],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-015',
    violated: [list([openCard, at(closedCard, '/clockOutEvent', differing)])],
    pointer: '/value/1/clockOutEvent/atApprovedLocation',
    holds: [list([openCard, at(closedCard, '/clockOutEvent', both(false))]), get(exampleBody('beta_get_res'))],
    silent: [list([]), get({ id: 'TCK_1', clockInEvent: null })],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-016',
    observed: [list([at(closedCard, '/clockOutEvent', both(true))])],
    value: 'isAtApprovedLocation; isAtApprovedLocation and atApprovedLocation',
    silent: [get({ id: 'TCK_1', clockInEvent: null })],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-016',
    name: 'as the older pages have it',
    observed: [get(exampleBody('beta_get_res'))],
    value: 'atApprovedLocation',
    silent: [get(openCard, {}, { response: refusal(404) })],
  },
  { ...beta, requirement: 'TC-SHAPE-017', observed: [createOf(createBody)], value: 'nothing', silent: [clockIn()] },
  {
    ...beta,
    requirement: 'TC-SHAPE-017',
    name: 'as the older page of beta has it',
    observed: [
      createOf(createBody, {
        '/originalEntry/clockInEvent': createdCard['clockInEvent'],
        '/originalEntry/clockOutEvent': createdCard['clockOutEvent'],
      }),
    ],
    value: 'a copy of the entry',
    silent: [createOf(createBody, {}, { response: refusal(400) })],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-017',
    name: 'of a third kind',
    observed: [createOf(createBody, { '/originalEntry/clockInEvent': createdCard['clockInEvent'] })],
    value: 'something else',
    silent: [get(createdCard)],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-017',
    name: 'with other breaks',
    observed: [
      createOf(createBody, {
        '/breaks': [pause('BRK_1')],
        '/originalEntry': {
          clockInEvent: createdCard['clockInEvent'] ?? null,
          clockOutEvent: createdCard['clockOutEvent'] ?? null,
          breaks: [pause('BRK_2')],
        },
      }),
    ],
    value: 'something else',
    silent: [get(createdCard)],
  },
  {
    ...beta,
    requirement: 'TC-SHAPE-016',
    name: 'under no name',
    observed: [get({ id: 'TCK_1', clockInEvent: { dateTime: '2025-01-07T21:00:00Z' } })],
    value: 'neither',
    silent: [get({ id: 'TCK_1' })],
  },
];

function pause(breakId: string): JsonObject {
  return { breakId, start: { dateTime: '2025-01-07T22:00:00Z' }, end: { dateTime: '2025-01-07T22:10:00Z' } };
}

const ofOthers = new Set<string>(['TC-CLOCKIN-027', 'TC-CLOCKIN-011', 'TC-CLOCKIN-012', 'TC-CREATE-017']);
const others = [...clockInChecks, ...createChecks].filter(({ requirement }) => ofOthers.has(requirement));

describeChecks('beta', [...betaChecks, ...others], rows);
