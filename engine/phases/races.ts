import type { Json, JsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies, type DocumentedBodies } from './documented-bodies.ts';
import { read, remove } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** Milliseconds by which the second request of a pair starts later, in one overlap after the other. */
const delays = [0, 1, 0];

/** Pairs of requests that overlap, on one card and on two users. */
export function racesPhase(settings: PlanSettings): PhasePlan {
  const bodies = documentedBodies(settings.people);
  return {
    phase: 'races',
    kind: 'listed',
    cases: [...pairsOn(bodies).map((pair) => onOneCard(pair, bodies)), ...clockIns(settings, bodies)],
  };
}

/** Two requests on one card, and how the card is brought to where they meet. */
interface Pair {
  readonly before: readonly ('startBreak' | 'clockOut')[];
  readonly requests: readonly [Request, Request];
}

interface Request {
  readonly operation: Operation;
  readonly body?: JsonObject;
}

/** Each says something of its own, so that it shows whose words the card has kept. */
function saying(content: string): JsonObject {
  return { isAtApprovedLocation: true, notes: { contentType: 'text', content } };
}

function pairsOn({ replace }: DocumentedBodies): readonly Pair[] {
  const by = (operation: 'startBreak' | 'endBreak' | 'clockOut', who: string): Request => ({
    operation,
    body: saying(`${operation} by the ${who} request`),
  });
  const replaced = (who: string): Request => ({
    operation: 'replace',
    body: { ...replace, notes: { contentType: 'text', content: `Replaced by the ${who} request` } },
  });
  const open = [] as const;
  const onBreak = ['startBreak'] as const;
  const closed = ['clockOut'] as const;
  return [
    { before: open, requests: [by('clockOut', 'first'), by('clockOut', 'second')] },
    { before: open, requests: [by('startBreak', 'first'), by('clockOut', 'second')] },
    { before: open, requests: [by('startBreak', 'first'), by('startBreak', 'second')] },
    { before: onBreak, requests: [by('endBreak', 'first'), by('clockOut', 'second')] },
    { before: onBreak, requests: [by('endBreak', 'first'), by('endBreak', 'second')] },
    { before: open, requests: [replaced('first'), by('clockOut', 'second')] },
    { before: closed, requests: [replaced('first'), replaced('second')] },
    { before: closed, requests: [{ operation: 'confirm' }, replaced('second')] },
    { before: closed, requests: [{ operation: 'delete' }, { operation: 'get' }] },
    { before: open, requests: [{ operation: 'delete' }, by('clockOut', 'second')] },
  ];
}

/** Both orders one after the other, then both requests at once, several times; a fresh card for each. */
function onOneCard({ before, requests: [first, second] }: Pair, bodies: DocumentedBodies): Case {
  const turn = (label: string, order: (card: string) => readonly Step[]): readonly Step[] => {
    const card = `card ${label}`;
    return [
      { name: `clock in ${label}`, operation: 'clockIn', makes: card, body: bodies.clockIn },
      ...before.map((operation): Step => ({
        name: `${operation} before ${label}`,
        operation,
        card,
        body: bodies[operation],
      })),
      read(`read ${label}`, card),
      ...order(card),
      read(`look ${label}`, card),
      { ...remove(card), name: `delete ${label}` },
    ];
  };
  const request = (which: Request, name: string, card: string): Step => ({ ...which, name, card });
  return {
    name: `${first.operation} at the same time as ${second.operation}`,
    phase: 'races',
    suites: ['races'],
    steps: [
      ...turn('one way', (card) => [request(first, 'a, then', card), request(second, 'then b', card)]),
      ...turn('the other way', (card) => [request(second, 'b, then', card), request(first, 'then a', card)]),
      ...delays.flatMap((delay, index) =>
        turn(`at once, ${index + 1}`, (card) => [
          request(first, `a at once, ${index + 1}`, card),
          { ...request(second, `b at once, ${index + 1}`, card), overlaps: `a at once, ${index + 1}`, delay },
        ]),
      ),
    ],
  };
}

/** Two clockIns at once: of one user, where a strict server takes only one, and of two users, where both are promised. */
function clockIns({ people, actors, capabilities }: PlanSettings, { clockIn }: DocumentedBodies): readonly Case[] {
  const pair = (name: string, first: Json, second: Json): Case => ({
    name,
    phase: 'races',
    suites: ['races'],
    steps: delays.flatMap((delay, index): readonly Step[] => {
      const [a, b] = [`first of ${index + 1}`, `second of ${index + 1}`];
      return [
        { name: `clock in, ${a}`, operation: 'clockIn', makes: a, body: first },
        { name: `clock in, ${b}`, operation: 'clockIn', makes: b, body: second, overlaps: `clock in, ${a}`, delay },
        read(`look at the ${a}`, a),
        read(`look at the ${b}`, b),
        remove(a),
        remove(b),
      ];
    }),
  });
  // Looks would say nothing more: each answer shows whose card it is.
  const byTwo = delays.flatMap((delay, index): readonly Step[] => {
    const [a, b] = [`caller’s ${index + 1}`, `second user’s ${index + 1}`];
    const second = { actor: 'secondUser' } as const;
    return [
      { name: `clock in, ${a}`, operation: 'clockIn', makes: a, body: {} },
      {
        name: `clock in, ${b}`,
        operation: 'clockIn',
        makes: b,
        body: {},
        ...second,
        overlaps: `clock in, ${a}`,
        delay,
      },
      remove(a),
      { ...remove(b), ...second },
    ];
  });
  const onBehalf = { ...saying('for the colleague'), onBehalfOfUserId: people.onBehalfOfUserId ?? '' };
  return [
    pair('two clockIns of one user at the same time', clockIn, saying('the second request')),
    ...(capabilities.has('onBehalfOfUser')
      ? [pair('clockIns of two users at the same time', saying('for the caller'), onBehalf)]
      : []),
    ...(actors.has('secondUser')
      ? [{ name: 'clockIns by two users at the same time', phase: 'races', suites: ['races'], steps: byTwo } as const]
      : []),
  ];
}
