import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { isPlainText } from '../specs/plain-text.ts';
import { at, equalJson } from '../specs/pointer.ts';
import { every, expectThat, notApplicable, observed, unchanged } from './assertions.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { sameActor } from './same-actor.ts';
import { bothTried, overlaps, type Aftermath, type Overlap } from './scopes/overlaps.ts';
import type { Entry } from './trace.ts';
import { isSender } from './user-of.ts';

/** Where the notes of a write go. Source: request body of each page. */
const places = {
  clockOut: (card: JsonObject) => [at(card, '/clockOutEvent/notes/content')],
  startBreak: (card: JsonObject) => breaksOf(card).map((one) => at(one, '/start/notes/content')),
  endBreak: (card: JsonObject) => breaksOf(card).map((one) => at(one, '/end/notes/content')),
  replace: (card: JsonObject) => [at(card, '/notes/content')],
} as const;

function isNoted(operation: Entry['operation']): operation is keyof typeof places {
  return Object.hasOwn(places, operation);
}

function breaksOf(card: JsonObject): readonly Json[] {
  return Array.isArray(card['breaks']) ? (card['breaks'] as readonly Json[]) : [];
}

/** What a write says of the card, as plain text that a server keeps. */
function wordsOf({ sent, accepted }: Entry): string | undefined {
  const content = at(sent, '/notes/content');
  const kept =
    accepted && typeof content === 'string' && isPlainText(content) && at(sent, '/notes/contentType') === 'text';
  return kept ? content : undefined;
}

/**
 * The words of one of the two requests are in the card, or, where both wrote to the same place, those of either. Judged
 * only where this server keeps them in both orders of the two: what an order does that no page documents, such as a
 * clockOut during a break, is left open.
 */
function wordsKept(own: Entry, other: Entry, overlap: Overlap): Answer {
  const { after, inOrder, requests } = overlap;
  const words = wordsOf(own);
  if (after === undefined || !isNoted(own.operation) || words === undefined) return notApplicable;
  const wanted = own.operation === other.operation ? [words, wordsOf(other)] : [words];
  const shownIn = places[own.operation];
  const keeps = (card: JsonObject) => shownIn(card).some((one) => typeof one === 'string' && wanted.includes(one));
  const place = requests.indexOf(own);
  const keptInOrder = inOrder.every(({ statuses, card }) => {
    const { [place]: status = 0 } = statuses;
    return status >= 300 || (card !== undefined && keeps(card));
  });
  if (!bothTried(overlap) || !keptInOrder) return notApplicable;
  const either = wanted.filter((one) => one !== undefined).map((one) => JSON.stringify(one));
  return expectThat(
    keeps(after),
    pointers[own.operation],
    `notes ${either.join(' or ')}`,
    shownIn(after).map((one) => one ?? null),
  );
}

const pointers = {
  clockOut: '/clockOutEvent/notes',
  startBreak: '/breaks',
  endBreak: '/breaks',
  replace: '/notes',
} as const;

const actions: ReadonlySet<Entry['operation']> = new Set(['clockOut', 'startBreak', 'endBreak', 'confirm', 'get']);

/** What of a card tells one order from the other: no times, which differ anyway. */
function telling(card: JsonObject | undefined): Json {
  if (card === undefined) return 'gone';
  const words = (event: Json | undefined) =>
    isJsonObject(event) ? (at(event, '/notes/content') ?? 'no notes') : 'none';
  return [
    card['state'] ?? null,
    card['confirmedBy'] ?? null,
    words(card['clockInEvent']),
    words(card['clockOutEvent']),
    at(card, '/notes/content') ?? null,
    breaksOf(card).map((one) => [words(at(one, '/start')), words(at(one, '/end'))]),
  ];
}

function isAlike(left: Aftermath, right: Aftermath): boolean {
  return (
    equalJson(telling(left.card), telling(right.card)) &&
    left.statuses.every((status, index) => status === right.statuses[index])
  );
}

function outcomeOf({ atOnce, inOrder }: Overlap): string {
  if (inOrder.some((one) => isAlike(one, atOnce))) return 'as one after the other';
  return `as neither order: ${atOnce.statuses.map((status) => status ?? 'no answer').join(' and ')}`;
}

/** Each of two overlapping clockIns that name nobody, by two users of whom both are known: with the answer that came last. */
const clockInsByTwo: Scope<Subject & { readonly made: Entry }> = {
  subjects(entry, trace) {
    if (!isForSender(entry)) return [];
    const other = trace.entries.findLast((one) => one.exchange.intent?.step === entry.exchange.intent?.overlaps);
    if (other === undefined || other === entry || !isByAnother(entry, other)) return [];
    return [other, entry].filter(isForSender).map((made) => ({ made, evidence: [made.sequence] }));
  },
};

function isByAnother({ exchange: one }: Entry, { exchange: other }: Entry): boolean {
  const isKnown = one.actor !== 'unknown' && other.actor !== 'unknown';
  return isKnown && !sameActor(one.actor, other.actor) && other.intent?.overlaps === one.intent?.step;
}

function isForSender({ operation, accepted, sent }: Entry): boolean {
  return operation === 'clockIn' && accepted && typeof sent?.['onBehalfOfUserId'] !== 'string';
}

export const raceChecks: readonly Check[] = [
  check('TC-RACE-001', overlaps, (overlap) => {
    const [first, second] = overlap.requests;
    return every(wordsKept(first, second, overlap), wordsKept(second, first, overlap));
  }),
  check('TC-RACE-002', overlaps, (overlap) =>
    !bothTried(overlap)
      ? notApplicable
      : observed(overlap.requests.map(({ operation }) => operation).join(' at the same time as '), outcomeOf(overlap)),
  ),
  check('TC-RACE-003', overlaps, ({ requests, before, after }) =>
    before !== undefined && after !== undefined && requests.every(({ operation }) => actions.has(operation))
      ? unchanged(before, after, ['/id', '/userId', '/createdBy/user/id', '/createdDateTime', '/clockInEvent'])
      : notApplicable,
  ),
  check('TC-RACE-004', clockInsByTwo, ({ made: { answer, exchange } }, context) =>
    isJsonObject(answer)
      ? every(
          ...['/userId', '/createdBy/user/id', '/lastModifiedBy/user/id'].map((pointer) =>
            isSender(answer, pointer, exchange, context),
          ),
        )
      : notApplicable,
  ),
];
