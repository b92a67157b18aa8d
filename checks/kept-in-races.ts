import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { isPlainText } from '../traffic/plain-text.ts';
import { at, equalJson } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { expectThat, holds, notApplicable, violated } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import { flagsIn } from './confirmation-flags.ts';
import { breaksIn } from './scopes/breaks.ts';
import { bothTried, type Aftermath, type Overlap } from './scopes/overlaps.ts';
import type { Entry } from './trace/trace.ts';

/**
 * What an accepted write leaves is judged only where this server leaves it in both orders of the two requests: what an order
 * does that no page documents, such as a clockOut during a break, is left open.
 */
function isLeftInOrder(
  own: Entry,
  overlap: Overlap,
  leaves: (card: JsonObject, before: JsonObject) => boolean,
): boolean {
  const place = overlap.requests.indexOf(own);
  const [first, second] = overlap.requests;
  const other = own === first ? second : first;
  // An order in which one of them was refused does not tell what a replace that is taken leaves of the other request.
  const otherIsTold =
    other.operation !== 'replace' ||
    !other.accepted ||
    overlap.inOrder.every(({ statuses }) => statuses.every(isAccepted));
  return (
    otherIsTold &&
    bothTried(overlap) &&
    overlap.inOrder.every(
      ({ statuses, card, before }) =>
        !isAccepted(statuses[place]) || (card !== undefined && before !== undefined && leaves(card, before)),
    )
  );
}

function isAccepted(status: number | undefined = 0): boolean {
  return status >= 200 && status < 300;
}

/** Where the notes of a write go. Source: request body of each page. */
const places = {
  clockOut: (card: JsonObject) => [at(card, '/clockOutEvent/notes/content')],
  startBreak: (card: JsonObject) => breaksIn(card).map((one) => at(one, '/start/notes/content')),
  endBreak: (card: JsonObject) => breaksIn(card).map((one) => at(one, '/end/notes/content')),
  replace: (card: JsonObject) => [at(card, '/notes/content')],
} as const;

const pointers = {
  clockOut: '/clockOutEvent/notes',
  startBreak: '/breaks',
  endBreak: '/breaks',
  replace: '/notes',
} as const;

function isNoted(operation: Entry['operation']): operation is keyof typeof places {
  return Object.hasOwn(places, operation);
}

/** What a write says of the card, as plain text that a server keeps. */
function wordsOf({ sent, accepted }: Entry): string | undefined {
  const content = at(sent, '/notes/content');
  const kept =
    accepted && typeof content === 'string' && isPlainText(content) && at(sent, '/notes/contentType') === 'text';
  return kept ? content : undefined;
}

/** The words of one of the two requests are in the card, or, where both wrote to the same place, those of either. */
export function wordsKept(own: Entry, other: Entry, overlap: Overlap): Answer {
  const { after } = overlap;
  const words = wordsOf(own);
  if (after === undefined || !isNoted(own.operation) || words === undefined) return notApplicable;
  const wanted = own.operation === other.operation ? [words, wordsOf(other)] : [words];
  const shownIn = places[own.operation];
  const keeps = (card: JsonObject) => shownIn(card).some((one) => typeof one === 'string' && wanted.includes(one));
  if (!isLeftInOrder(own, overlap, keeps)) return notApplicable;
  const either = wanted.filter((one) => one !== undefined).map((one) => JSON.stringify(one));
  return expectThat(
    keeps(after),
    pointers[own.operation],
    `notes ${either.join(' or ')}`,
    shownIn(after).map((one) => one ?? null),
  );
}

/** What each action does to the card, its words aside. */
const effects = {
  clockOut: {
    pointer: '/clockOutEvent',
    what: 'the clock-out',
    isIn: (card: JsonObject) => isJsonObject(card['clockOutEvent']),
  },
  startBreak: {
    pointer: '/breaks',
    what: 'one break more',
    isIn: (card: JsonObject, before: JsonObject) => breaksIn(card).length > breaksIn(before).length,
  },
  endBreak: {
    pointer: '/breaks',
    what: 'the end of the break',
    isIn: (card: JsonObject, before: JsonObject) => ended(card) > ended(before),
  },
} as const;

