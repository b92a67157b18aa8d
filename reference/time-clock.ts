import type { ActionInput, CardInput } from './card-body.ts';
import { writeServiceTime } from './instant.ts';
import type { Decisions } from './policy.ts';
import { Refusal } from './refusal.ts';
import type { CardState, ConfirmedBy, IdentitySet, TimeCard, TimeCardEntry, TimeCardEvent } from './time-card.ts';

/** Who writes, when, and what is decided where no page says what happens. */
export interface Stamp {
  readonly by: IdentitySet;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly decisions: Decisions;
}

/**
 * How `originalEntry` behaves. It follows the entry of a card that was only clocked (list example, item 1), is empty on
 * a card that was written as a whole (create example), and stands still once the card was edited (resource page: the
 * entry "before it was edited").
 */
type Origin = 'clocked' | 'created' | 'edited';

/** A card and what the server remembers beside it. */
export interface Held {
  readonly card: TimeCard;
  readonly origin: Origin;
}

const emptyEntry: TimeCardEntry = { clockInEvent: null, clockOutEvent: null, breaks: [] };

/** Source: clockIn page, examples 1 and 2: one instant for event, creation and change; the notes go to the event. */
export function clockIn(id: string, userId: string, input: ActionInput, stamp: Stamp): Held {
  const entry = { ...emptyEntry, clockInEvent: eventOf(input, stamp) };
  return { card: newCard(id, userId, entry, stamp), origin: 'clocked' };
}

/** Source: create page, example: the entry as sent, the service's own time of creation, an empty original. */
export function create(id: string, userId: string, input: CardInput, breakIds: () => string, stamp: Stamp): Held {
  const entry = entryOf(input, breakIds);
  const card = newCard(id, userId, entry, stamp);
  return { card: { ...card, notes: input.notes, originalEntry: emptyEntry }, origin: 'created' };
}

/** Source: clockOut page. A break that is still open ends with the card; no page says so, and no page says otherwise. */
export function clockOut(held: Held, input: ActionInput, stamp: Stamp): Held {
  const closed = held.card.state === 'clockedOut';
  if (closed && stamp.decisions.on('clockOutOfClosed') === 'refused') throw impossible('is already clocked out');
  const breaks = withoutOpenBreak(held.card, stamp);
  return withEntry(held, { ...entryIn(held.card), breaks, clockOutEvent: eventOf(input, stamp) }, stamp);
}

/** Source: startBreak page; beta get example: notes in the start event, break notes null. */
export function startBreak(held: Held, breakId: string, input: ActionInput, stamp: Stamp): Held {
  const { state } = held.card;
  const { decisions } = stamp;
  if (state === 'onBreak' && decisions.on('startBreakOnBreak') === 'refused') throw impossible('is on a break');
  if (state === 'clockedOut' && decisions.on('startBreakOfClosed') === 'refused') throw impossible('is clocked out');
  const started = { breakId, notes: null, start: eventOf(input, stamp), end: null };
  const breaks = [...withoutOpenBreak(held.card, stamp), started];
  return withEntry(held, { ...entryIn(held.card), clockOutEvent: null, breaks }, stamp);
}

/** Source: endBreak page: ends the open break. */
export function endBreak(held: Held, input: ActionInput, stamp: Stamp): Held {
  if (held.card.state !== 'onBreak') throw impossible('has no open break');
  const breaks = held.card.breaks.map((one) => (one.end === null ? { ...one, end: eventOf(input, stamp) } : one));
  return withEntry(held, { ...entryIn(held.card), breaks }, stamp);
}

/** Source: confirm page; confirmedBy is a set of flags. Nothing else of the card changes. */
export function confirm(held: Held, who: 'user' | 'manager', stamp: Stamp): Held {
  const { confirmedBy } = held.card;
  const grown: ConfirmedBy = confirmedBy === 'none' || confirmedBy === who ? who : 'user,manager';
  return { ...held, card: { ...held.card, confirmedBy: grown, ...changed(laterThan(held.card, stamp)) } };
}

/** Source: replace page: the card as sent; what is left out is gone, and the first entry stays in `originalEntry`. */
export function replace(held: Held, userId: string, input: CardInput, breakIds: () => string, stamp: Stamp): Held {
  const entry = entryOf(input, breakIds);
  const originalEntry = held.origin === 'edited' ? held.card.originalEntry : entryIn(held.card);
  const card = { ...held.card, ...entry, userId, notes: input.notes, state: stateOf(entry), originalEntry };
  return { card: { ...card, ...changed(laterThan(held.card, stamp)) }, origin: 'edited' };
}

function newCard(id: string, userId: string, entry: TimeCardEntry, stamp: Stamp): TimeCard {
  return {
    id,
    createdDateTime: writeServiceTime(stamp.time),
    ...changed(stamp),
    userId,
    state: stateOf(entry),
    confirmedBy: 'none',
    notes: null,
    ...entry,
    originalEntry: entry,
    createdBy: stamp.by,
  };
}

function withEntry(held: Held, entry: TimeCardEntry, stamp: Stamp): Held {
  const originalEntry = held.origin === 'clocked' ? entry : held.card.originalEntry;
  return { ...held, card: { ...held.card, ...entry, state: stateOf(entry), originalEntry, ...changed(stamp) } };
}

function entryIn(card: TimeCard): TimeCardEntry {
  return { clockInEvent: card.clockInEvent, clockOutEvent: card.clockOutEvent, breaks: card.breaks };
}

/** Two open breaks at once is a card in no state. */
function entryOf(input: CardInput, breakIds: () => string): TimeCardEntry {
  const open = input.breaks.filter((one) => one.end === null).length;
  if (open > 1) throw new Refusal('BadRequest', 'A time card can have only one open break.');
  const breaks = input.breaks.map(({ breakId, ...one }) => ({ breakId: breakId || breakIds(), ...one }));
  return { clockInEvent: input.clockInEvent, clockOutEvent: input.clockOutEvent, breaks };
}

/** Source: timeCard resource page, values of state. */
function stateOf(entry: TimeCardEntry): CardState {
  if (entry.clockOutEvent !== null) return 'clockedOut';
  return entry.breaks.some((one) => one.end === null) ? 'onBreak' : 'clockedIn';
}

/** The breaks of a card, with an end for the one that is open. */
function withoutOpenBreak({ breaks }: TimeCard, stamp: Stamp): TimeCard['breaks'] {
  return breaks.map((one) => (one.end === null ? { ...one, end: bareEvent(stamp) } : one));
}

function eventOf(input: ActionInput, stamp: Stamp): TimeCardEvent {
  return {
    dateTime: writeServiceTime(stamp.time),
    isAtApprovedLocation: input.isAtApprovedLocation,
    notes: input.notes,
  };
}

function bareEvent(stamp: Stamp): TimeCardEvent {
  return { dateTime: writeServiceTime(stamp.time), isAtApprovedLocation: null, notes: null };
}

function changed(stamp: Stamp) {
  return { lastModifiedDateTime: writeServiceTime(stamp.time), lastModifiedBy: stamp.by };
}

/** An edit moves lastModifiedDateTime even where it follows within the same millisecond. */
function laterThan(card: TimeCard, stamp: Stamp): Stamp {
  return { ...stamp, time: Math.max(stamp.time, Date.parse(card.lastModifiedDateTime) + 1) };
}

/** No page says what an impossible step answers; this server says 409. */
function impossible(why: string): Refusal {
  return new Refusal('Conflict', `The time card ${why}.`);
}
