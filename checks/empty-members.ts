import type { Json, JsonObject } from '../traffic/json.ts';
import { eventsOf } from './card/card-parts.ts';
import type { Scope, Subject } from './check.ts';
import { everyCard } from './scopes/cards.ts';

/** A declared member of a card, or of an event within it, that has no value. */
export interface EmptyMember extends Subject {
  readonly member: string;
  readonly how: 'null' | 'left out' | 'an empty list';
}

/** Of those in which a card says nothing. */
const ofCards = [
  'clockInEvent',
  'clockOutEvent',
  'breaks',
  'notes',
  'originalEntry',
  'confirmedBy',
  'createdBy',
  'lastModifiedBy',
] as const;
/** Which name says where an event happened, TC-SHAPE-016 tells. */
const ofEvents = ['notes'] as const;

/** Every declared member without a value, of every card that an answer shows; once for each way in which it has none. */
export const emptyMembers: Scope<EmptyMember> = {
  subjects: (entry, trace, context) =>
    everyCard.subjects(entry, trace, context).flatMap(({ card, prefer, evidence }) => {
      // Who prefers that nulls be left out may get that.
      if (prefer.includes('omit-values') || prefer.includes('return=minimal')) return [];
      const events = eventsOf(card).flatMap(([, event]) => emptyIn(event, ofEvents, 'event'));
      const found = new Map([...emptyIn(card, ofCards, 'card'), ...events]);
      return [...found.values()].map((one) => ({ ...one, evidence }));
    }),
};

type Found = readonly [key: string, found: Omit<EmptyMember, 'evidence'>];

function emptyIn(part: JsonObject, names: readonly string[], place: 'card' | 'event'): readonly Found[] {
  return names.flatMap((name) => {
    const how = emptiness(part[name]);
    const member = `${name} of ${place === 'card' ? 'a card' : 'an event'}`;
    return how === undefined ? [] : [[`${member} ${how}`, { member, how }] as const];
  });
}

function emptiness(value: Json | undefined): EmptyMember['how'] | undefined {
  if (value === undefined) return 'left out';
  if (value === null) return 'null';
  return Array.isArray(value) && value.length === 0 ? 'an empty list' : undefined;
}
