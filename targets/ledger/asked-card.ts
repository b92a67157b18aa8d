import type { Capability } from '../../traffic/actor.ts';
import { headerValue } from '../../traffic/headers.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { isMadeUp } from '../../traffic/made-up.ts';
import { at } from '../../traffic/pointer.ts';
import type { People } from '../target.ts';
import type { Times, WireRequest } from '../wire.ts';
import { meantInstant } from './instant.ts';
import type { WhyNotOurs } from './ownership.ts';

/** Who can be asked for a card, as far as the user named them. */
export interface Askers {
  readonly people: People;
  readonly capabilities: ReadonlySet<Capability>;
  /** Users behind the tokens of further actors, where they are known. */
  readonly bearers?: Readonly<Partial<Record<'readOnly' | 'noScope', string>>>;
}

/** A card that a request asks for. */
export interface AskedCard {
  readonly operation: 'create' | 'clockIn';
  /** Whose it may be; undefined where nobody in particular was named and it is not known who calls. */
  readonly owners: readonly string[] | undefined;
  /** The times that were sent, by where they stand. */
  readonly times: ReadonlyMap<string, number>;
  /** The body as it was sent; empty for what is no JSON object. */
  readonly body: JsonObject;
  /** The user behind the request, where that is known. */
  readonly sender?: string;
}

/** Who asked for a card and for whose, where that is known from elsewhere than the request. */
export interface AskedBy {
  readonly operation: AskedCard['operation'];
  readonly owners?: readonly string[];
  readonly sender?: string;
}

/** The card that was asked for by a body that somebody kept. */
export function cardAskedFor({ operation, owners, sender }: AskedBy, text: string | undefined): AskedCard {
  const body = bodyOf(text);
  return { operation, owners, times: timesIn(operation, body), body, ...(sender === undefined ? {} : { sender }) };
}

/** The card that a request asks for; undefined for a request that asks for none. */
export function askedCard(request: WireRequest, askers: Askers): AskedCard | undefined {
  const operation = locate(request.method, request.url)?.operation;
  if (operation !== 'create' && operation !== 'clockIn') return undefined;
  const body = bodyOf(request.text);
  const sender = userBehind(request, askers);
  const owners = ownersIn(operation, body, sender);
  return { operation, owners, times: timesIn(operation, body), body, ...(sender === undefined ? {} : { sender }) };
}

function bodyOf(text: string | undefined): JsonObject {
  try {
    const body = JSON.parse(text ?? '') as Json;
    return isJsonObject(body) ? body : {};
  } catch {
    return {};
  }
}

function ownersIn(
  operation: AskedCard['operation'],
  body: JsonObject,
  caller: string | undefined,
): readonly string[] | undefined {
  const { userId, onBehalfOfUserId } = body;
  // Whose card a create makes that names one user on whose behalf, and no owner, is left open: the example of beta shows either.
  if (operation === 'create' && userId === undefined && typeof onBehalfOfUserId === 'string')
    return caller === undefined ? undefined : [onBehalfOfUserId, caller];
  const named = operation === 'create' ? userId : onBehalfOfUserId;
  if (named === undefined || named === null) return caller === undefined ? undefined : [caller];
  if (typeof named !== 'string') return undefined;
  // A server that does not know a user whom we made up may take the caller instead: nobody else was named.
  if (isMadeUp(named)) return caller === undefined ? undefined : [named, caller];
  return [named];
}

function userBehind({ headers, asked }: WireRequest, { people, capabilities, bearers }: Askers): string | undefined {
  switch (asked?.actor) {
    case 'caller':
      return capabilities.has('callerIdentity') ? people.callerId : undefined;
    case 'secondUser':
      return people.onBehalfOfUserId;
    case 'application':
      return headerValue(headers, 'ms-app-acts-as');
    case 'readOnly':
    case 'noScope':
      return bearers?.[asked.actor];
    default:
      return undefined;
  }
}

/** Where the times of a shift stand. */
const shifts = ['/clockInEvent/dateTime', '/clockOutEvent/dateTime'] as const;
const created = '/createdDateTime';

function timesIn(operation: AskedCard['operation'], body: JsonObject): ReadonlyMap<string, number> {
  if (operation === 'clockIn') return new Map();
  return new Map(
    [...shifts, created].flatMap((pointer) => {
      const instant = meantInstant(at(body, pointer));
      return instant === undefined ? [] : [[pointer, instant] as const];
    }),
  );
}

/** How far a service's own time may be from its clock at the call: its `Date` header has whole seconds and may be a proxy's. */
const knownClock = 6000;
/** Where no answer had a `Date` header, its clock may be off. */
const unknownClock = 600_000;
/** No document promises to keep fractions of a second. */
const fraction = 1000;

/**
 * What speaks against a card being the one that was asked for; undefined where nothing does. What the card does not show, or
 * not so that it can be read, speaks neither way.
 *
 * @param during when it was asked for
 * @param offset of the server's clock from ours in milliseconds, if it is known
 */
export function whyAnother(
  card: Json,
  { operation, owners, times }: AskedCard,
  { startedAt, endedAt }: Times,
  offset: number | undefined,
): WhyNotOurs | undefined {
  const userId = at(card, '/userId');
  if (typeof userId === 'string' && owners?.every((owner) => owner.toLowerCase() !== userId.toLowerCase()) === true)
    return 'anotherUser';
  const slack = offset === undefined ? unknownClock : knownClock + (endedAt - startedAt) / 2;
  const [from, to] = [startedAt + (offset ?? 0) - slack, endedAt + (offset ?? 0) + slack];
  const isOfNow = (pointer: string): boolean => {
    const instant = meantInstant(at(card, pointer));
    return instant === undefined || (instant >= from && instant <= to);
  };
  const isAsSent = (pointer: string): boolean => {
    const [instant, sent] = [meantInstant(at(card, pointer)), times.get(pointer)];
    return instant === undefined || sent === undefined || Math.abs(instant - sent) <= fraction;
  };
  const fits = operation === 'clockIn' ? isOfNow('/clockInEvent/dateTime') : shifts.every(isAsSent);
  // A server may take the time of creation from the request: no page says that it does not.
  const isNew = isOfNow(created) || (times.has(created) && isAsSent(created));
  return fits && isNew ? undefined : 'anotherTime';
}
