import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { endedBreaksKept } from './ended-breaks.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import {
  duringCall,
  equals,
  every,
  expectThat,
  notApplicable,
  notBefore,
  observed,
  unchanged,
  unseen,
  violated,
} from './assertions/assertions.ts';
import { check, type Answer, type Check, type Scope } from './check.ts';
import { counted } from './assertions/counted.ts';
import { openBreaks } from './card/documented-card.ts';
import { isEdited, knownOriginalEntry } from './card/is-edited.ts';
import { isLocation } from './card/location-names.ts';
import { notesAbsent, notesKept } from './notes.ts';
import { across, type Across } from './scopes/across.ts';
import { breaksIn, ended, started, type Ended, type Started } from './scopes/breaks.ts';
import { called, documentedStatus, isAccepted, type Called } from './scopes/called.ts';
import { emptyCall } from './scopes/empty-call.ts';
import { outOfTurn, type OutOfTurn } from './scopes/out-of-turn.ts';
import { mutated, refusedWith, unknownCardRefused } from './scopes/refusals.ts';
import { isSender } from './user-of.ts';

const breakId = /^BRK_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Either end of a break. */
const startedOrEnded: Scope<Started | Ended> = {
  subjects(entry, trace, context) {
    return [...started.subjects(entry, trace, context), ...ended.subjects(entry, trace, context)];
  },
};

/** The four calls of which no page speaks. */
const outOfPlace: Scope<OutOfTurn> = {
  subjects(entry, trace, context) {
    return breaksOutOfTurn.flatMap((scope) => scope.subjects(entry, trace, context));
  },
};

const breaksOutOfTurn = [
  outOfTurn('startBreak', 'onBreak'),
  outOfTurn('startBreak', 'clockedOut'),
  outOfTurn('endBreak', 'clockedOut'),
  outOfTurn('endBreak', 'clockedIn'),
] as const;

const emptyCalls: Scope<Called> = {
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    const scopes = [emptyCall('startBreak'), emptyCall('endBreak')];
    return scopes.flatMap((scope) => scope.subjects(entry, trace, context));
  },
};

function isBreak(operation: Operation | 'unknown'): boolean {
  return operation === 'startBreak' || operation === 'endBreak';
}

/** The event that the call recorded, if the card shows the break at all: TC-BREAK-003 and TC-BREAK-008 say where it must be. */
function eventOf({ pointer, write, after }: Started | Ended): string | undefined {
  if (pointer === undefined) return undefined;
  const event = `${pointer}/${write.operation === 'startBreak' ? 'start' : 'end'}`;
  return isJsonObject(at(after, event)) ? event : undefined;
}

function onEvent(subject: Started | Ended, judge: (event: string) => Answer): Answer {
  const event = eventOf(subject);
  return event === undefined ? notApplicable : judge(event);
}

/** Of a card that clockIn made and nobody edited, every break lies within the day. */
function breaksWithin({ after, madeBy }: Across): Answer {
  if (madeBy !== 'clockIn') return notApplicable;
  const [from, to] = [at(after, '/clockInEvent/dateTime'), at(after, '/clockOutEvent/dateTime')];
  return every(
    ...breaksIn(after).flatMap((_one, index) => [
      notBefore(after, `/breaks/${index}/start/dateTime`, from),
      latest(after, `/breaks/${index}/end/dateTime`, to),
    ]),
  );
}

function latest(card: JsonObject, pointer: string, to: ReturnType<typeof at>): Answer {
  const time = at(card, pointer);
  const answer = notBefore({ time: to ?? null }, '/time', time);
  return answer.kind === 'violated' ? violated(pointer, `not after ${String(to)}`, time) : answer;
}

const keptByBreaks = ['/id', '/userId', '/createdBy/user/id', '/createdDateTime', '/clockInEvent'] as const;

