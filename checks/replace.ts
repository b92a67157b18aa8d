import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { stateOfBody } from '../traffic/state-of-body.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import {
  equals,
  every,
  expectThat,
  notApplicable,
  observed,
  sameId,
  sameInstant,
  sameMillisecond,
  unchanged,
  unseen,
} from './assertions/assertions.ts';
import { millisecondsOfBreaksKept } from './breaks-kept.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { openBreaks, saysItsState } from './card/documented-card.ts';
import { keptByServiceChecks } from './kept-by-service.ts';
import { isLocation } from './card/location-names.ts';
import { movedForward } from './assertions/moved-forward.ts';
import { notesAsSent } from './notes.ts';
import { originalEntryChecks } from './original-entry.ts';
import { replacedBreaksChecks, saysEveryEnd } from './replaced-breaks.ts';
import { across, type Across } from './scopes/across.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { outOfTurn, type OutOfTurn } from './scopes/out-of-turn.ts';
import { acceptedLikeControl, mutated, refusedWith, statusAndCode, unknownCardRefused } from './scopes/refusals.ts';

const replaced = across('replace');
const events = ['clockInEvent', 'clockOutEvent'] as const;

const calledReplace = called('replace');

interface Fact extends Subject {
  readonly what: string;
  /** Undefined where there is nothing to see. */
  readonly fact: string | undefined;
}

/** What a PUT answers, and what becomes of a PATCH, which clients offer and no page documents any more. */
const answers: Scope<Fact> = {
  subjects(entry, trace, context) {
    const { accepted, answer, status } = entry;
    const put = calledReplace.subjects(entry, trace, context);
    const card = isJsonObject(answer) ? 'with a timeCard' : 'without a timeCard';
    return [
      ...put.map(({ evidence }) => ({
        what: 'answer of an accepted replace',
        fact: accepted ? `${status} ${card}` : undefined,
        evidence,
      })),
      ...patched
        .subjects(entry, trace, context)
        .map((one) => ({ what: 'PATCH', fact: statusAndCode(one.entry), evidence: one.evidence })),
    ];
  },
};

const patched = mutated(
  ({ pointer, keyword }, operation) => operation === 'replace' && pointer === 'method' && keyword === 'PATCH',
);

/** A replace of an open card, of which no page shows one. */
const ofOpenCard: Scope<OutOfTurn> = {
  subjects(entry, trace, context) {
    return openCards.flatMap((scope) => scope.subjects(entry, trace, context));
  },
};

const openCards = [outOfTurn('replace', 'clockedIn'), outOfTurn('replace', 'onBreak')] as const;

/** The card is closed by what was sent, whatever else was said of its state. */
function isClosed(sent: JsonObject): boolean {
  return events.every((event) => isJsonObject(sent[event])) && openBreaks(sent['breaks']) === 0;
}

function onEvents({ sent }: Across, judge: (event: (typeof events)[number], sent: JsonObject) => Answer): Answer {
  return every(
    ...events.map((event) => {
      const said = sent[event];
      return isJsonObject(said) ? judge(event, said) : notApplicable;
    }),
  );
}

/** An event that is sent as null is said not to be there; one that is left out is TC-REPLACE-005's matter. */
function noneWhereNone({ after, sent }: Across, event: (typeof events)[number]): Answer {
  const shown = after[event] ?? null;
  return sent[event] === null ? expectThat(shown === null, `/${event}`, null, shown) : notApplicable;
}

const entry = ['/userId', '/clockInEvent', '/clockOutEvent', '/breaks'] as const;

/** What is edited in one of these places, as the card shows it afterwards: a request that says what was there edits nothing. */
function isEditedIn({ before, after }: Across, pointers: readonly string[]): boolean {
  return unchanged(before, after, pointers).kind === 'violated';
}

/** What the card had and the request left out: each with what became of it. */
function leftOut({ before, after, sent }: Across): Answer {
  const had = ['userId', 'notes', 'clockOutEvent', 'breaks'].filter((name) => isThere(before[name]));
  const facts = had
    .filter((name) => !Object.hasOwn(sent, name))
    .map((name) => {
      if (haveSameContent(before[name], after[name])) return `${name} kept`;
      return isThere(after[name]) ? `${name} changed` : `${name} cleared`;
    });
  return facts.length === 0 ? notApplicable : observed('what a replace leaves out', facts.join(', '));
}

function isThere(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : (value ?? null) !== null;
}

function defective(keyword: string, end: (pointer: string) => boolean) {
  return mutated((mutation, operation: Operation | 'unknown') => {
    return operation === 'replace' && mutation.keyword === keyword && end(mutation.pointer);
  });
}

