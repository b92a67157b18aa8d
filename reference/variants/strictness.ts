import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import type { TimeCard } from '../time-card.ts';
import { cardActions, eachJsonObject, onReading, refusingStep } from './seams.ts';
import { entries } from './variant.ts';

const declared: ReadonlySet<string> = new Set(
  (
    'id createdDateTime lastModifiedDateTime lastModifiedBy createdBy userId state confirmedBy notes clockInEvent ' +
    'clockOutEvent breaks breakId start end originalEntry dateTime isAtApprovedLocation atApprovedLocation ' +
    'contentType content onBehalfOfUserId application device user displayName'
  ).split(' '),
);

function undeclaredIn(value: Json): string | undefined {
  if (Array.isArray(value)) return firstOf(value as readonly Json[]);
  if (!isJsonObject(value)) return undefined;
  const own = Object.keys(value).find((name) => !declared.has(name) && !name.includes('@'));
  return own ?? firstOf(Object.values(value));
}

function firstOf(values: readonly Json[]): string | undefined {
  for (const one of values) {
    const found = undeclaredIn(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const setByService = ['id', 'createdDateTime', 'lastModifiedDateTime', 'confirmedBy', 'state', 'originalEntry'];

/** Every operation with notes in its body. */
const withNotes: readonly Operation[] = ['create', 'replace', ...cardActions];

/** Refuses bodies with notes like these. */
function refusingNotes(like: (notes: JsonObject) => boolean, message: string): FaultHooks {
  return onReading(withNotes, (body) => {
    eachJsonObject(body, (object) => {
      if (('content' in object || 'contentType' in object) && like(object)) throw new Refusal('BadRequest', message);
      return object;
    });
    return body;
  });
}

const ordinaryText = /^[\p{L}\p{M}\p{N}\p{P}\p{Sc}\p{Sk}\p{Sm}\p{So} ]{1,255}$/u;

function isOrdinary(content: Json | undefined): boolean {
  return (
    typeof content !== 'string' ||
    (ordinaryText.test(content) &&
      !/[<>\p{Default_Ignorable_Code_Point}]|[\u{10000}-\u{10FFFF}]|^\p{M}|^ | $| {2}/u.test(content) &&
      content === content.normalize('NFC'))
  );
}

/** What a server refuses of which no page says that it must be taken. */
export const strictVariants = entries([
  {
    id: 'undeclared-refused',
    title: 'a body with a property that no page names is refused with 400',
    allows: 'No page says whether unknown properties are ignored or refused.',
    temptation: 'unknown properties are ignored',
    hooks: onReading(
      ['create', 'replace', 'clockIn', 'clockOut', 'startBreak', 'endBreak', 'confirmForUser'],
      (body) => {
        const name = undeclaredIn(body);
        if (name !== undefined) throw new Refusal('BadRequest', `The property '${name}' does not exist.`);
        return body;
      },
    ),
  },
  {
    id: 'service-values-refused',
    title: 'create refuses a body that says what the service sets',
    allows: 'No page says whether id, state, createdDateTime and the like are ignored, honoured or refused.',
    temptation: 'read-only properties are ignored',
    hooks: onReading(['create'], (body) => {
      const sent = setByService.find((name) => name in body);
      if (sent !== undefined) throw new Refusal('BadRequest', `The service sets ${sent}.`);
      return body;
    }),
  },
  {
    id: 'implausible-times-refused',
    title: 'create and replace refuse a clock-out before the clock-in and times in the future',
    allows: 'No page says whether times must be in order or past.',
    temptation: 'a body that fits the schema is accepted',
    hooks: {
      store: ({ after, call }) => {
        if (after === undefined || (call.operation !== 'create' && call.operation !== 'replace')) return after;
        const [from, to] = [after.clockInEvent, after.clockOutEvent].map((event) =>
          event === null ? undefined : Date.parse(event.dateTime),
        );
        const late = call.received.time + 60_000;
        if ((from ?? 0) > (to ?? Infinity) || (from ?? 0) > late || (to ?? 0) > late)
          throw new Refusal('BadRequest', 'The times are not plausible.');
        return after;
      },
    },
  },
  {
    id: 'long-shifts-refused',
    title: 'create and replace refuse a card of more than sixteen hours, and one with more than two breaks',
    allows: 'No page says how long a card may be, or how many breaks it may have.',
    temptation: 'a card that lasts from midnight to midnight is accepted',
    hooks: {
      store: ({ after, call }) => {
        if (after === undefined || (call.operation !== 'create' && call.operation !== 'replace')) return after;
        const [from, to] = spanOf(after);
        if ((after.clockOutEvent !== null && to - from > 16 * 3_600_000) || after.breaks.length > 2)
          throw new Refusal('BadRequest', 'No shift is like that.');
        return after;
      },
    },
  },
  {
    id: 'overlaps-refused',
    title: 'create refuses a card that covers the time of another of the same user',
    allows: 'No page says whether the cards of a user may overlap.',
    temptation: 'the same create succeeds twice',
    hooks: {
      store: ({ after, call, cards }) => {
        if (after === undefined || call.operation !== 'create' || !isJsonObject(call.body['clockInEvent']))
          return after;
        const [begin, end] = spanOf(after);
        for (const { card } of cards.all()) {
          const [otherBegin, otherEnd] = spanOf(card);
          if (card.userId === after.userId && otherBegin <= end && begin <= otherEnd)
            throw new Refusal('Conflict', 'The time card overlaps with another one.');
        }
        return after;
      },
    },
  },
  {
    id: 'replace-open-refused',
    title: 'an open card cannot be replaced',
    allows: 'replace example: a card that is clockedOut; no page speaks of an open one.',
    temptation: 'replace of any card succeeds',
    hooks: refusingStep('replace', ({ state }) => state !== 'clockedOut', 'Clock out first.'),
  },
  {
    id: 'replace-wrong-state-refused',
    title: 'replace refuses a state that disagrees with the events',
    allows: 'No page says what becomes of a state that disagrees with the events.',
    temptation: 'state in the body of a replace is ignored',
    hooks: refusingStep(
      'replace',
      (_before, after, { body }) => typeof body['state'] === 'string' && body['state'] !== after.state,
      'The state does not fit the events.',
      'BadRequest',
    ),
  },
  {
    id: 'half-notes-refused',
    title: 'notes without a content or without a contentType are refused',
    allows: 'Every example sends both; no page says that one may be left out.',
    temptation: 'what the CSDL calls nullable may be left out',
    hooks: refusingNotes(
      ({ content, contentType }) => typeof content !== 'string' || typeof contentType !== 'string',
      'Notes need a content and a contentType.',
    ),
  },
  {
    id: 'html-refused',
    title: 'notes in html are refused',
    allows: 'Every example sends text; no page says that a time card takes html.',
    temptation: 'every member of bodyType is taken',
    hooks: refusingNotes(({ contentType }) => contentType === 'html', 'Notes must be plain text.'),
  },
  {
    id: 'exotic-text-refused',
    title: 'long notes, and notes with control characters, angle brackets or emoji, are refused',
    allows: 'No page says which characters notes may have, nor how many.',
    temptation: 'every Edm.String is taken',
    hooks: refusingNotes(({ content }) => !isOrdinary(content), 'Notes must be short ordinary text.'),
  },
]);

function spanOf({ clockInEvent, clockOutEvent }: TimeCard): readonly [begin: number, end: number] {
  return [
    clockInEvent === null ? 0 : Date.parse(clockInEvent.dateTime),
    clockOutEvent === null ? Infinity : Date.parse(clockOutEvent.dateTime),
  ];
}