function ended(card: JsonObject): number {
  return breaksIn(card).filter((one) => isJsonObject(at(one, '/end'))).length;
}

function hasEffect(operation: Entry['operation']): operation is keyof typeof effects {
  return Object.hasOwn(effects, operation);
}

/** The event, the break, its end, or the confirmation that one of the two requests brought is in the card. */
export function effectKept(own: Entry, _other: Entry, overlap: Overlap): Answer {
  const { before, after } = overlap;
  if (!own.accepted || before === undefined || after === undefined) return notApplicable;
  if (own.operation === 'confirm') return confirmationKept(before, after, overlap);
  if (!hasEffect(own.operation)) return notApplicable;
  const { pointer, what, isIn } = effects[own.operation];
  if (!isLeftInOrder(own, overlap, isIn)) return notApplicable;
  return expectThat(isIn(after, before), pointer, what, at(after, pointer));
}

/** The flags that both orders of the same two requests, answered alike, have brought. */
function confirmationKept(before: JsonObject, after: JsonObject, overlap: Overlap): Answer {
  const { inOrder, atOnce } = overlap;
  if (!bothTried(overlap) || !inOrder.every((one) => isAnsweredAlike(one, atOnce))) return notApplicable;
  const known = flagsIn(before['confirmedBy']);
  const shown = inOrder.map(({ card }) => flagsIn(card?.['confirmedBy']));
  const [first = new Set<string>()] = shown;
  const brought = [...first].filter((flag) => !known.has(flag) && shown.every((flags) => flags.has(flag)));
  if (brought.length === 0) return notApplicable;
  const flags = flagsIn(after['confirmedBy']);
  return expectThat(
    brought.every((flag) => flags.has(flag)),
    '/confirmedBy',
    brought.join(','),
    after['confirmedBy'],
  );
}

function isAnsweredAlike(one: Aftermath, other: Aftermath): boolean {
  return one.statuses.every((status, index) => isAccepted(status) === isAccepted(other.statuses[index]));
}

/** What a replace sends as a whole. */
const parts = ['clockInEvent', 'clockOutEvent', 'breaks', 'notes'] as const;

/**
 * After two replaces of which one was accepted, or both, the card is as one of them has left it alone: no blend of both. Judged
 * where each order was seen to leave what the last one sent: a look that came too early shows what the first one sent.
 */
export function oneOfTwoReplacements(overlap: Overlap): Answer {
  const { requests, after, inOrder } = overlap;
  const areReplaces = requests.every(({ operation }) => operation === 'replace');
  const isAnyAccepted = requests.some(({ accepted }) => accepted);
  if (after === undefined || !areReplaces || !isAnyAccepted || !bothTried(overlap)) return notApplicable;
  const wholes = inOrder.flatMap(({ card, order }): readonly JsonObject[] => {
    const { sent } = requests[order === 'straight' ? 1 : 0];
    return card !== undefined && equalJson(wordsIn(card), wordsIn(sent)) ? [card] : [];
  });
  if (wholes.length < inOrder.length) return notApplicable;
  const [nearest] = wholes
    .map((whole) => ({
      whole,
      wrong: parts.filter((part) => !haveSameContent(partOf(whole, part), partOf(after, part))),
    }))
    .toSorted((left, right) => left.wrong.length - right.wrong.length);
  const [part] = nearest?.wrong ?? [];
  if (nearest === undefined || part === undefined) return holds;
  return violated(`/${part}`, partOf(nearest.whole, part) ?? null, partOf(after, part));
}

/** By which request a card was replaced, its notes say. */
function wordsIn(card: JsonObject | undefined): Json {
  return at(card, '/notes/content') ?? null;
}

/** The ids of breaks are of the card, and not of what was sent. */
function partOf(card: JsonObject, part: (typeof parts)[number]): Json | undefined {
  if (part !== 'breaks') return card[part];
  return breaksIn(card).map((one) => {
    if (!isJsonObject(one)) return one;
    const { breakId: _, ...rest } = one;
    return rest;
  });
}
