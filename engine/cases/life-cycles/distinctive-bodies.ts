import { cardOfShift, type Shift } from '../../../arbitraries/calendar.ts';
import { uglySamples } from '../../../arbitraries/text.ts';
import type { Json, JsonObject } from '../../../traffic/json.ts';

type TextKind = 'html' | 'text';

/**
 * Notes with plain text that careless servers alter all the same: quotes, escapes, a plus, other scripts, its length; and
 * with a word that tells them from all others.
 */
export function distinctiveNotes(word: string): JsonObject {
  return notes(
    'text',
    String.raw`Tom & Zoë's "late" start: bus 237 + 5 min, 50% full at 8/5, see C:\new\plan.txt; 早退 (on the board): hello, class; select or drop from O'Hare, ask tom@example.org or 555-0100, #{1} $2 ok? ${word}`,
  );
}

/** Notes with line breaks, emoji and combining marks. */
export function livelyNotes(word: string): JsonObject {
  return notes('text', `${uglySamples.lively}\n${word}`);
}

export function notes(contentType: TextKind, content: string): JsonObject {
  return { contentType, content };
}

/** A whole card in which all that can be said is said, each thing differently: three breaks, and both kinds of text. */
export function wholeCard(userId: string, what: string): JsonObject {
  return {
    userId,
    clockInEvent: event('2025-01-07T21:00:05.250Z', true, distinctiveNotes(`${what}, start`)),
    clockOutEvent: event('2025-01-07T21:55:45.750Z', false, distinctiveNotes(`${what}, end`)),
    notes: distinctiveNotes(`${what}, card`),
    breaks: [
      {
        notes: distinctiveNotes(`${what}, first break`),
        start: event('2025-01-07T21:05:05.250Z', true, distinctiveNotes(`${what}, tea`)),
        end: event('2025-01-07T21:10:15.500Z', false, distinctiveNotes(`${what}, back from tea`)),
      },
      {
        notes: notes('html', `${what}, second break`),
        start: event('2025-01-07T21:20:25.250Z', false, notes('html', `${what}, lunch`)),
        end: event('2025-01-07T21:30:35.500Z', true, notes('text', '237')),
      },
      {
        notes: null,
        start: event('2025-01-07T21:40:00.000Z', false),
        end: event('2025-01-07T21:41:00.000Z', false),
      },
    ],
  };
}

/** The same card with its breaks in the other order: an id stays with its break, wherever that stands. */
export function latestBreakFirst({ breaks, ...card }: JsonObject): JsonObject {
  return { ...card, breaks: Array.isArray(breaks) ? (breaks as readonly Json[]).toReversed() : [] };
}

/** A card that says little, and each thing where its neighbour says nothing. Times with a fraction and with an offset. */
export function sparseCard(userId: string, what: string): JsonObject {
  return {
    userId,
    clockInEvent: { dateTime: '2025-01-07T23:00:00.125+02:00' },
    clockOutEvent: { dateTime: '2025-01-07T16:15:40.875-05:30', notes: distinctiveNotes(`${what}, end`) },
    notes: distinctiveNotes(`${what}, card`),
    breaks: [
      {
        notes: distinctiveNotes(`${what}, break`),
        start: { dateTime: '2025-01-07T21:20:25.125Z' },
        end: { dateTime: '2025-01-07T21:30:35Z', notes: distinctiveNotes(`${what}, back`) },
      },
    ],
  };
}

/** A card of a shift, with a text in every other place. */
export function cardAtOddTimes(userId: string, shift: Shift): JsonObject {
  return {
    userId,
    ...cardOfShift(shift, (place) => (place % 2 === 0 ? null : distinctiveNotes(`odd times, ${place}`))),
  };
}

export function event(dateTime: string, isAtApprovedLocation: boolean, said: JsonObject | null = null): JsonObject {
  return { dateTime, isAtApprovedLocation, notes: said };
}
