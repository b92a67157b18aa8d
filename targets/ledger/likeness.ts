import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import type { Times } from '../wire.ts';
import { whyAnother, type AskedCard } from './asked-card.ts';
import { meantInstant } from './instant.ts';

/**
 * What a card has of one that was asked for, where no answer named it:
 *
 * - `told`: the user, the times and the notes that were sent. Nobody else wrote them in the same seconds.
 * - `alike`: the user and the times, made by whoever sent the request; no notes were sent, and it has none.
 * - `possible`: nothing rules it out, and it may be somebody else's.
 * - `none`: it is another one.
 */
export type Likeness = 'told' | 'alike' | 'possible' | 'none';

/**
 * Compares a card with one that was asked for. Unlike an answer that names our card, it has to show what it is known by.
 *
 * @param during when it was asked for, and answered if it was
 * @param offset of the server's clock from ours in milliseconds, if it is known
 */
export function likeness(card: Json, asked: AskedCard, during: Times, offset: number | undefined): Likeness {
  // Without a time of its own nothing tells it from the cards of others.
  if (![created, clockedIn].some((place) => meantInstant(at(card, place)) !== undefined)) return 'none';
  if (whyAnother(card, asked, during, offset) !== undefined) return 'none';
  if (!isOfOwner(card, asked) || !showsTimes(card, asked, during, offset) || !isOfSender(card, asked))
    return 'possible';
  const pairs = said(asked).map(({ sent, place }) => [sent, at(card, place)] as const);
  if (!pairs.every(([sent, shown]) => isSame(sent, shown))) return 'possible';
  if (pairs.some(([sent]) => typeof sent === 'string' && sent.trim() !== '')) return 'told';
  // Ten minutes are too long to tell by the time alone.
  return offset === undefined ? 'possible' : 'alike';
}

const [created, clockedIn] = ['/createdDateTime', '/clockInEvent/dateTime'] as const;

function isOfOwner(card: Json, { owners }: AskedCard): boolean {
  const userId = at(card, '/userId');
  return typeof userId === 'string' && isAmong(userId, owners);
}

/** What was made by somebody else for the same user shows that user as its creator. */
function isOfSender(card: Json, { owners = [], sender }: AskedCard): boolean {
  const creator = at(card, '/createdBy/user/id');
  return typeof creator !== 'string' || isAmong(creator, sender === undefined ? owners : [...owners, sender]);
}

function isAmong(user: string, users: readonly string[] | undefined): boolean {
  return users?.some((one) => one.toLowerCase() === user.toLowerCase()) === true;
}

/** Whether it shows a time of when it was asked for, and every time that was sent. */
function showsTimes(card: Json, asked: AskedCard, during: Times, offset: number | undefined): boolean {
  const place = asked.operation === 'clockIn' && meantInstant(at(card, created)) === undefined ? clockedIn : created;
  // As for a clockIn: the time of creation that a body sends may be that of any card.
  const isNew = whyAnother(
    { createdDateTime: at(card, place) ?? null },
    { ...asked, times: new Map() },
    during,
    offset,
  );
  return (
    meantInstant(at(card, place)) !== undefined &&
    isNew === undefined &&
    [...asked.times.keys()].every((time) => time === created || meantInstant(at(card, time)) !== undefined)
  );
}

/** The texts and the place that were sent, with where the card shows them. Source: clockIn and create pages. */
function said({ operation, body }: AskedCard): readonly { readonly sent: Json | undefined; readonly place: string }[] {
  const event = operation === 'clockIn' ? body : objectAt(body, '/clockInEvent');
  return [
    { sent: at(event, '/notes/content'), place: '/clockInEvent/notes/content' },
    { sent: at(event, '/isAtApprovedLocation'), place: '/clockInEvent/isAtApprovedLocation' },
    ...(operation === 'clockIn' ? [] : [{ sent: at(body, '/notes/content'), place: '/notes/content' }]),
  ];
}

function objectAt(body: JsonObject, pointer: string): JsonObject {
  const value = at(body, pointer);
  return isJsonObject(value) ? value : {};
}

/** What was not sent is not there; a place that was not said may be anything. */
function isSame(sent: Json | undefined, shown: Json | undefined): boolean {
  if (typeof sent === 'boolean') return shown === sent || shown === undefined || shown === null;
  if (typeof sent === 'string' && sent !== '') return shown === sent;
  return typeof shown !== 'string' || shown === '';
}
