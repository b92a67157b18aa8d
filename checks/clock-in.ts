import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import {
  duringCall,
  equals,
  every,
  expectThat,
  holds,
  isUser,
  notApplicable,
  observed,
  sameMoment,
  unseen,
  violated,
} from './assertions/assertions.ts';
import { check, type Check, type Scope, type Subject } from './check.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { mustSucceed } from './assertions/expectation.ts';
import { holdsAnOpenCard } from './card/open-card.ts';
import { emptyCall, nullNotesCall } from './scopes/empty-call.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import { isLocation, saysLocation, saysTwoLocations, shownLocation } from './card/location-names.ts';
import { isTimeCard, sameWhenRead } from './card/returned-card.ts';
import { notesAbsent, notesKept } from './notes.ts';
import { readBack } from './scopes/across.ts';
import { called, documentedStatus, isAccepted, returned } from './scopes/called.ts';
import { mutated, refusedWith, statusAndCode } from './scopes/refusals.ts';
import type { Entry } from './trace/trace.ts';
import { isSender } from './user-of.ts';

const clockIn = returned('clockIn');

/** Those that name nobody: whoever sends one clocks in. */
const forSender: typeof clockIn = {
  subjects: (entry, trace, context) =>
    clockIn.subjects(entry, trace, context).filter(({ sent }) => typeof sent['onBehalfOfUserId'] !== 'string'),
};

/** A clockIn of a user who has an open card: nothing is documented about it. */
const secondClockIn: Scope<Subject & { readonly entry: Entry; readonly isNew: boolean }> = {
  subjects(entry, trace, context) {
    const ours = entry.operation === 'clockIn' && entry.exchange.intent?.mutation === undefined;
    if (!ours || entry.status === undefined || !holdsAnOpenCard(entry, trace, context)) return [];
    return [{ entry, isNew: entry.shownBefore === undefined, evidence: [entry.sequence] }];
  },
};

/** A clockIn that its page promises, of a caller who was clocked in at another time. */
const whileOut: Scope<Subject & { readonly entry: Entry }> = {
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    const wasAllowed = entry.operation === 'clockIn' && context.allowedToCaller?.has('clockIn') === true;
    return wasAllowed && mustSucceed(entry, trace, context) ? [{ entry, evidence: [entry.sequence] }] : [];
  },
};

