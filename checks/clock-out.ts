import { endedBreaksKept, openBreakBegan } from './ended-breaks.ts';
import { clockedOutOnBreak } from './scopes/clocked-out-on-break.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import {
  duringCall,
  equals,
  every,
  expectThat,
  holds,
  notApplicable,
  notBefore,
  observed,
  unchanged,
  unseen,
  violated,
} from './assertions/assertions.ts';
import { check, type Check, type Scope } from './check.ts';
import { openBreaks } from './card/documented-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { notesAbsent, notesKept } from './notes.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import { isEdited, knownOriginalEntry } from './card/is-edited.ts';
import { isLocation } from './card/location-names.ts';
import { across, type Across } from './scopes/across.ts';
import { called, documentedStatus, isAccepted, type Called } from './scopes/called.ts';
import { emptyCall, nullNotesCall } from './scopes/empty-call.ts';
import { outOfTurn } from './scopes/out-of-turn.ts';
import { isPlainGet } from './scopes/plain-requests.ts';
import { mutated, refusedWith, unknownCardRefused } from './scopes/refusals.ts';
import type { Entry } from './trace/trace.ts';
import { isSender } from './user-of.ts';

const clockOut = across('clockOut');

/**
 * The same, of a card that nobody confirmed, and that was looked at after each replace and showed the last one by its notes:
 * what a get shows may be older than such a write, of which no page says when it is to be seen.
 */
const settledClockOut: Scope<Across> = {
  subjects(entry, trace, context) {
    const subjects = clockOut.subjects(entry, trace, context);
    if (subjects.length === 0) return [];
    const earlier = trace.on(entry.cardId);
    const isConfirmed = earlier.some(({ operation }) => operation === 'confirm' || operation === 'confirmForUser');
    const edits = earlier.filter(({ operation }) => operation === 'replace');
    const edit = edits.at(-1);
    const isSeen = ({ sequence }: Entry, index: number): boolean =>
      earlier.some(
        (look) => isPlainGet(look) && look.accepted && isBetween(look.sequence, sequence, edits[index + 1]?.sequence),
      );
    const shows = (card: JsonObject) => notesKept(edit?.sent?.['notes'], card, '/notes').kind === 'holds';
    return subjects.filter(
      ({ before }) => !isConfirmed && (edit === undefined || (edits.every(isSeen) && shows(before))),
    );
  },
};

function isBetween(sequence: number, from: number, to = Infinity): boolean {
  return sequence > from && sequence < to;
}

function elementsOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The four actions whose pages promise no answer, and whose CSDL names one. */
const withoutAnswer: Scope<Called> = {
  subjects(entry, trace, context) {
    const { operation } = entry;
    const named = operation === 'clockOut' || operation === 'startBreak' || operation === 'endBreak';
    return named || operation === 'confirm' ? called(operation).subjects(entry, trace, context) : [];
  },
};

/** A clockOut of a card that is closed already, and what the card looks like after an accepted one: nothing is documented. */
const secondClockOut = outOfTurn('clockOut', 'clockedOut');

/** A clockOut during a break, and what becomes of the break. */
const clockOutOnBreak = outOfTurn('clockOut', 'onBreak', (_before, after) =>
  openBreaks(at(after, '/breaks')) === 0 ? 'the break has an end' : 'the break stays open',
);

