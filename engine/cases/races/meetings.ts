import type { JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import type { DocumentedBodies } from '../examples/documented-bodies.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { said } from '../life-cycles/life-steps.ts';
import { read, remove } from '../life-cycles/card-life.ts';
import type { PlanSettings } from '../phase-plan.ts';
import { event, notes } from '../life-cycles/distinctive-bodies.ts';

/** Requests that meet on one card, pair after pair, and a look after each pair. */
export function meetingsOnOneCard(settings: PlanSettings): readonly Case[] {
  return livesOf(settings).map(asCase);
}

/** A whole card is sent while somebody looks at it: it is there before and after. */
export function readWhileReplaced({ people }: PlanSettings): Case {
  const bodies = documentedBodies(people);
  return asCase({
    name: 'a card that is read while it is replaced',
    before: (card) => [{ name: `create ${card}`, operation: 'create', makes: card, body: bodies.create, ofToday: 10 }],
    meetings: [[{ operation: 'replace', body: correction(people.callerId, 'first', 0) }, { operation: 'get' }]],
    leaves: 'a card',
    inOrder: false,
  });
}

/** One of two requests. */
type Request = Pick<Step, 'operation' | 'body' | 'actor'>;

/** A card, and which requests meet on it. */
interface Life {
  readonly name: string;
  /** What makes the card and brings it to where the first two meet. */
  readonly before: (card: string) => readonly Step[];
  readonly meetings: readonly (readonly [Request, Request])[];
  /** How the card is looked at, and whether it is left in the end. */
  readonly leaves: 'a card' | 'nothing';
  /** What two requests come to one after the other need not be tried where it is known: one only reads, or takes the card away. */
  readonly inOrder: boolean;
}

function livesOf({ people, actors, capabilities }: PlanSettings): readonly Life[] {
  const bodies = documentedBodies(people);
  const of = (operation: 'startBreak' | 'endBreak' | 'clockOut', who: string): Request => ({
    operation,
    body: said(true, notes('text', `${operation} by the ${who} request`)),
  });
  const twice = (operation: 'startBreak' | 'endBreak' | 'clockOut') =>
    [of(operation, 'first'), of(operation, 'second')] as const;
  const replaced: Request = {
    operation: 'replace',
    body: { ...bodies.replace, notes: notes('text', 'Replaced by the second request') },
  };
  const clockedIn = (card: string) => clockIn(card, bodies);
  const onBreak = (card: string) => [...clockedIn(card), start(card, bodies)];
  const [get, confirm, removal] = [{ operation: 'get' }, { operation: 'confirm' }, { operation: 'delete' }] as const;
  const hasOwner = actors.has('secondUser') && capabilities.has('onBehalfOfUser');
  const byOwner = hasOwner ? ({ actor: 'secondUser' } as const) : {};
  const userId = hasOwner ? (people.onBehalfOfUserId ?? people.callerId) : people.callerId;
  const kept = (card: string) => clockIn(card, hasOwner ? { clockIn: { onBehalfOfUserId: userId } } : bodies);
  return [
    {
      name: 'every step of a life at the same time as itself',
      before: clockedIn,
      meetings: [twice('startBreak'), twice('endBreak'), twice('clockOut'), [confirm, replaced]],
      leaves: 'a card',
      inOrder: true,
    },
    {
      name: 'a card that two people write at the same time',
      before: kept,
      meetings: [
        [
          { operation: 'replace', body: correction(userId, 'first', 0) },
          { ...of('clockOut', 'second'), ...byOwner },
        ],
        [
          { operation: 'replace', body: correction(userId, 'second', 1) },
          { operation: 'replace', body: correction(userId, 'third', 2), ...byOwner },
        ],
        [confirm, { ...confirm, ...byOwner }],
      ],
      leaves: 'a card',
      inOrder: true,
    },
    {
      name: 'a card that one confirms and another moves at the same time',
      before: kept,
      meetings: [
        [confirm, { ...of('startBreak', 'second'), ...byOwner }],
        [{ ...confirm, ...byOwner }, of('clockOut', 'second')],
      ],
      leaves: 'a card',
      inOrder: true,
    },
    {
      name: 'endBreak at the same time as clockOut, and delete at the same time as replace',
      before: onBreak,
      meetings: [
        [of('endBreak', 'first'), of('clockOut', 'second')],
        [removal, replaced],
      ],
      leaves: 'nothing',
      inOrder: true,
    },
    {
      name: 'startBreak at the same time as clockOut',
      before: clockedIn,
      meetings: [[of('startBreak', 'first'), of('clockOut', 'second')]],
      leaves: 'a card',
      inOrder: true,
    },
    {
      name: 'delete at the same time as clockOut',
      before: clockedIn,
      meetings: [[removal, of('clockOut', 'second')]],
      leaves: 'nothing',
      inOrder: false,
    },
    {
      name: 'a card that is read at the same time as it changes',
      before: clockedIn,
      meetings: [
        [of('startBreak', 'first'), get],
        [of('clockOut', 'first'), get],
        [removal, get],
      ],
      leaves: 'nothing',
      inOrder: false,
    },
  ];
}

function clockIn(card: string, { clockIn: body }: Pick<DocumentedBodies, 'clockIn'>): readonly Step[] {
  return [{ name: `clock in ${card}`, operation: 'clockIn', makes: card, body }];
}

function start(card: string, { startBreak: body }: DocumentedBodies): Step {
  return { name: `start a break of ${card}`, operation: 'startBreak', card, body };
}

/** A whole card of which every part says by which request it was sent. */
function correction(userId: string, who: string, hour: number): JsonObject {
  const at = (minute: number): string => `2025-01-07T1${hour}:${minute}:00Z`;
  const saying = (what: string): JsonObject => notes('text', `${what} by the ${who} request`);
  return {
    userId,
    clockInEvent: event(at(10), true, saying('begun')),
    clockOutEvent: event(at(50), false, saying('ended')),
    notes: saying('replaced'),
    breaks: [{ start: event(at(20), false, saying('away')), end: event(at(30), true, saying('back')) }],
  };
}

/** Both orders one after the other, then both requests at once, now the one first and now the other; a fresh card for each. */
function asCase(life: Life): Case {
  const { name, inOrder } = life;
  return {
    name,
    phase: 'races',
    suites: ['races'],
    steps: [
      ...(inOrder ? [...turn(life, 'one way', oneByOne), ...turn(life, 'the other way', reversed(oneByOne))] : []),
      ...turn(life, 'at once', atOnce),
      ...turn(life, 'at once the other way', reversed(atOnce)),
    ],
  };
}

type Order = (first: Step, second: Step) => readonly Step[];

const oneByOne: Order = (first, second) => [first, second];

const atOnce: Order = (first, second) => [first, { ...second, overlaps: first.name }];

function reversed(order: Order): Order {
  return (first, second) => order(second, first);
}

/** One card, on which the requests of each meeting come in this order. */
function turn({ before, meetings, leaves }: Life, label: string, order: Order): readonly Step[] {
  const card = `the card, ${label}`;
  return [
    ...before(card),
    read(`read ${card}`, card),
    ...meetings.flatMap(([first, second], index): readonly Step[] => [
      ...order(
        { ...first, name: `${index + 1}a ${first.operation}, ${label}`, card },
        { ...second, name: `${index + 1}b ${second.operation}, ${label}`, card },
      ),
      read(`look ${index + 1}, ${label}`, card),
    ]),
    ...(leaves === 'a card' ? [remove(card)] : []),
  ];
}
