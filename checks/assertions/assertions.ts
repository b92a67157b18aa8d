import type { Body, Exchange } from '../../traffic/exchange.ts';
import type { Json, JsonObject } from '../../traffic/json.ts';
import { headerValue } from '../../traffic/headers.ts';
import { at, equalJson } from '../../traffic/pointer.ts';
import { haveSameContent } from './same-content.ts';
import { difference } from './difference.ts';
import type { Answer } from '../check.ts';
import { instantOf, isNotBefore, isOneMoment, isSameSecond, isUnreadableTime, sameInstants } from './instants.ts';
import { sameId } from './same-id.ts';

export { sameId };

export const holds: Answer = { kind: 'holds' };
export const notApplicable: Answer = { kind: 'notApplicable' };
const unreadable: Answer = { kind: 'undecided', because: 'unreadableTime' };

export function violated(pointer: string, expected: Json, actual: Json | undefined): Answer {
  return { kind: 'violated', pointer, expected, actual: actual === undefined ? '(absent)' : actual };
}

export function observed(subject: string, value: Json): Answer {
  return { kind: 'observed', observation: { subject, value } };
}

/** What could have been observed of a subject, and was not: a refused create says nothing of the card that it would have made. */
export function unseen(subject: string): Answer {
  return { kind: 'unseen', subject };
}

/** What stands where JSON was expected, as a reader would say it. */
export function bodyInWords(body: Body): Json {
  switch (body.kind) {
    case 'empty':
      return '(no body)';
    case 'json':
      return body.value;
    case 'malformed':
      return `JSON that cannot be read: ${body.text.slice(0, 80)}`;
    case 'other':
      return `text that is not JSON: ${body.text.slice(0, 80)}`;
  }
}

/** Holds if the condition does; otherwise violated at the pointer. */
export function expectThat(condition: boolean, pointer: string, expected: Json, actual: Json | undefined): Answer {
  return condition ? holds : violated(pointer, expected, actual);
}

/** The value at the pointer is the expected JSON value. */
export function equals(card: JsonObject, pointer: string, expected: Json): Answer {
  const actual = at(card, pointer);
  return expectThat(equalJson(actual, expected), pointer, expected, actual);
}

/** The value at the pointer is the id of that user; a GUID is the same in either letter case. */
export function isUser(card: JsonObject, pointer: string, userId: Json): Answer {
  const actual = at(card, pointer);
  return expectThat(sameId(actual, userId), pointer, userId, actual);
}

/**
 * The value at the pointer is the instant that was sent, however it is written (requirement TC-CREATE-004), to the second:
 * the CSDL gives dateTime no Precision, which by OData is none, and the examples send whole seconds.
 */
export function sameInstant(card: JsonObject, pointer: string, expected: Json | undefined): Answer {
  const wanted = instantOf(expected);
  if (wanted === undefined) return notApplicable;
  const actual = at(card, pointer);
  if (isUnreadableTime(actual)) return unreadable;
  return expectThat(isSameSecond(instantOf(actual), wanted), pointer, expected ?? null, actual);
}

/** The same to the millisecond, of an instant that is the same to the second. */
export function sameMillisecond(card: JsonObject, pointer: string, expected: Json | undefined): Answer {
  const wanted = instantOf(expected);
  const actual = at(card, pointer);
  if (wanted === undefined || wanted % 1000 === 0 || !isSameSecond(instantOf(actual), wanted)) return notApplicable;
  return expectThat(sameInstants(instantOf(actual), wanted), pointer, expected ?? null, actual);
}

/** The value at the pointer is the time of the same moment, as near as the clocks of one service are. */
export function sameMoment(card: JsonObject, pointer: string, other: Json | undefined): Answer {
  const actual = at(card, pointer);
  const expected = instantOf(other);
  if (expected === undefined) return notApplicable;
  if (isUnreadableTime(actual)) return unreadable;
  return expectThat(isOneMoment(instantOf(actual), expected), pointer, other ?? null, actual);
}

/** Each of the properties is alike in both cards, ids of people in either letter case; of the first that is not, the innermost place that differs is named. */
export function unchanged(before: JsonObject, after: JsonObject, pointers: readonly string[]): Answer {
  const changed = pointers.find((pointer) => {
    const [left, right] = [at(before, pointer), at(after, pointer)];
    return !haveSameContent(left, right) && !sameId(left, right);
  });
  if (changed === undefined) return holds;
  const { pointer, left, right } = difference(at(before, changed), at(after, changed), changed);
  return violated(pointer, left ?? null, right);
}

/**
 * The first instant is not before the second; not applicable unless both are instants. `exactly` is for what is only
 * SHOULD: a service on several machines may fall short of it by milliseconds.
 */
export function notBefore(
  card: JsonObject,
  pointer: string,
  earlier: Json | undefined,
  how: 'clearly' | 'exactly' = 'clearly',
): Answer {
  const actual = at(card, pointer);
  const [later, first] = [instantOf(actual), instantOf(earlier)];
  if (first !== undefined && isUnreadableTime(actual)) return unreadable;
  if (later === undefined || first === undefined) return notApplicable;
  return expectThat(isNotBefore(later, first, how), pointer, `not before ${String(earlier)}`, actual);
}

/** Holds if none is violated and at least one could have been. */
export function every(...answers: readonly Answer[]): Answer {
  return (
    answers.find(({ kind }) => kind === 'violated') ??
    answers.find(({ kind }) => kind === 'undecided') ??
    answers.find(({ kind }) => kind === 'holds') ??
    answers.find(({ kind }) => kind === 'observed') ??
    answers.find(({ kind }) => kind === 'unseen') ??
    notApplicable
  );
}

/** How far an event's time may be from the server's clock at the call: a `Date` header has whole seconds. */
const clockTolerance = 6_000;
/** Without a `Date` header the server's clock is unknown; a day is beyond any clock that is merely off. */
const unknownClockTolerance = 86_400_000;

/** The value at the pointer is the server's time during the exchange. */
export function duringCall(card: JsonObject, pointer: string, exchange: Exchange): Answer {
  const actual = at(card, pointer) ?? null;
  // A time that the service did not set is no wrong one: the CSDL lets createdDateTime and lastModifiedDateTime be null.
  if (actual === null) return notApplicable;
  if (isUnreadableTime(actual)) return unreadable;
  const instant = instantOf(actual) ?? NaN;
  const { startedAt, endedAt, serverClockOffset: offset } = exchange;
  // The offset is taken in the middle of the exchange; the header may have been written at either end of it.
  const tolerance = offset === undefined ? unknownClockTolerance : clockTolerance + (endedAt - startedAt) / 2;
  const [from, to] = [startedAt + (offset ?? 0) - tolerance, endedAt + (offset ?? 0) + tolerance];
  const expected = `about ${new Date(Math.round((from + to) / 2)).toISOString()}, the server's time of the call`;
  const isInTime = instant >= from && instant <= to;
  if (!isInTime && offset === undefined && isItsOwnDate(instant, exchange))
    return { kind: 'undecided', because: 'unknownClock' };
  return expectThat(isInTime, pointer, expected, actual);
}

/** By the `Date` of its own answer it was then, though that has not been seen to be a clock: it may run in another year. */
function isItsOwnDate(instant: number, { outcome, startedAt, endedAt }: Exchange): boolean {
  const date = outcome.kind === 'response' ? Date.parse(headerValue(outcome.headers, 'date') ?? '') : NaN;
  return Math.abs(instant - date) <= clockTolerance + (endedAt - startedAt);
}