export const breakChecks: readonly Check[] = [
  check('TC-BREAK-001', called('startBreak'), documentedStatus),
  check('TC-BREAK-002', across('startBreak'), ({ after }) => equals(after, '/state', 'onBreak')),
  check('TC-BREAK-003', started, ({ before, after }) => {
    const wanted = breaksIn(before).length + 1;
    const shown = at(after, '/breaks');
    const open = breaksIn(after).filter((one) => (at(one, '/end') ?? null) === null);
    const begun = typeof at(open[0], '/start/dateTime') === 'string';
    const right = breaksIn(after).length === wanted && open.length === 1 && begun;
    return expectThat(right, '/breaks', `${counted(wanted, 'break')}, of which one has a start and no end`, shown);
  }),
  check('TC-BREAK-004', started, (subject) =>
    onEvent(subject, (event) => notesKept(subject.sent['notes'], subject.after, `${event}/notes`)),
  ),
  check('TC-BREAK-005', started, ({ after, pointer }) => {
    if (pointer === undefined) return notApplicable;
    const id = at(after, `${pointer}/breakId`);
    return expectThat(typeof id === 'string' && id !== '', `${pointer}/breakId`, 'a non-empty string', id);
  }),
  check('TC-BREAK-006', called('endBreak'), documentedStatus),
  check('TC-BREAK-007', across('endBreak'), ({ after }) => equals(after, '/state', 'clockedIn')),
  check('TC-BREAK-008', ended, ({ before, after, open, pointer }) => {
    if (pointer === undefined)
      return violated('/breaks', `the break ${JSON.stringify(open)}, ended`, at(after, '/breaks'));
    const [wanted, shown] = [breaksIn(before).length, breaksIn(after).length];
    return every(
      expectThat(isJsonObject(at(after, `${pointer}/end`)), `${pointer}/end`, 'an event', at(after, `${pointer}/end`)),
      expectThat(shown <= wanted, '/breaks', counted(wanted, 'break'), counted(shown, 'break')),
    );
  }),
  check('TC-BREAK-009', ended, (subject) =>
    onEvent(subject, (event) => notesKept(subject.sent['notes'], subject.after, `${event}/notes`)),
  ),
  check('TC-BREAK-010', ended, ({ after, pointer, madeBy }) =>
    // The start of a break that was sent is whatever its sender wrote.
    pointer !== undefined && madeBy === 'clockIn'
      ? notBefore(after, `${pointer}/end/dateTime`, at(after, `${pointer}/start/dateTime`))
      : notApplicable,
  ),
  check('TC-BREAK-011', across('clockOut'), ({ before, after, madeBy }) => {
    const breaks = at(before, '/breaks');
    const rested = breaksIn(before).length > 0 && openBreaks(breaks) === 0;
    if (madeBy !== 'clockIn' || !rested) return notApplicable;
    const original = at(after, '/originalEntry/breaks');
    return expectThat(
      haveSameContent(original, at(after, '/breaks')),
      '/originalEntry/breaks',
      at(after, '/breaks') ?? null,
      original,
    );
  }),
  check(
    'TC-BREAK-012',
    mutated(({ pointer, keyword }, operation) => isBreak(operation) && pointer === 'url:card' && keyword === 'unknown'),
    unknownCardRefused,
  ),
  check('TC-BREAK-013', outOfPlace, ({ operation, state, fact }) =>
    observed(`${operation} of a card that is ${state}`, fact),
  ),
  check('TC-BREAK-014', started, ({ after, pointer }) => {
    const id = pointer === undefined ? undefined : at(after, `${pointer}/breakId`);
    if (typeof id !== 'string') return unseen('form of breakId');
    return observed('form of breakId', breakId.test(id) ? 'BRK_ plus GUID' : 'another form');
  }),
  check('TC-BREAK-015', started, (subject, context) =>
    onEvent(subject, (event) => locationKept(subject.sent, subject.after, event, context)),
  ),
  check('TC-BREAK-016', startedOrEnded, ({ after, pointer, ...subject }) => {
    if (pointer === undefined) return notApplicable;
    const wasNull = !('open' in subject) || (subject.open['notes'] ?? null) === null;
    return wasNull ? notesAbsent(null, after, `${pointer}/notes`) : notApplicable;
  }),
  check('TC-BREAK-017', ended, (subject, context) =>
    onEvent(subject, (event) => locationKept(subject.sent, subject.after, event, context)),
  ),
  check('TC-BREAK-018', across('clockOut'), breaksWithin),
  check('TC-BREAK-019', startedOrEnded, (subject) =>
    onEvent(subject, (event) => duringCall(subject.after, `${event}/dateTime`, subject.write.exchange)),
  ),
  check('TC-BREAK-020', across('startBreak'), ({ before, after }) => unchanged(before, after, keptByBreaks)),
  check('TC-BREAK-021', across('endBreak'), ({ before, after }) => unchanged(before, after, keptByBreaks)),
  check('TC-BREAK-022', startedOrEnded, ({ before, after }) => unchanged(before, after, ['/notes'])),
  check('TC-BREAK-023', startedOrEnded, ({ before, after }) => endedBreaksKept(before, after)),
  check('TC-BREAK-024', startedOrEnded, ({ before, after }) =>
    notBefore(after, '/lastModifiedDateTime', at(before, '/lastModifiedDateTime'), 'exactly'),
  ),
  check('TC-BREAK-025', startedOrEnded, (subject) =>
    onEvent(subject, (event) =>
      notBefore(subject.after, '/lastModifiedDateTime', at(subject.after, `${event}/dateTime`), 'exactly'),
    ),
  ),
  check('TC-BREAK-026', startedOrEnded, ({ after, write }, context) =>
    isSender(after, '/lastModifiedBy/user/id', write.exchange, context),
  ),
  check(
    'TC-BREAK-027',
    mutated(
      ({ pointer, keyword }, operation) => isBreak(operation) && pointer === '/notes/contentType' && keyword === 'enum',
    ),
    refusedWith(400),
  ),
  check(
    'TC-BREAK-028',
    mutated(({ pointer, keyword }, operation) => isBreak(operation) && keyword === 'type' && isLocation(pointer)),
    wrongLocationRefused,
  ),
  check('TC-BREAK-029', startedOrEnded, (subject) =>
    onEvent(subject, (event) => notesAbsent(subject.sent['notes'], subject.after, `${event}/notes`)),
  ),
  check('TC-BREAK-030', startedOrEnded, ({ before, after }) =>
    before['confirmedBy'] === 'none' ? equals(after, '/confirmedBy', 'none') : notApplicable,
  ),
  check('TC-BREAK-031', emptyCalls, isAccepted),
  check('TC-BREAK-032', startedOrEnded, (subject) =>
    isEdited(subject.before) ? unchanged(subject.before, subject.after, [knownOriginalEntry(subject)]) : notApplicable,
  ),
  check('TC-BREAK-033', ended, ({ after, open, pointer }) => {
    const notes = open['notes'] ?? null;
    if (pointer === undefined || notes === null) return notApplicable;
    const shown = at(after, `${pointer}/notes`);
    return expectThat(haveSameContent(notes, shown), `${pointer}/notes`, notes, shown);
  }),
];
