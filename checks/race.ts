import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at, equalJson } from '../traffic/pointer.ts';
import { every, expectThat, notApplicable, observed, unchanged } from './assertions/assertions.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { sameActor } from './assertions/same-actor.ts';
import { effectKept, oneOfTwoReplacements, wordsKept } from './kept-in-races.ts';
import { breaksIn } from './scopes/breaks.ts';
import { bothTried, overlaps, type Aftermath, type Overlap } from './scopes/overlaps.ts';
import type { Entry } from './trace/trace.ts';
import { isSender } from './user-of.ts';

const actions: ReadonlySet<Entry['operation']> = new Set(['clockOut', 'startBreak', 'endBreak', 'confirm', 'get']);

/** What is to be said of each of the two. */
function ofBoth(overlap: Overlap, judge: (own: Entry, other: Entry, overlap: Overlap) => Answer): Answer {
  const [first, second] = overlap.requests;
  return every(judge(first, second, overlap), judge(second, first, overlap));
}

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
    breaksIn(card).map((one) => [words(at(one, '/start')), words(at(one, '/end'))]),
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
    const partner = partnerIn(entry);
    if (partner === undefined) return [];
    const { intent } = entry.exchange;
    const other = trace.asStep(intent?.case ?? '', partner).at(-1);
    if (other === undefined || partnerIn(other) !== intent?.step || !isByAnother(entry, other)) return [];
    return [other, entry].filter(isForSender).map((made) => ({ made, evidence: [made.sequence] }));
  },
};

function partnerIn({ exchange: { intent } }: Entry): string | undefined {
  return intent?.overlaps ?? intent?.beside;
}

function isByAnother({ exchange: one }: Entry, { exchange: other }: Entry): boolean {
  const isKnown = one.actor !== 'unknown' && other.actor !== 'unknown';
  return isKnown && !sameActor(one.actor, other.actor);
}

function isForSender({ operation, accepted, sent }: Entry): boolean {
  return operation === 'clockIn' && accepted && typeof sent?.['onBehalfOfUserId'] !== 'string';
}

/** A card that was shown is there, before and after a write that does not delete it. */
function foundBeside(own: Entry, other: Entry, { before }: Overlap): Answer {
  const isThere = before !== undefined && other.operation !== 'get' && other.operation !== 'delete';
  if (own.operation !== 'get' || !isThere || (own.status !== 200 && own.status !== 404)) return notApplicable;
  return expectThat(own.status === 200, 'status', 200, own.status);
}

export const raceChecks: readonly Check[] = [
  check('TC-RACE-001', overlaps, (overlap) => ofBoth(overlap, wordsKept)),
  check('TC-RACE-002', overlaps, (overlap) =>
    !bothTried(overlap)
      ? notApplicable
      : observed(overlap.requests.map(({ operation }) => operation).join(' at the same time as '), outcomeOf(overlap)),
  ),
  // A replace changes some of it, and the look after it may still have shown what was before.
  check('TC-RACE-003', overlaps, ({ requests, before, after, wasReplaced }) =>
    before !== undefined &&
    after !== undefined &&
    !wasReplaced &&
    requests.every(({ operation }) => actions.has(operation))
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
  check('TC-RACE-005', overlaps, (overlap) => ofBoth(overlap, effectKept)),
  check('TC-RACE-006', overlaps, oneOfTwoReplacements),
  check('TC-RACE-007', overlaps, (overlap) => ofBoth(overlap, foundBeside)),
];
