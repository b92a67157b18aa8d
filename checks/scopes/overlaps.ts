import type { JsonObject } from '../../traffic/json.ts';
import { equalJson } from '../../traffic/pointer.ts';
import type { Scope, Subject } from '../check.ts';
import { isInDoubt, type Entry, type Trace } from '../trace/trace.ts';
import { Gathered } from './gathered.ts';
import { cardAskedFor, isPlainGet } from './plain-requests.ts';

/** Two requests on one card that were under way at the same time, and what the card was before and after them. */
export interface Overlap extends Subject {
  /** In the order in which they were sent. */
  readonly requests: readonly [Entry, Entry];
  readonly before: JsonObject | undefined;
  /** The card was replaced before, so that what it was is as certain as the latest look. */
  readonly wasReplaced: boolean;
  /** Undefined for a card that is not there any more. */
  readonly after: JsonObject | undefined;
  /** What came of the same two requests one after the other, in either order, as far as that was tried. */
  readonly inOrder: readonly Ordered[];
  readonly atOnce: Aftermath;
}

/** What two requests came to: the status of each, by the order in which they are named, and the card they left. */
export interface Aftermath {
  readonly statuses: readonly (number | undefined)[];
  readonly card: JsonObject | undefined;
}

/** The same with the requests one after the other, as they are named or the other way round. */
interface Ordered extends Aftermath {
  readonly order: 'straight' | 'reversed';
  readonly before: JsonObject | undefined;
}

/** True where both orders of the two requests were tried. */
export function bothTried({ inOrder }: Overlap): boolean {
  return new Set(inOrder.map(({ order }) => order)).size === 2;
}

/** The first look at a card after two requests on it that overlapped. */
export const overlaps: Scope<Overlap> = {
  subjects(entry, trace) {
    const requests = isLook(entry) ? lastTwoBefore(entry, trace) : undefined;
    if (requests === undefined || !requests.every(({ exchange }) => exchange.intent?.overlaps !== undefined)) return [];
    const [one, other] = requests;
    const [first, second] = one.exchange.startedAt <= other.exchange.startedAt ? [one, other] : [other, one];
    const before = viewBefore(entry, first, trace);
    return [
      {
        requests: [first, second],
        before,
        wasReplaced: onCard(entry.cardId, first.sequence, trace).some(isReplace),
        after: cardAskedFor(entry),
        inOrder: aftermathsInOrder([first, second], before, trace),
        atOnce: { statuses: [first.status, second.status], card: cardAskedFor(entry) },
        evidence: [...requests.map(({ sequence }) => sequence), entry.sequence],
      },
    ];
  },
};

/** A plain get that does not overlap itself, and that says what the card is or that there is none. */
function isLook(entry: Entry): boolean {
  return isPlainGet(entry) && (entry.status === 404 || cardAskedFor(entry) !== undefined);
}

function onCard(cardId: string | undefined, before: number, trace: Trace): readonly Entry[] {
  return trace.on(cardId).filter(({ sequence }) => sequence < before);
}

function lastTwoBefore(look: Entry, trace: Trace): readonly [Entry, Entry] | undefined {
  const [first, second] = onCard(look.cardId, look.sequence, trace).slice(-2);
  return first === undefined || second === undefined ? undefined : [first, second];
}

function viewBefore({ cardId }: Entry, first: Entry, trace: Trace): JsonObject | undefined {
  const view = onCard(cardId, first.sequence, trace).findLast((one) => cardAskedFor(one) !== undefined);
  return view === undefined ? undefined : cardAskedFor(view);
}

/** The same two requests on other cards like this one, one after the other, and what a look showed then. */
function aftermathsInOrder(
  requests: readonly [Entry, Entry],
  before: JsonObject | undefined,
  trace: Trace,
): readonly Ordered[] {
  const { kept, latest } = looksAfterTwo.of(trace);
  const tried = [...(kept.get(whoAsked(requests)) ?? []), ...latest.flatMap((look) => lookAfterTwo(look, trace))];
  return tried.flatMap(({ look, pair }) => {
    if (look.cardId === requests[0].cardId) return [];
    const itsBefore = viewBefore(look, pair[0], trace);
    if (!isInSamePlace(itsBefore, before)) return [];
    const statuses = requests.map((request) => pair.find((one) => isSameRequest(one, request))?.status);
    const bothThere = requests.every((request) => pair.some((one) => isSameRequest(one, request)));
    const order = isSameRequest(pair[0], requests[0]) ? 'straight' : 'reversed';
    return bothThere ? [{ order, statuses, before: itsBefore, card: cardAskedFor(look) } as const] : [];
  });
}

/** A look at a card after two requests on it that did not overlap. */
interface LookAfterTwo {
  readonly look: Entry;
  readonly pair: readonly [Entry, Entry];
}

/** By who asked for which operations: of a long capture few are alike. */
const looksAfterTwo = new Gathered<Map<string, LookAfterTwo[]>>(
  () => new Map(),
  (kept, entry, trace) => {
    for (const one of lookAfterTwo(entry, trace)) {
      const alike = kept.get(whoAsked(one.pair));
      if (alike === undefined) kept.set(whoAsked(one.pair), [one]);
      else alike.push(one);
    }
  },
);

function lookAfterTwo(look: Entry, trace: Trace): readonly LookAfterTwo[] {
  const pair = isLook(look) ? lastTwoBefore(look, trace) : undefined;
  if (pair === undefined || pair.some(({ exchange }) => exchange.intent?.overlaps !== undefined)) return [];
  return [{ look, pair }];
}

function whoAsked(pair: readonly Entry[]): string {
  return pair
    .map(({ operation, exchange }) => `${exchange.actor} ${operation}`)
    .toSorted()
    .join(', ');
}

/** What came before may have ended otherwise, so that the same two requests meet another card. */
function isInSamePlace(left: JsonObject | undefined, right: JsonObject | undefined): boolean {
  return left?.['state'] === right?.['state'] && equalJson(left?.['confirmedBy'], right?.['confirmedBy']);
}

/** Refused ones are none; of one that got no answer nobody knows. */
function isReplace(entry: Entry): boolean {
  return entry.operation === 'replace' && (entry.accepted || isInDoubt(entry));
}

function isSameRequest(left: Entry, right: Entry): boolean {
  const isBySame = left.exchange.actor === right.exchange.actor;
  return isBySame && left.operation === right.operation && equalJson(left.sent, right.sent);
}
