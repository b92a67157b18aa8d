import { schemaErrors } from '../schemas/validators.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { every, expectThat, holds, notApplicable, violated } from './assertions/assertions.ts';
import type { Answer, Check } from './check.ts';
import { breaksOf, each, eventsOf, ofEveryCard, present, presentIn } from './card/card-parts.ts';
import { documentedStates } from './card/card-properties.ts';
import { instantOf, isNotBefore, isUtc, lacksOffset } from './assertions/instants.ts';

/**
 * A rule on how state and events go together: what becomes of a card that was created or replaced with a state or with
 * breaks that do not fit is written nowhere, and of other people's cards nobody knows whether they were.
 */
function ofEveryKnownState(requirement: Check['requirement'], rule: (card: JsonObject) => Answer): Check {
  return ofEveryCard(requirement, (card, { knownState }) => (knownState ? rule(card) : notApplicable));
}

const documentedKeys = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'userId',
  'state',
  'confirmedBy',
  'clockInEvent',
  'clockOutEvent',
  'breaks',
  'notes',
  'originalEntry',
  'createdBy',
  'lastModifiedBy',
] as const;

const identityMembers = ['application', 'device', 'user'] as const;

function identitySet(card: JsonObject, pointer: string): Answer {
  const set = at(card, pointer);
  if (set === undefined || set === null) return notApplicable;
  if (!isJsonObject(set)) return violated(pointer, 'an identity set', set);
  return each(
    identityMembers.map((name) => [`${pointer}/${name}`, set[name]] as const),
    (member, place) =>
      expectThat(
        member === undefined || member === null || isJsonObject(member),
        place,
        'an identity object or null',
        member,
      ),
  );
}

const pointersOfIdentities = ['createdBy', 'lastModifiedBy'].flatMap((set) =>
  identityMembers.flatMap((member) => [`/${set}/${member}/id`, `/${set}/${member}/displayName`]),
);

function eventTimesOf(card: JsonObject): readonly (readonly [pointer: string, value: Json])[] {
  return presentIn(eventsOf(card), '/dateTime');
}

function contentTypesOf(card: JsonObject): readonly (readonly [pointer: string, value: Json])[] {
  return [...present(card, ['/notes/contentType']), ...presentIn(eventsOf(card), '/notes/contentType')];
}

/** Schema rules that have a requirement of their own, so that one defect is one finding. */
const judgedElsewhere =
  /^\/(state|confirmedBy)$|\/(dateTime|contentType|start)$|^\/(createdBy|lastModifiedBy)|^\/(created|lastModified)DateTime$/;