export const replaceChecks: readonly Check[] = [
  check('TC-REPLACE-001', called('replace'), documentedStatus),
  check('TC-REPLACE-002', replaced, (subject) =>
    every(
      onEvents(subject, (event, said) => sameInstant(subject.after, `/${event}/dateTime`, said['dateTime'])),
      ...events.map((event) => noneWhereNone(subject, event)),
    ),
  ),
  check('TC-REPLACE-005', replaced, leftOut),
  check(
    'TC-REPLACE-006',
    defective('unknown', (pointer) => pointer === 'url:card'),
    unknownCardRefused,
  ),
  check('TC-REPLACE-007', answers, ({ what, fact }) => (fact === undefined ? unseen(what) : observed(what, fact))),
  check('TC-REPLACE-008', replaced, ({ after, sent }) => notesAsSent(sent['notes'], after, '/notes')),
  check('TC-REPLACE-009', replaced, (subject) =>
    isEditedIn(subject, [...entry, '/notes']) ? movedForward(subject) : notApplicable,
  ),
  check('TC-REPLACE-031', replaced, (subject) =>
    isEditedIn(subject, ['/notes']) && !isEditedIn(subject, entry) ? movedForward(subject) : notApplicable,
  ),
  check('TC-REPLACE-010', replaced, (subject) =>
    onEvents(subject, (event, said) => notesAsSent(said['notes'], subject.after, `/${event}/notes`)),
  ),
  check('TC-REPLACE-011', replaced, (subject, context) =>
    onEvents(subject, (event, said) => locationKept(said, subject.after, `/${event}`, context)),
  ),
  check('TC-REPLACE-013', replaced, ({ before, after, sent }) => {
    // Whether a break goes on that is open, and that the request leaves out, TC-REPLACE-005 leaves open.
    const mayBeOnBreak = !Array.isArray(sent['breaks']) && openBreaks(before['breaks']) > 0;
    const saysClosed = isClosed(sent) && (sent['state'] ?? 'clockedOut') === 'clockedOut';
    return saysClosed && !mayBeOnBreak ? equals(after, '/state', 'clockedOut') : notApplicable;
  }),
  check('TC-REPLACE-027', replaced, (subject) => {
    const { after, sent } = subject;
    return sent['clockOutEvent'] === null && saysItsState(sent) && saysEveryEnd(subject)
      ? equals(after, '/state', stateOfBody(sent))
      : notApplicable;
  }),
  check('TC-REPLACE-025', replaced, ({ before, after, sent }) => {
    if (typeof sent['userId'] !== 'string' || sameId(sent['userId'], before['userId'])) return notApplicable;
    const taken = sameId(after['userId'], sent['userId']);
    return observed('owner after a replace that names another user', taken ? 'the one that was sent' : 'as before');
  }),
  check('TC-REPLACE-026', replaced, (subject) =>
    every(
      onEvents(subject, (event, said) => sameMillisecond(subject.after, `/${event}/dateTime`, said['dateTime'])),
      millisecondsOfBreaksKept(subject.sent['breaks'], subject.after),
    ),
  ),
  check(
    'TC-REPLACE-016',
    defective('required', (pointer) => pointer.endsWith('/dateTime')),
    refusedWith(400),
  ),
  check(
    'TC-REPLACE-017',
    defective('required', (pointer) => pointer.endsWith('/start')),
    refusedWith(400),
  ),
  check(
    'TC-REPLACE-018',
    defective('enum', (pointer) => pointer.endsWith('/contentType')),
    refusedWith(400),
  ),
  check('TC-REPLACE-019', defective('type', isLocation), wrongLocationRefused),
  check(
    'TC-REPLACE-032',
    mutated(({ keyword }, operation) => operation === 'replace' && keyword === 'asPrinted'),
    acceptedLikeControl,
  ),
  check('TC-REPLACE-021', replaced, ({ after, sent }) => {
    const { state } = sent;
    const [follows, shown] = [stateOfBody(sent), at(after, '/state')];
    if (typeof state !== 'string' || state === follows) return notApplicable;
    const fact = shown === state ? 'the one that was sent' : shown === follows ? 'the one of the events' : 'another';
    return observed('state after a replace whose state does not fit its events', fact);
  }),
  check('TC-REPLACE-022', ofOpenCard, ({ state, fact }) => observed(`replace of a card that is ${state}`, fact)),
  ...keptByServiceChecks,
  ...originalEntryChecks,
  ...replacedBreaksChecks,
];