export const clockOutChecks: readonly Check[] = [
  check('TC-CLOCKOUT-001', called('clockOut'), documentedStatus),
  check('TC-CLOCKOUT-002', withoutAnswer, ({ entry: { operation, accepted, status, answer } }) => {
    const subject = `answer of an accepted ${operation}`;
    if (!accepted) return unseen(subject);
    return observed(subject, `${status} ${isJsonObject(answer) ? 'with a timeCard' : 'without a timeCard'}`);
  }),
  check('TC-CLOCKOUT-003', clockOut, ({ after }) => equals(after, '/state', 'clockedOut')),
  check('TC-CLOCKOUT-004', clockOut, ({ after }) => {
    const time = at(after, '/clockOutEvent/dateTime');
    return expectThat(
      typeof time === 'string',
      '/clockOutEvent',
      'an event with a dateTime',
      at(after, '/clockOutEvent'),
    );
  }),
  check('TC-CLOCKOUT-016', clockOut, ({ after, write }) =>
    isJsonObject(at(after, '/clockOutEvent'))
      ? duringCall(after, '/clockOutEvent/dateTime', write.exchange)
      : notApplicable,
  ),
  check('TC-CLOCKOUT-005', clockOut, ({ after, sent }) => notesKept(sent['notes'], after, '/clockOutEvent/notes')),
  check('TC-CLOCKOUT-017', clockOut, ({ after, sent }) => notesAbsent(sent['notes'], after, '/clockOutEvent/notes')),
  check('TC-CLOCKOUT-006', clockOut, ({ after, sent }, context) =>
    locationKept(sent, after, '/clockOutEvent', context),
  ),
  check('TC-CLOCKOUT-008', clockOut, ({ before, after }) =>
    unchanged(before, after, ['/id', '/userId', '/createdBy/user/id', '/createdDateTime', '/clockInEvent']),
  ),
  check('TC-CLOCKOUT-009', clockOut, ({ before, after }) =>
    notBefore(after, '/lastModifiedDateTime', at(before, '/lastModifiedDateTime'), 'exactly'),
  ),
  check('TC-CLOCKOUT-020', clockOut, ({ after }) =>
    notBefore(after, '/lastModifiedDateTime', at(after, '/clockOutEvent/dateTime'), 'exactly'),
  ),
  check('TC-CLOCKOUT-021', clockOut, ({ before, after }) => {
    const breaks = elementsOf(at(before, '/breaks'));
    // What becomes of a break that is still open is left open (TC-CLOCKOUT-014).
    if (breaks.length === 0 || openBreaks(breaks) > 0) return notApplicable;
    // One more is no contradiction: the read before may have shown an old state.
    const [rest, shown] = [[...elementsOf(at(after, '/breaks'))], at(after, '/breaks')];
    for (const one of breaks) {
      const found = rest.findIndex((candidate) => haveSameContent(one, candidate));
      if (found === -1) return violated('/breaks', breaks, shown);
      rest.splice(found, 1);
    }
    return holds;
  }),
  check('TC-CLOCKOUT-022', settledClockOut, ({ before, after }) => unchanged(before, after, ['/notes'])),
  check('TC-CLOCKOUT-023', clockOut, ({ after, write }, context) =>
    isSender(after, '/lastModifiedBy/user/id', write.exchange, context),
  ),
  check('TC-CLOCKOUT-024', settledClockOut, (subject) =>
    subject.madeBy === 'clockIn' || isEdited(subject.before)
      ? unchanged(subject.before, subject.after, [knownOriginalEntry(subject)])
      : notApplicable,
  ),
  check('TC-CLOCKOUT-025', settledClockOut, ({ before, after }) =>
    before['confirmedBy'] === 'none' ? equals(after, '/confirmedBy', 'none') : notApplicable,
  ),
  check('TC-CLOCKOUT-010', clockOut, ({ before, after, madeBy }) =>
    // Only for a card that clockIn made and nobody edited: its original entry is the live one.
    madeBy === 'clockIn' && haveSameContent(at(before, '/originalEntry/clockInEvent'), at(before, '/clockInEvent'))
      ? expectThat(
          haveSameContent(at(after, '/originalEntry/clockOutEvent'), at(after, '/clockOutEvent')),
          '/originalEntry/clockOutEvent',
          at(after, '/clockOutEvent') ?? null,
          at(after, '/originalEntry/clockOutEvent'),
        )
      : notApplicable,
  ),
  check('TC-CLOCKOUT-011', clockOut, ({ after, madeBy }) =>
    // The clock-in of a created card is whatever its creator wrote, perhaps in the future.
    madeBy === 'clockIn'
      ? notBefore(after, '/clockOutEvent/dateTime', at(after, '/clockInEvent/dateTime'))
      : notApplicable,
  ),
  check(
    'TC-CLOCKOUT-012',
    mutated(
      ({ pointer, keyword }, operation) => operation === 'clockOut' && pointer === 'url:card' && keyword === 'unknown',
    ),
    unknownCardRefused,
  ),
  check('TC-CLOCKOUT-013', secondClockOut, ({ fact }) => observed('clockOut of a closed card', fact)),
  check('TC-CLOCKOUT-014', clockOutOnBreak, ({ fact }) => observed('clockOut during a break', fact)),
  check('TC-CLOCKOUT-028', clockedOutOnBreak, ({ before, after }) =>
    every(endedBreaksKept(before, after), openBreakBegan(before, after)),
  ),
  check('TC-CLOCKOUT-027', nullNotesCall('clockOut'), isAccepted),
  check('TC-CLOCKOUT-015', emptyCall('clockOut'), isAccepted),
  check(
    'TC-CLOCKOUT-018',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'clockOut' && pointer === '/notes/contentType' && keyword === 'enum',
    ),
    refusedWith(400),
  ),
  check(
    'TC-CLOCKOUT-019',
    mutated(({ pointer, keyword }, operation) => operation === 'clockOut' && keyword === 'type' && isLocation(pointer)),
    wrongLocationRefused,
  ),
];
