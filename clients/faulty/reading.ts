import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { ClientSeams } from '../reference-client/seams.ts';
import type { ClientDefect } from './client-defect.ts';

/** Acts on every card that comes, alone or in a page. */
export function onCards(change: (card: JsonObject) => JsonObject): ClientSeams {
  const read = (value: Json): Json => {
    if (!isJsonObject(value)) return value;
    if (Array.isArray(value['value']))
      return {
        ...value,
        value: (value['value'] as readonly Json[]).map((one) => (isJsonObject(one) ? change(one) : one)),
      };
    return typeof value['id'] === 'string' ? change(value) : value;
  };
  return { read };
}

/** The same card with its events changed. */
function withTimes(card: JsonObject, change: (text: string) => Json): JsonObject {
  const changed = ['clockInEvent', 'clockOutEvent'].flatMap((name) => {
    const event = card[name];
    const time = isJsonObject(event) ? event['dateTime'] : undefined;
    return isJsonObject(event) && typeof time === 'string'
      ? [[name, { ...event, dateTime: change(time) }] as const]
      : [];
  });
  return { ...card, ...Object.fromEntries(changed) };
}

const knownStates: readonly (Json | undefined)[] = ['clockedIn', 'onBreak', 'clockedOut', 'unknownFutureValue'];

/** What the library makes of the cards that it reads. */
export const clientReadingDefects: readonly ClientDefect[] = [
  {
    id: 'null-as-object',
    title: 'a null object is read as an empty one',
    imitates: 'factories that always make a model',
    caughtBy: ['TC-CLIENT-006'],
    start: () =>
      onCards((card) => ({
        ...card,
        ...(card['clockOutEvent'] === null ? { clockOutEvent: {} } : {}),
        ...(card['notes'] === null ? { notes: {} } : {}),
      })),
  },
  {
    id: 'null-event-has-least-time',
    title: 'a missing clockOutEvent is read as one at the beginning of time',
    imitates: 'value types that cannot be null',
    caughtBy: ['TC-CLIENT-006'],
    start: () =>
      onCards((card) =>
        card['clockOutEvent'] === null ? { ...card, clockOutEvent: { dateTime: '0001-01-01T00:00:00Z' } } : card,
      ),
  },
  {
    id: 'read-to-the-second',
    title: 'times are read to the second',
    imitates: 'a format without fractions',
    caughtBy: ['TC-CLIENT-005'],
    start: () => onCards((card) => withTimes(card, (text) => text.replace(/\.\d+/, ''))),
  },
  {
    id: 'read-as-local-time',
    title: 'times are handed over without their zone',
    imitates: 'a date type that has none',
    caughtBy: ['TC-CLIENT-005'],
    start: () => onCards((card) => withTimes(card, (text) => text.replace('Z', ''))),
  },
  {
    id: 'seven-digits-shift',
    title: 'the fraction of a second is taken for a number of milliseconds, however many digits it has',
    imitates: 'a parser that knows three digits',
    caughtBy: ['TC-CLIENT-005'],
    start: () =>
      onCards((card) =>
        withTimes(card, (text) => {
          const [, whole = '', digits = ''] = /^(.*?)(?:\.(\d+))?Z$/.exec(text) ?? [];
          return new Date(Date.parse(`${whole}Z`) + Number(digits)).toISOString();
        }),
      ),
  },
  {
    id: 'seven-digits-throw',
    title: 'a time with more than six digits fails the whole card',
    imitates: 'a strict parser of dates',
    caughtBy: ['TC-CLIENT-005'],
    start: () =>
      onCards((card) =>
        withTimes(card, (text) => {
          if (/\.\d{7}/.test(text)) throw new RangeError(`Invalid isoformat string: ${text}`);
          return text;
        }),
      ),
  },
  {
    id: 'flags-first-only',
    title: 'of several flags only the first is read',
    imitates: 'an enum where a set was meant',
    caughtBy: ['TC-CLIENT-007'],
    start: () =>
      onCards((card) => ({ ...card, confirmedBy: String(card['confirmedBy'] ?? 'none').split(',')[0] ?? '' })),
  },
  {
    id: 'flags-lost',
    title: 'confirmedBy is always empty',
    imitates: 'a parser of collections that is given a string',
    caughtBy: ['TC-CLIENT-007'],
    start: () => onCards((card) => ({ ...card, confirmedBy: [] })),
  },
  {
    id: 'flags-throw',
    title: 'two flags fail the whole card',
    imitates: 'an enum that is looked up by its text',
    caughtBy: ['TC-CLIENT-007'],
    start: () =>
      onCards((card) => {
        if (String(card['confirmedBy']).includes(',')) throw new TypeError("'user,manager' is not a valid ConfirmedBy");
        return card;
      }),
  },
  {
    id: 'sentinel-throws',
    title: 'unknownFutureValue fails the whole card',
    imitates: 'enums that leave the sentinel out',
    caughtBy: ['TC-CLIENT-008'],
    start: () =>
      onCards((card) => {
        if (card['state'] === 'unknownFutureValue') throw new TypeError('not a state: unknownFutureValue');
        return card;
      }),
  },
  {
    id: 'sentinel-is-clocked-in',
    title: 'unknownFutureValue is read as clockedIn',
    imitates: 'a switch whose default is its first case',
    caughtBy: ['TC-CLIENT-008'],
    start: () => onCards((card) => (card['state'] === 'unknownFutureValue' ? { ...card, state: 'clockedIn' } : card)),
  },
  {
    id: 'later-state-throws',
    title: 'a state that was added later fails the whole card',
    imitates: 'closed enums',
    caughtBy: ['TC-CLIENT-009'],
    start: () =>
      onCards((card) => {
        if (typeof card['state'] === 'string' && !knownStates.includes(card['state']))
          throw new TypeError(`not a state: ${card['state']}`);
        return card;
      }),
  },
  {
    id: 'later-state-is-clocked-out',
    title: 'a state that was added later is read as clockedOut',
    imitates: 'an else for all that is not open',
    caughtBy: ['TC-CLIENT-009'],
    start: () =>
      onCards((card) =>
        typeof card['state'] === 'string' && !knownStates.includes(card['state'])
          ? { ...card, state: 'clockedOut' }
          : card,
      ),
  },
  {
    id: 'missing-state-is-clocked-in',
    title: 'a card without a state is read as clocked in',
    imitates: 'a default of nought',
    caughtBy: ['TC-CLIENT-015'],
    start: () => onCards((card) => ({ ...card, state: card['state'] ?? 'clockedIn' })),
  },
  {
    id: 'unknown-members-throw',
    title: 'a member that is not known fails the whole card',
    imitates: 'strict deserializers',
    caughtBy: ['TC-CLIENT-018'],
    start: () =>
      onCards((card) => {
        if ('payCode' in card && 'tags' in card) throw new TypeError('Unrecognized field "payCode"');
        return card;
      }),
  },
  {
    id: 'annotations-throw',
    title: 'an annotation fails the whole card',
    imitates: 'a check of names of members',
    caughtBy: ['TC-CLIENT-018'],
    start: () =>
      onCards((card) => {
        if (Object.keys(card).some((name) => name.startsWith('@'))) throw new TypeError('invalid name: @odata.etag');
        return card;
      }),
  },
];