export const shapeChecks: readonly Check[] = [
  ofEveryCard('TC-GEN-013', (card) =>
    each(present(card, ['/createdDateTime', '/lastModifiedDateTime']), (value, pointer) =>
      expectThat(isUtc(value), pointer, 'ISO 8601 in UTC, e.g. 2025-01-07T21:35:36.311Z', value),
    ),
  ),
  ofEveryCard('TC-SHAPE-021', (card) =>
    each(eventTimesOf(card), (value, pointer) =>
      instantOf(value) === undefined
        ? violated(pointer, `${whatIsMissing(value)}, e.g. 2025-01-07T21:35:36.311Z`, value)
        : holds,
    ),
  ),
  ofEveryCard('TC-SHAPE-022', (card) =>
    each(eventTimesOf(card), (value, pointer) =>
      instantOf(value) !== undefined ? expectThat(isUtc(value), pointer, 'a time in UTC', value) : notApplicable,
    ),
  ),
  ofEveryCard('TC-GEN-012', (card, { prefer }) =>
    each(
      ['state', 'confirmedBy'].flatMap((name) => {
        const value = card[name];
        return typeof value === 'string' && !asksForUnknownMembers(prefer) ? [[`/${name}`, value] as const] : [];
      }),
      (value, pointer) => expectThat(!value.includes('unknownFutureValue'), pointer, 'known members', value),
    ),
  ),
  ofEveryCard('TC-SHAPE-001', (card, { prefer }) => {
    const state = card['state'];
    if (state === undefined || state === null || asksForUnknownMembers(prefer)) return notApplicable;
    return expectThat(
      documentedStates.some((known) => known === state),
      '/state',
      [...documentedStates],
      state,
    );
  }),
  ofEveryCard('TC-SHAPE-002', (card) => {
    const value = card['confirmedBy'];
    if (value === undefined || value === null) return notApplicable;
    return expectThat(isFlags(value), '/confirmedBy', 'a comma-separated set of none, user, manager', value);
  }),
  ofEveryCard('TC-SHAPE-003', (card) =>
    // The older name beside it is an additional property, which fails nothing; in its place it is the wrong one.
    each(eventsOf(card), (event, pointer) =>
      expectThat(
        isBooleanOrNull(event['isAtApprovedLocation']) &&
          (Object.hasOwn(event, 'isAtApprovedLocation') || !Object.hasOwn(event, 'atApprovedLocation')),
        `${pointer}/isAtApprovedLocation`,
        'a boolean or null',
        event['isAtApprovedLocation'],
      ),
    ),
  ),
  ofEveryCard('TC-SHAPE-004', (card) =>
    each(eventsOf(card), (event, pointer) =>
      expectThat((event['dateTime'] ?? null) !== null, `${pointer}/dateTime`, 'a date-time', event['dateTime']),
    ),
  ),
  ofEveryCard('TC-SHAPE-005', (card) =>
    each([...breaksOf(card, ''), ...breaksOf(card, '/originalEntry')], (one, pointer) =>
      expectThat(isJsonObject(at(one, '/start')), `${pointer}/start`, 'an event', at(one, '/start')),
    ),
  ),
  ofEveryCard('TC-SHAPE-006', (card, { prefer }) => {
    if (prefer.includes('omit-values')) return notApplicable;
    const [missing, ...others] = documentedKeys.filter((key) => !Object.hasOwn(card, key));
    const asAre = others.length === 0 ? '' : `, and so ${others.length === 1 ? 'is' : 'are'} ${others.join(', ')}`;
    return missing === undefined
      ? holds
      : violated(`/${missing}`, 'present, null where there is no value', `(absent)${asAre}`);
  }),
  ofEveryCard('TC-SHAPE-007', (card) => every(identitySet(card, '/createdBy'), identitySet(card, '/lastModifiedBy'))),
  ofEveryCard('TC-SHAPE-023', (card) =>
    each(present(card, pointersOfIdentities), (value, pointer) =>
      expectThat(typeof value === 'string', pointer, 'a string or null', value),
    ),
  ),
  ofEveryCard('TC-SHAPE-008', (card) => {
    const [created, modified] = [card['createdDateTime'], card['lastModifiedDateTime']];
    const [from, to] = [instantOf(created), instantOf(modified)];
    return from === undefined || to === undefined
      ? notApplicable
      : expectThat(isNotBefore(to, from), '/lastModifiedDateTime', `not before ${String(created)}`, modified);
  }),
  ofEveryCard('TC-SHAPE-009', (card) =>
    each(contentTypesOf(card), (value, pointer) =>
      expectThat(value === 'text' || value === 'html', pointer, ['text', 'html'], value),
    ),
  ),
  ofEveryKnownState('TC-SHAPE-010', (card) =>
    card['state'] === 'clockedIn' || card['state'] === 'onBreak'
      ? expectThat((card['clockOutEvent'] ?? null) === null, '/clockOutEvent', null, card['clockOutEvent'])
      : notApplicable,
  ),
  ofEveryKnownState('TC-SHAPE-011', (card) =>
    card['state'] === 'clockedOut'
      ? expectThat(isJsonObject(card['clockOutEvent']), '/clockOutEvent', 'an event', card['clockOutEvent'])
      : notApplicable,
  ),
  ofEveryKnownState('TC-SHAPE-012', (card) => {
    if (card['state'] !== 'onBreak') return notApplicable;
    const open = breaksOf(card, '').filter(([, one]) => (at(one, '/end') ?? null) === null).length;
    return expectThat(open === 1, '/breaks', 'exactly one break without an end', `${open} without an end`);
  }),
  ofEveryCard('TC-SHAPE-013', (card, _shown, { apiVersion }) => {
    const error = schemaErrors(apiVersion, 'timeCard', card).find(
      ({ pointer, keyword }) =>
        keyword === 'type' && !judgedElsewhere.test(pointer) && !pointer.endsWith('tApprovedLocation'),
    );
    return error === undefined ? holds : violated(error.pointer, error.message, at(card, error.pointer));
  }),
];

/** What a time is not, as exactly as it can be told: that it is ISO 8601 is no help to somebody who sees that it is. */
function whatIsMissing(value: Json): string {
  if (typeof value !== 'string') return 'a time as text';
  if (lacksOffset(value)) return 'a time with Z or an offset such as +02:00 at its end';
  if (/[+-]\d{1,4}$/.test(value)) return 'a time with Z or an offset of hours and minutes such as +02:00';
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d\S*(Z|[+-]\d\d:\d\d)$/i.test(value)
    ? 'a date and a time that there is'
    : 'a time in ISO 8601 with Z or an offset';
}

function isFlags(value: Json): boolean {
  return (
    typeof value === 'string' && value.split(',').every((member) => ['none', 'user', 'manager'].includes(member.trim()))
  );
}

function isBooleanOrNull(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'boolean';
}

/** Opting in to members that later versions added. Source: best practices, evolvable enumerations. */
function asksForUnknownMembers(prefer: string): boolean {
  return prefer.includes('include-unknown-enum-members');
}
