import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { currentLocationWins, locationKept, sameUnderBothNames } from './approved-location.ts';
import { every, expectThat, observed, unseen } from './assertions/assertions.ts';
import { breaksOf, each, eventsOf, ofEveryCard } from './card/card-parts.ts';
import { check, type Check } from './check.ts';
import { current, former } from './card/location-names.ts';
import { across } from './scopes/across.ts';
import { returned } from './scopes/called.ts';

const names = [current, former] as const;

/** What only beta says: a location under two names, and another original entry. What confirmForUser promises stands with confirm. */
export const betaChecks: readonly Check[] = [
  check('TC-CLOCKIN-029', returned('clockIn'), ({ card }) => sameUnderBothNames(card, '/clockInEvent')),
  check('TC-CLOCKIN-031', returned('clockIn'), ({ card, sent }) => currentLocationWins(sent, card, '/clockInEvent')),
  check('TC-CLOCKOUT-007', across('clockOut'), ({ after, sent }, context) =>
    locationKept(sent, after, '/clockOutEvent', context),
  ),
  ofEveryCard('TC-SHAPE-014', (card) =>
    each(eventsOf(card), (event, pointer) =>
      every(
        ...names.map((name) => {
          const value = event[name];
          const fits = value === undefined || value === null || typeof value === 'boolean';
          return expectThat(fits, `${pointer}/${name}`, 'a boolean or null', value);
        }),
      ),
    ),
  ),
  ofEveryCard('TC-SHAPE-015', (card) => each(eventsOf(card), (_event, pointer) => sameUnderBothNames(card, pointer))),
  ofEveryCard('TC-SHAPE-016', (card) => {
    const shown = new Set(eventsOf(card).map(([, event]) => namesShown(event)));
    return shown.size === 0
      ? unseen('names of the location in events')
      : observed('names of the location in events', [...shown].toSorted().join('; '));
  }),
  check('TC-SHAPE-017', returned('create'), ({ card }) =>
    observed('originalEntry of a created card', originalEntryOf(card)),
  ),
];

function namesShown(event: JsonObject): string {
  return names.filter((name) => Object.hasOwn(event, name)).join(' and ') || 'neither';
}

function originalEntryOf(card: JsonObject): string {
  const [original, entry] = ['/originalEntry', ''].map((place) => [
    at(card, `${place}/clockInEvent`) ?? null,
    at(card, `${place}/clockOutEvent`) ?? null,
    breaksOf(card, place).map(([, one]) => one),
  ]);
  if (!isJsonObject(card['originalEntry']) || haveSameContent(original, [null, null, []])) return 'nothing';
  return haveSameContent(original, entry) ? 'a copy of the entry' : 'something else';
}
