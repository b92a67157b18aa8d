import { schemaFor } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { every, notApplicable, observed, unseen } from './assertions/assertions.ts';
import { breaksOf, eventsOf, ofEveryCard } from './card/card-parts.ts';
import { check, type Check, type Scope, type Subject } from './check.ts';
import { flagsIn } from './confirmation-flags.ts';
import { emptyMembers } from './empty-members.ts';
import { instantOf } from './assertions/instants.ts';
import { saysLocation, shownLocation } from './card/location-names.ts';
import { returned } from './scopes/called.ts';
import { itemsOf } from './trace/trace.ts';

const longestFlags = 60;

/** So many times by chance are whole seconds less than once in a thousand million. */
const enoughTimes = 3;

/** The times at which the service made the cards of ours that a list shows: each was made by a request of its own. */
const ownInLists: Scope<Subject & { readonly times: readonly number[] }> = {
  subjects(entry, trace) {
    if (entry.operation !== 'list' || !entry.accepted) return [];
    const times = itemsOf(entry.answer).flatMap((item) => {
      const id = at(item, '/id');
      const isOurs = typeof id === 'string' && trace.cards.get(id)?.madeBy !== undefined;
      return isOurs ? (instantOf(at(item, '/createdDateTime')) ?? []) : [];
    });
    return times.length < enoughTimes ? [] : [{ times, evidence: [entry.sequence] }];
  },
};

/** How cards look where no document says how: recorded, never judged. */
export const shapeFactChecks: readonly Check[] = [
  ofEveryCard('TC-SHAPE-018', (card) =>
    typeof card['createdDateTime'] === 'string'
      ? observed('fraction of createdDateTime', digitsOf(card['createdDateTime']))
      : unseen('fraction of createdDateTime'),
  ),
  check('TC-SHAPE-019', returned('create'), ({ card, sent }, context) =>
    every(
      ...['clockInEvent', 'clockOutEvent'].map((name) => {
        const [given, shown] = [sent[name], card[name]];
        if (!isJsonObject(given) || !isJsonObject(shown) || saysLocation(given, context)) return notApplicable;
        return observed('isAtApprovedLocation when create omits it', shownLocation(shown, context) ?? null);
      }),
    ),
  ),
  ofEveryCard('TC-SHAPE-020', (card, _shown, { apiVersion }) => {
    const names = [...new Set(undeclaredIn(card, apiVersion))].toSorted();
    return observed('members of cards beyond the documented ones', names.length === 0 ? 'none' : names.join(', '));
  }),
  check('TC-SHAPE-024', ownInLists, ({ times }) =>
    observed(
      'createdDateTime of several cards',
      times.every((time) => time % 1000 === 0) ? 'whole seconds' : 'finer than seconds',
    ),
  ),
  ofEveryCard('TC-SHAPE-025', ({ confirmedBy }) => {
    const flags = new Set([...flagsIn(confirmedBy)].map((flag) => flag.toLowerCase()));
    if (typeof confirmedBy !== 'string' || confirmedBy.length > longestFlags || flags.size !== 2) return notApplicable;
    if (!flags.has('user') || !flags.has('manager')) return notApplicable;
    return observed('confirmedBy of a card that user and manager confirmed', confirmedBy);
  }),
  check('TC-SHAPE-026', emptyMembers, ({ member, how }) => observed(`${member} without a value`, how)),
];

/** In words that do not change where a service drops a zero at the end of some times. */
function digitsOf(time: string): string {
  const digits = /\.(\d+)/.exec(time)?.[1]?.length ?? 0;
  return digits <= 3 ? 'up to milliseconds' : 'more than milliseconds';
}

/** The names that the type of each part of a card does not have, with the place that they stand at. */
function undeclaredIn(card: JsonObject, version: ApiVersion): readonly string[] {
  const beyond = (
    part: Json | undefined,
    type: 'timeCard' | 'timeCardEvent' | 'timeCardBreak' | 'identitySet',
    place: string,
  ) => {
    const known = declaredBy(version, type);
    return isJsonObject(part)
      ? Object.keys(part)
          .filter((name) => !known.has(name))
          .map((name) => `${place}${name}`)
      : [];
  };
  return [
    ...beyond(card, 'timeCard', ''),
    ...eventsOf(card).flatMap(([, event]) => beyond(event, 'timeCardEvent', 'event/')),
    ...breaksOf(card, '').flatMap(([, one]) => beyond(one, 'timeCardBreak', 'break/')),
    ...['createdBy', 'lastModifiedBy'].flatMap((name) => beyond(at(card, `/${name}`), 'identitySet', `${name}/`)),
  ];
}

const declared = new Map<string, ReadonlySet<string>>();

function declaredBy(version: ApiVersion, type: Parameters<typeof schemaFor>[1]): ReadonlySet<string> {
  const key = `${version} ${type}`;
  const known = declared.get(key);
  if (known !== undefined) return known;
  const { properties } = schemaFor(version, type);
  const names = new Set(isJsonObject(properties) ? Object.keys(properties) : []);
  declared.set(key, names);
  return names;
}
