import type { IdentitySet, TimeCard, TimeCardEntry, TimeCardEvent } from '../time-card.ts';
import { readCard } from '../card-body.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import type { FaultHooks } from '../fault.ts';
import { Refusal } from '../refusal.ts';
import { eachJsonObject, entryIn, onReading, refusingStep, onStoring } from './seams.ts';
import { entries } from './variant.ts';

/** The events of the card itself, each changed. */
function withEvents(card: TimeCard, change: (event: TimeCardEvent) => TimeCardEvent): TimeCard {
  const maybe = (event: TimeCardEvent | null) => event && change(event);
  return {
    ...card,
    clockInEvent: maybe(card.clockInEvent),
    clockOutEvent: maybe(card.clockOutEvent),
    breaks: card.breaks.map((one) => ({ ...one, start: change(one.start), end: maybe(one.end) })),
  };
}

function entryText(card: TimeCard): string {
  return JSON.stringify([card.userId, card.notes, entryIn(card)]);
}

function identitySet(value: Json | undefined): IdentitySet | undefined {
  return isJsonObject(value) ? (value as unknown as IdentitySet) : undefined;
}

/** What the service otherwise keeps itself, as the body of a replace says it. */
function believing(): FaultHooks {
  return onStoring('replace', (after, _before, { body, version }) => {
    const { createdDateTime, originalEntry: original } = body;
    return {
      ...after,
      createdBy: identitySet(body['createdBy']) ?? after.createdBy,
      lastModifiedBy: identitySet(body['lastModifiedBy']) ?? after.lastModifiedBy,
      createdDateTime: typeof createdDateTime === 'string' ? createdDateTime : after.createdDateTime,
      originalEntry: isJsonObject(original) ? entryOf(original, version) : after.originalEntry,
    };
  });
}

function entryOf(sent: JsonObject, version: Parameters<typeof readCard>[1]): TimeCardEntry {
  const { clockInEvent, clockOutEvent, breaks } = readCard(sent, version);
  return {
    clockInEvent,
    clockOutEvent,
    breaks: breaks.map((one, index) => ({ ...one, breakId: one.breakId ?? `BRK_${index}` })),
  };
}

function hasOverlap({ breaks }: TimeCard): boolean {
  const spans = breaks
    .map(({ start, end }) => [Date.parse(start.dateTime), end === null ? Infinity : Date.parse(end.dateTime)] as const)
    .toSorted(([one], [other]) => one - other);
  return spans.some(([from], index) => index > 0 && from < (spans[index - 1]?.[1] ?? 0));
}

/** What a server makes of edits of which no page says what becomes of them. */
export const editedVariants = entries([
  {
    id: 'replace-believes-service-values',
    title: 'replace takes createdBy, createdDateTime, lastModifiedBy and originalEntry from the body',
    allows: 'replace page, example: sends lastModifiedBy; no page says that what the service sets is left aside.',
    temptation: 'who made a card, and what it was, never changes whatever is sent',
    warns: ['TC-REPLACE-028'],
    hooks: believing,
  },
  {
    id: 'null-location-is-false',
    title: 'where a place is sent as null, false is kept',
    allows: 'CSDL: nullable, without a default; a copy of the OpenAPI document says that the default is false.',
    temptation: 'a place that is sent as null comes back as null',
    hooks: onStoring('replace', (after) =>
      withEvents(after, (event) => ({ ...event, isAtApprovedLocation: event.isAtApprovedLocation ?? false })),
    ),
  },
  {
    id: 'same-again-is-no-edit',
    title: 'a replace by what the card is already leaves lastModifiedDateTime and lastModifiedBy as they were',
    allows: 'timeCard page: "last modified"; no page says that a replace by the same modifies a card.',
    temptation: 'lastModifiedDateTime moves with every accepted replace',
    hooks: onStoring('replace', (after, before) =>
      before !== undefined && entryText(after) === entryText(before)
        ? { ...after, lastModifiedBy: before.lastModifiedBy, lastModifiedDateTime: before.lastModifiedDateTime }
        : after,
    ),
  },
  {
    id: 'original-goes-on',
    title: 'originalEntry of a card that was edited while it was open gets the breaks and the clock-out that follow',
    allows: 'timeCard page: "before it was edited", of the entry; what is clocked after the edit was not edited.',
    temptation: 'originalEntry of an edited card stands still',
    hooks: {
      store: ({ before, after, call }) => {
        const clocked = ['startBreak', 'endBreak', 'clockOut'].includes(call.operation);
        if (!clocked || before === undefined || after === undefined) return after;
        const { originalEntry } = before;
        if (originalEntry.clockInEvent === null || originalEntry.clockOutEvent !== null) return after;
        return { ...after, originalEntry: { ...entryIn(after), clockInEvent: originalEntry.clockInEvent } };
      },
    },
  },
  {
    id: 'reopening-refused',
    title: 'a closed card cannot be opened again by a replace',
    allows: 'replace example: a card that is closed and stays closed.',
    temptation: 'a closed card may be replaced by an open one',
    hooks: refusingStep(
      'replace',
      (before, after) => before.clockOutEvent !== null && after.clockOutEvent === null,
      'A closed time card stays closed.',
    ),
  },
  {
    id: 'breaks-in-their-order',
    title: 'breaks are kept in the order of their start',
    allows: 'CSDL: breaks is a collection, without a word on its order.',
    temptation: 'breaks come back in the order in which they were sent',
    hooks: {
      store: ({ after }) =>
        after && {
          ...after,
          breaks: after.breaks.toSorted(
            (one, other) => Date.parse(one.start.dateTime) - Date.parse(other.start.dateTime),
          ),
        },
    },
  },
  {
    id: 'overlapping-breaks-refused',
    title: 'a card with a break that begins during another is refused',
    allows: 'No page says whether breaks may overlap.',
    temptation: 'breaks of any times are taken',
    hooks: {
      store: ({ after, call }) => {
        if (after !== undefined && (call.operation === 'create' || call.operation === 'replace') && hasOverlap(after))
          throw new Refusal('BadRequest', 'Breaks must not overlap.');
        return after;
      },
    },
  },
  {
    id: 'former-name-refused',
    title: 'v1.0 refuses a body with atApprovedLocation as one with any name that it does not know',
    allows:
      'v1.0 pages know isAtApprovedLocation alone; no page says whether unknown properties are ignored or refused.',
    temptation: 'v1.0 leaves atApprovedLocation aside',
    versions: ['v1.0'],
    hooks: onReading(['create', 'replace', 'clockIn', 'clockOut', 'startBreak', 'endBreak'], (body) => {
      eachJsonObject(body, (object) => {
        if ('atApprovedLocation' in object)
          throw new Refusal('BadRequest', "The property 'atApprovedLocation' does not exist.");
        return object;
      });
      return body;
    }),
  },
]);
