import { stateOfBody } from '../specs/state-of-body.ts';
import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import type { Operation } from '../specs/operation.ts';
import { at } from '../specs/pointer.ts';
import { alike } from './alike.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import {
  equals,
  every,
  expectThat,
  isUser,
  notApplicable,
  observed,
  sameId,
  sameInstant,
  sameMillisecond,
  unchanged,
} from './assertions.ts';
import { breaksKept, keptBreaks, millisecondsOfBreaksKept } from './breaks-kept.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { counted } from './counted.ts';
import { openBreaks } from './documented-card.ts';
import { isLocation } from './location-names.ts';
import { movedForwardIfChanged } from './moved-forward.ts';
import { notesAbsent, notesKept } from './notes.ts';
import { across, type Across } from './scopes/across.ts';
import { breaksIn } from './scopes/breaks.ts';
import { called, documentedStatus } from './scopes/called.ts';
import { outOfTurn, type OutOfTurn } from './scopes/out-of-turn.ts';
import { mutated, refusedWith, statusAndCode, unknownCardRefused } from './scopes/refusals.ts';
import { isSender, userOf } from './user-of.ts';

const replaced = across('replace');
const events = ['clockInEvent', 'clockOutEvent'] as const;
const ends = ['start', 'end'] as const;

interface Fact extends Subject {
  readonly what: string;
  readonly fact: string;
}

