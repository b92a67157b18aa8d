import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { ClientDefect } from './client-defect.ts';

const actions: readonly string[] = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];

/** The same object with every time changed. */
function withTimes(value: JsonObject, change: (text: string) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => {
      if (/dateTime$/i.test(name) && typeof member === 'string') return [name, change(member)];
      return [name, isJsonObject(member) ? withTimes(member, change) : member];
    }),
  );
}

function without(object: JsonObject, unwanted: (value: Json, name: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name, value]) => !unwanted(value, name)));
}

/** What the library sends of what its caller set. */
export const writingDefects: readonly ClientDefect[] = [
  {
    id: 'unset-is-false',
    title: 'a flag that nobody set is sent as false',
    imitates: 'booleans with a default',
    caughtBy: ['TC-CLIENT-003'],
    start: () => ({
      write: (object, { op }) => (actions.includes(op) ? { isAtApprovedLocation: false, ...object } : object),
    }),
  },
  {
    id: 'unset-notes-are-empty',
    title: 'notes that nobody set are sent as an empty text',
    imitates: 'strings with a default',
    caughtBy: ['TC-CLIENT-003'],
    start: () => ({
      write: (object, { op }) =>
        actions.includes(op) ? { notes: { contentType: 'text', content: '' }, ...object } : object,
    }),
  },
  {
    id: 'written-to-the-second',
    title: 'times are sent to the second',
    imitates: 'RFC 3339 without fractions',
    caughtBy: ['TC-CLIENT-004'],
    start: () => ({ write: (object) => withTimes(object, (text) => text.replace(/\.\d+/, '')) }),
  },
  {
    id: 'written-without-zone',
    title: 'times are sent without Z',
    imitates: 'dates without a zone',
    caughtBy: ['TC-CLIENT-004'],
    start: () => ({ write: (object) => withTimes(object, (text) => text.replace('Z', '')) }),
  },
  {
    id: 'written-as-number',
    title: 'times are sent as seconds since 1970',
    imitates: 'Unix time',
    caughtBy: ['TC-CLIENT-004'],
    start: () => ({ write: (object) => withTimes(object, (text) => Date.parse(text) / 1000) }),
  },
  {
    id: 'change-in-event-lost',
    title: 'what is changed within an event of a read card is not sent',
    imitates: 'trackers of changes that see the top only',
    caughtBy: ['TC-CLIENT-010'],
    start: () => ({ assign: (_object, path, _value, isKept) => isKept && path.includes('.') }),
  },
  {
    id: 'every-change-lost',
    title: 'of a card that was read, nothing is sent but annotations',
    imitates: 'a backing store that never learns that it was filled',
    caughtBy: ['TC-CLIENT-010', 'TC-CLIENT-011', 'TC-CLIENT-017'],
    start: () => ({
      write: (object, { isKept }) => (isKept ? { '@odata.type': '#microsoft.graph.timeCard' } : object),
    }),
  },
  {
    id: 'false-left-out',
    title: 'false is not sent',
    imitates: 'serializers that leave defaults out',
    caughtBy: ['TC-CLIENT-010'],
    start: () => ({
      write: (object) => {
        const inner = (value: JsonObject): JsonObject =>
          Object.fromEntries(
            Object.entries(without(value, (member) => member === false)).map(([name, member]) => [
              name,
              isJsonObject(member) ? inner(member) : member,
            ]),
          );
        return inner(object);
      },
    }),
  },
  {
    id: 'text-in-latin',
    title: 'letters beyond Latin-1 are sent as question marks',
    imitates: 'an encoder of another charset',
    caughtBy: ['TC-CLIENT-010'],
    start: () => ({ stringify: (object) => JSON.stringify(object).replaceAll(/[^\u0020-\u007e]/g, '?') }),
  },
  {
    id: 'nulls-left-out',
    title: 'null is not sent',
    imitates: 'serializers that leave nulls out',
    caughtBy: ['TC-CLIENT-011'],
    start: () => ({ write: (object, { isKept }) => (isKept ? without(object, (value) => value === null) : object) }),
  },
  {
    id: 'null-under-other-name',
    title: 'null is sent under the name that the member has in the language',
    imitates: 'two paths through a serializer, one of which knows no names',
    caughtBy: ['TC-CLIENT-011'],
    start: () => ({
      write: (object, { isKept, touched }) => {
        if (!isKept) return object;
        const cleared = touched.filter((path) => object[path] === null);
        const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        // A name of one word is the same in both.
        const renamed = Object.fromEntries(cleared.map((path) => [snake(path), null]));
        return { ...without(object, (_value, name) => cleared.includes(name)), ...renamed };
      },
    }),
  },
  {
    id: 'flags-emptied',
    title: 'confirmedBy of a read card is sent as an empty text',
    imitates: 'flags that were not read',
    caughtBy: ['TC-CLIENT-012'],
    start: () => ({
      write: (object, { isKept }) => (isKept && 'confirmedBy' in object ? { ...object, confirmedBy: '' } : object),
    }),
  },
  {
    id: 'null-sent-as-object',
    title: 'a clockOutEvent that was null is sent as {}',
    imitates: 'empty models in place of null',
    caughtBy: ['TC-CLIENT-012'],
    start: () => ({
      write: (object, { isKept, touched }) =>
        isKept && object['clockOutEvent'] === null && !touched.includes('clockOutEvent')
          ? { ...object, clockOutEvent: {} }
          : object,
    }),
  },
  {
    id: 'text-like-dates-rewritten',
    title: 'text that looks like a date is written anew',
    imitates: 'guessing of types',
    caughtBy: ['TC-CLIENT-012'],
    start: () => ({
      write: (object, { isKept }) =>
        isKept && typeof object['payCode'] === 'string'
          ? { ...object, payCode: `${object['payCode']}T00:00:00+00:00` }
          : object,
    }),
  },
  {
    id: 'places-become-false',
    title: 'a place of which nothing is known is sent as not approved',
    imitates: 'booleans that cannot be null',
    caughtBy: ['TC-CLIENT-012'],
    start: () => ({
      write: (object, { isKept, touched }) => {
        const event = object['clockInEvent'];
        if (!isKept || !isJsonObject(event) || event['isAtApprovedLocation'] !== null) return object;
        if (touched.includes('clockInEvent.isAtApprovedLocation')) return object;
        return { ...object, clockInEvent: { ...event, isAtApprovedLocation: false } };
      },
    }),
  },
  {
    id: 'sent-once-only',
    title: 'an object that was sent before is sent as {}',
    imitates: 'trackers of changes that take sent for stored',
    caughtBy: ['TC-CLIENT-014'],
    start: () => ({ write: (object, { timesSent }) => (timesSent > 0 ? {} : object) }),
  },
  {
    id: 'sent-once-half',
    title: 'an object that was sent before is sent without its events',
    imitates: 'trackers of changes of inner objects',
    caughtBy: ['TC-CLIENT-014'],
    start: () => ({ write: (object, { timesSent }) => (timesSent > 0 ? without(object, isJsonObject) : object) }),
  },
  {
    id: 'copy-is-empty',
    title: 'create of a card that was read sends {}',
    imitates: 'what was read counts as known to the service',
    caughtBy: ['TC-CLIENT-017'],
    start: () => ({ write: (object, { op, isKept }) => (op === 'create' && isKept ? {} : object) }),
  },
  {
    id: 'type-in-other-case',
    title: '@odata.type names the type in another case',
    imitates: 'names of classes in place of names of the schema',
    caughtBy: ['TC-CLIENT-019'],
    start: () => ({ write: (object) => ({ '@odata.type': '#microsoft.graph.TimeCard', ...object }) }),
  },
  {
    id: 'paths-become-names',
    title: 'notes are sent as one member with a dot in its name',
    imitates: 'flattened models',
    caughtBy: ['TC-CLIENT-010'],
    start: () => ({
      write: (object) => {
        const notes = object['notes'];
        if (!isJsonObject(notes)) return object;
        return { ...without(object, (_value, name) => name === 'notes'), 'notes.content': notes['content'] ?? null };
      },
    }),
  },
];
