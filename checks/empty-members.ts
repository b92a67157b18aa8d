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
const ofCards = findable(
  ['clockInEvent', 'clockOutEvent', 'breaks', 'notes', 'originalEntry', 'confirmedBy', 'createdBy', 'lastModifiedBy'],
  'a card',
);
/** Which name says where an event happened, TC-SHAPE-016 tells. */
const ofEvents = findable(['notes'], 'an event');

/** Every declared member without a value, of every card that an answer shows; once for each way in which it has none. */
export const emptyMembers: Scope<EmptyMember> = {
  subjects: (entry, trace, context) =>
    everyCard.subjects(entry, trace, context).flatMap(({ card, prefer, evidence }) => {
      // Who prefers that nulls be left out may get that.
      if (prefer.includes('omit-values') || prefer.includes('return=minimal')) return [];
      const ofEventsOf = new Set(eventsOf(card).flatMap(([, event]) => emptyIn(event, ofEvents)));
      return [...emptyIn(card, ofCards), ...ofEventsOf].map((one) => ({ ...one, evidence }));
    }),
};

type Found = Omit<EmptyMember, 'evidence'>;

/** What can be found of each member: the same object for the same, so that they can be told apart. */
type Findable = readonly [name: string, found: Readonly<Record<EmptyMember['how'], Found>>];

function findable(names: readonly string[], place: string): readonly Findable[] {
  return names.map((name) => {
    const member = `${name} of ${place}`;
    const found = (how: EmptyMember['how']): Found => ({ member, how });
    return [name, { null: found('null'), 'left out': found('left out'), 'an empty list': found('an empty list') }];
  });
}

function emptyIn(part: JsonObject, members: readonly Findable[]): readonly Found[] {
  return members.flatMap(([name, found]) => {
    const how = emptiness(part[name]);
    return how === undefined ? [] : [found[how]];
  });
}

function emptiness(value: Json | undefined): EmptyMember['how'] | undefined {
  if (value === undefined) return 'left out';
  if (value === null) return 'null';
  return Array.isArray(value) && value.length === 0 ? 'an empty list' : undefined;
}