/** What a PUT answers, and what becomes of a PATCH, which clients offer and no page documents any more. */
const answers: Scope<Fact> = {
  subjects(entry, trace, context) {
    const { accepted, answer, status } = entry;
    const put = accepted ? called('replace').subjects(entry, trace, context) : [];
    const card = isJsonObject(answer) ? 'with a timeCard' : 'without a timeCard';
    return [
      ...put.map(({ evidence }) => ({ what: 'answer of an accepted replace', fact: `${status} ${card}`, evidence })),
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

/** What the card had and the request left out: each with what became of it. */
function leftOut({ before, after, sent }: Across): Answer {
  const had = ['userId', 'notes', 'clockOutEvent', 'breaks'].filter((name) => isThere(before[name]));
  const facts = had
    .filter((name) => !Object.hasOwn(sent, name))
    .map((name) => {
      if (alike(before[name], after[name])) return `${name} kept`;
      return isThere(after[name]) ? `${name} changed` : `${name} cleared`;
    });
  return facts.length === 0 ? notApplicable : observed('what a replace leaves out', facts.join(', '));
}

/** The examples send null, of v1.0 with an event and of beta with the card: that is said, and not left out. */
function notesAsSent(sent: Json | undefined, card: JsonObject, pointer: string): Answer {
  return sent === null ? notesAbsent(null, card, pointer) : notesKept(sent, card, pointer);
}

/** The request names the user to whom the card belongs, as the example does. */
function namesOwner(before: JsonObject, sent: JsonObject): boolean {
  return sameId(sent['userId'], before['userId']);
}

function isThere(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : (value ?? null) !== null;
}

function defective(keyword: string, end: (pointer: string) => boolean) {
  return mutated((mutation, operation: Operation | 'unknown') => {
    return operation === 'replace' && mutation.keyword === keyword && end(mutation.pointer);
  });
}

/**
 * What the original entry of a created card is stays open (TC-CREATE-009). Of one that was edited before, no page says
 * whether it is the entry as it was clocked in, or as it was before the last edit.
 */
function originalEntryKept({ before, after, madeBy, write }: Across): Answer {
  if (write.before?.madeBy?.operation !== 'clockIn') return notApplicable;
  const original = at(after, '/originalEntry');
  const now = sameEntry(before, original);
  if (madeBy === 'clockIn' || now.kind === 'holds') return now;
  const asBefore = before['originalEntry'];
  return isJsonObject(asBefore) ? sameEntry(asBefore, original) : notApplicable;
}

function sameEntry(entry: JsonObject, original: Json | undefined): Answer {
  const parts = ['clockInEvent', 'clockOutEvent', 'breaks'].map((name) => {
    const [was, shown] = [entry[name] ?? null, at(original, `/${name}`)];
    // No breaks are none, however that is written; TC-SHAPE-006 asks for the key.
    const same = name === 'breaks' ? alike(was ?? [], shown ?? []) : alike(was, shown);
    return expectThat(same, `/originalEntry/${name}`, was, shown);
  });
  return every(...parts);
}

export const replaceChecks: readonly Check[] = [
  check('TC-REPLACE-001', called('replace'), documentedStatus),
  check('TC-REPLACE-002', replaced, (subject) =>
    every(
      onEvents(subject, (event, said) => sameInstant(subject.after, `/${event}/dateTime`, said['dateTime'])),
      ...events.map((event) => noneWhereNone(subject, event)),
    ),
  ),
  check('TC-REPLACE-003', replaced, originalEntryKept),
  check('TC-REPLACE-004', replaced, ({ before, after }) =>
    unchanged(before, after, ['/id', '/createdDateTime', '/createdBy/user/id']),
  ),
  check('TC-REPLACE-005', replaced, leftOut),
  check(
    'TC-REPLACE-006',
    defective('unknown', (pointer) => pointer === 'url:card'),
    unknownCardRefused,
  ),
  check('TC-REPLACE-007', answers, ({ what, fact }) => observed(what, fact)),
  check('TC-REPLACE-008', replaced, ({ after, sent }) => notesAsSent(sent['notes'], after, '/notes')),
  check('TC-REPLACE-009', replaced, movedForwardIfChanged),
  check('TC-REPLACE-010', replaced, (subject) =>
    onEvents(subject, (event, said) => notesAsSent(said['notes'], subject.after, `/${event}/notes`)),
  ),
  check('TC-REPLACE-011', replaced, (subject, context) =>
    onEvents(subject, (event, said) => locationKept(said, subject.after, `/${event}`, context)),
  ),
  // What becomes of a break that is sent without an end is as open as in TC-CLOCKOUT-014.
  check('TC-REPLACE-012', replaced, ({ after, sent }) =>
    openBreaks(sent['breaks']) === 0 ? breaksKept(sent['breaks'], after) : notApplicable,
  ),
  check('TC-REPLACE-013', replaced, ({ after, sent }) =>
    isClosed(sent) && (sent['state'] ?? 'clockedOut') === 'clockedOut'
      ? equals(after, '/state', 'clockedOut')
      : notApplicable,
  ),
  check('TC-REPLACE-014', replaced, ({ after, sent, write: { exchange } }, context) => {
    const said = at(sent, '/lastModifiedBy/user/id');
    const isOther = said !== undefined && !sameId(said, userOf(exchange, context) ?? null);
    return isOther ? notApplicable : isSender(after, '/lastModifiedBy/user/id', exchange, context);
  }),
  check('TC-REPLACE-015', replaced, ({ before, after, sent }) =>
    namesOwner(before, sent) ? isUser(after, '/userId', sent['userId'] ?? null) : notApplicable,
  ),
  check('TC-REPLACE-025', replaced, ({ before, after, sent }) => {
    if (typeof sent['userId'] !== 'string' || namesOwner(before, sent)) return notApplicable;
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
  check('TC-REPLACE-020', replaced, ({ after, sent }) => {
    const sentBreaks = sent['breaks'];
    if (!Array.isArray(sentBreaks)) return notApplicable;
    const [wanted, shown] = [sentBreaks.length, breaksIn(after).length];
    return expectThat(shown <= wanted, '/breaks', counted(wanted, 'break'), counted(shown, 'break'));
  }),
  check('TC-REPLACE-021', replaced, ({ after, sent }) => {
    const { state } = sent;
    const [follows, shown] = [stateOfBody(sent), at(after, '/state')];
    if (typeof state !== 'string' || state === follows) return notApplicable;
    const fact = shown === state ? 'the one that was sent' : shown === follows ? 'the one of the events' : 'another';
    return observed('state after a replace whose state does not fit its events', fact);
  }),
  check('TC-REPLACE-022', ofOpenCard, ({ state, fact }) => observed(`replace of a card that is ${state}`, fact)),
  check('TC-REPLACE-023', replaced, ({ after, sent }, context) =>
    every(
      ...keptBreaks(sent['breaks'], after).flatMap((one) =>
        ends.map((end) => locationKept(at(one.sent, `/${end}`), after, `${one.pointer}/${end}`, context)),
      ),
    ),
  ),
  check('TC-REPLACE-024', replaced, ({ before, after, sent }) =>
    every(
      ...keptBreaks(sent['breaks'], after).map((one) => {
        const id = at(one.sent, '/breakId');
        const isKnown = breaksIn(before).some((known) => at(known, '/breakId') === id);
        if (typeof id !== 'string' || id === '' || !isKnown) return notApplicable;
        return equals(after, `${one.pointer}/breakId`, id);
      }),
    ),
  ),
];