export const clockInChecks: readonly Check[] = [
  check('TC-CLOCKIN-001', called('clockIn'), documentedStatus),
  check('TC-CLOCKIN-002', called('clockIn'), ({ entry }) =>
    entry.accepted
      ? observed('status of an accepted clockIn', entry.status ?? null)
      : unseen('status of an accepted clockIn'),
  ),
  check('TC-CLOCKIN-003', called('clockIn'), isTimeCard),
  check('TC-CLOCKIN-004', clockIn, ({ card }) => equals(card, '/state', 'clockedIn')),
  check('TC-CLOCKIN-005', clockIn, ({ card }) =>
    expectThat((at(card, '/clockOutEvent') ?? null) === null, '/clockOutEvent', null, at(card, '/clockOutEvent')),
  ),
  check('TC-CLOCKIN-006', clockIn, ({ card }) => equals(card, '/breaks', [])),
  check('TC-CLOCKIN-007', clockIn, ({ card }) => equals(card, '/confirmedBy', 'none')),
  check('TC-CLOCKIN-008', clockIn, ({ card, sent }) => notesKept(sent['notes'], card, '/clockInEvent/notes')),
  check('TC-CLOCKIN-009', clockIn, ({ card }) => notesAbsent(undefined, card, '/notes')),
  check('TC-CLOCKIN-010', clockIn, ({ card, sent }) => notesAbsent(sent['notes'], card, '/clockInEvent/notes')),
  check('TC-CLOCKIN-011', clockIn, ({ card, sent }, context) =>
    // Of two names that say different things, TC-CLOCKIN-031 says which counts.
    saysTwoLocations(sent) ? notApplicable : locationKept(sent, card, '/clockInEvent', context),
  ),
  check('TC-CLOCKIN-012', clockIn, ({ card, sent }, context) =>
    saysLocation(sent, context)
      ? notApplicable
      : observed(
          'isAtApprovedLocation when clockIn omits it',
          shownAs(shownLocation(at(card, '/clockInEvent'), context)),
        ),
  ),
  check('TC-CLOCKIN-013', clockIn, ({ card }) =>
    every(
      expectThat(
        haveSameContent(at(card, '/originalEntry/clockInEvent'), at(card, '/clockInEvent')),
        '/originalEntry/clockInEvent',
        at(card, '/clockInEvent') ?? null,
        at(card, '/originalEntry/clockInEvent'),
      ),
      expectThat(
        (at(card, '/originalEntry/clockOutEvent') ?? null) === null,
        '/originalEntry/clockOutEvent',
        null,
        at(card, '/originalEntry/clockOutEvent'),
      ),
      equals(card, '/originalEntry/breaks', []),
    ),
  ),
  check('TC-CLOCKIN-014', clockIn, ({ card }) =>
    every(
      sameMoment(card, '/lastModifiedDateTime', at(card, '/createdDateTime')),
      sameMoment(card, '/clockInEvent/dateTime', at(card, '/createdDateTime')),
    ),
  ),
  check('TC-CLOCKIN-015', clockIn, ({ card, entry }) => duringCall(card, '/clockInEvent/dateTime', entry.exchange)),
  check('TC-CLOCKIN-032', clockIn, ({ card, entry }) => duringCall(card, '/createdDateTime', entry.exchange)),
  check('TC-CLOCKIN-033', clockIn, ({ card, entry }) => duringCall(card, '/lastModifiedDateTime', entry.exchange)),
  check('TC-CLOCKIN-016', called('clockIn'), ({ entry }) =>
    entry.accepted && isJsonObject(entry.answer) ? nonEmptyText(at(entry.answer, '/id'), '/id') : notApplicable,
  ),
  check('TC-CLOCKIN-017', clockIn, ({ card }) =>
    observed(
      'form of the id that clockIn gives a card',
      /^TCK_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(String(at(card, '/id'))) ? 'TCK_ and a GUID' : 'another',
    ),
  ),
  check('TC-CLOCKIN-018', forSender, ({ card, entry }, context) => isSender(card, '/userId', entry.exchange, context)),
  check('TC-CLOCKIN-019', forSender, ({ card, entry }, context) =>
    isSender(card, '/createdBy/user/id', entry.exchange, context),
  ),
  check('TC-CLOCKIN-030', forSender, ({ card, entry }, context) =>
    isSender(card, '/lastModifiedBy/user/id', entry.exchange, context),
  ),
  check('TC-CLOCKIN-020', clockIn, ({ card, sent }) =>
    typeof sent['onBehalfOfUserId'] === 'string' ? isUser(card, '/userId', sent['onBehalfOfUserId']) : notApplicable,
  ),
  check('TC-CLOCKIN-021', clockIn, ({ card, sent, entry: { exchange } }, context) =>
    typeof sent['onBehalfOfUserId'] === 'string'
      ? every(
          isSender(card, '/createdBy/user/id', exchange, context),
          isSender(card, '/lastModifiedBy/user/id', exchange, context),
        )
      : notApplicable,
  ),
  check(
    'TC-CLOCKIN-022',
    mutated(({ keyword }, operation) => operation === 'clockIn' && keyword === 'secondUser'),
    ({ entry }) => observed('clockIn by a second user on behalf of the caller', statusAndCode(entry)),
  ),
  check(
    'TC-CLOCKIN-034',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'clockIn' && pointer === '/onBehalfOfUserId' && keyword === 'unknown',
    ),
    ({ entry }) => observed('clockIn on behalf of somebody who is not in the team', statusAndCode(entry)),
  ),
  check('TC-CLOCKIN-036', nullNotesCall('clockIn'), isAccepted),
  check('TC-CLOCKIN-023', emptyCall('clockIn'), isAccepted),
  check('TC-CLOCKIN-024', secondClockIn, ({ entry, isNew }) =>
    observed(
      'second clockIn while a card is open',
      entry.accepted ? `${entry.status}, ${isNew ? 'a second card' : 'the open card'}` : statusAndCode(entry),
    ),
  ),
  check('TC-CLOCKIN-025', readBack('clockIn'), sameWhenRead),
  check(
    'TC-CLOCKIN-026',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'clockIn' && pointer === '/notes/contentType' && keyword === 'enum',
    ),
    refusedWith(400),
  ),
  check(
    'TC-CLOCKIN-027',
    mutated(({ pointer, keyword }, operation) => operation === 'clockIn' && keyword === 'type' && isLocation(pointer)),
    wrongLocationRefused,
  ),
  check(
    'TC-CLOCKIN-028',
    mutated(({ keyword }, operation) => operation === 'clockIn' && keyword === 'undeclared'),
    ({ entry }) => observed('clockIn with an undeclared property', entry.status ?? 'no answer'),
  ),
  check('TC-CLOCKIN-038', whileOut, ({ entry: { accepted, status } }) => {
    if (accepted) return holds;
    return status === 409 ? violated('status', 201, status) : notApplicable;
  }),
];

function shownAs(value: Json | undefined): Json {
  return value === undefined ? '(absent)' : value;
}

function nonEmptyText(value: Json | undefined, pointer: string): ReturnType<typeof expectThat> {
  return expectThat(typeof value === 'string' && value.length > 0, pointer, 'a non-empty string', value);
}
