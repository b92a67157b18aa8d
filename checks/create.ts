import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import {
  equals,
  every,
  expectThat,
  isUser,
  holds,
  notApplicable,
  observed,
  sameInstant,
  sameMillisecond,
  sameMoment,
  violated,
  duringCall,
} from './assertions/assertions.ts';
import { millisecondsOfBreaksKept } from './breaks-kept.ts';
import { check, type Check, type Scope } from './check.ts';
import { createdBreaksChecks } from './created-breaks.ts';
import { isDocumentedCard, openBreaks } from './card/documented-card.ts';
import { promisedCreate } from './assertions/expectation.ts';
import { notesAbsent, notesKept } from './notes.ts';
import { locationKept, wrongLocationRefused } from './approved-location.ts';
import { isLocation } from './card/location-names.ts';
import { isTimeCard, sameWhenRead } from './card/returned-card.ts';
import { readBack } from './scopes/across.ts';
import { called, documentedStatus, isAccepted, type Called } from './scopes/called.ts';
import { created } from './scopes/created.ts';
import { mutated, refusedWith, statusAndCode } from './scopes/refusals.ts';
import { isSender } from './user-of.ts';

const events = ['clockInEvent', 'clockOutEvent'] as const;

/** A create without userId by the caller: it should be the caller's card. */
const withoutOwner: Scope<Called> = {
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    const { intent, actor } = entry.exchange;
    const plain = intent !== undefined && intent.mutation === undefined && intent.overlaps === undefined;
    const ours = entry.operation === 'create' && plain && actor === 'caller';
    if (!ours || entry.sent === undefined || Object.hasOwn(entry.sent, 'userId')) return [];
    const promised = promisedCreate(entry, trace, context);
    return promised || entry.accepted ? [{ entry, promised, sent: entry.sent, evidence: [entry.sequence] }] : [];
  },
};

/** What the times of a card may be, by the keyword of the mutation; no page says whether they may. */
const unusualTimes: ReadonlyMap<string, string> = new Map([
  ['order', 'clock-out before clock-in'],
  ['future', 'times in the future'],
  ['overlap', 'the times of another card'],
]);

export const createChecks: readonly Check[] = [
  check('TC-CREATE-001', called('create'), (subject) => every(documentedStatus(subject), isTimeCard(subject))),
  check('TC-CREATE-002', created, ({ card, sent }) =>
    every(...events.map((event) => sameInstant(card, `/${event}/dateTime`, at(sent, `/${event}/dateTime`)))),
  ),
  check('TC-CREATE-038', created, ({ card, sent }) =>
    every(
      ...events.map((event) => sameMillisecond(card, `/${event}/dateTime`, at(sent, `/${event}/dateTime`))),
      millisecondsOfBreaksKept(sent['breaks'], card),
    ),
  ),
  check('TC-CREATE-017', created, ({ card, sent }, context) =>
    every(...events.map((event) => locationKept(sent[event], card, `/${event}`, context))),
  ),
  check('TC-CREATE-003', created, ({ card, sent }) =>
    every(...events.map((event) => notesKept(at(sent, `/${event}/notes`), card, `/${event}/notes`))),
  ),
  check('TC-CREATE-018', created, ({ card, sent }) =>
    every(
      ...events.map((event) =>
        isJsonObject(sent[event]) && isJsonObject(card[event])
          ? notesAbsent(at(sent, `/${event}/notes`), card, `/${event}/notes`)
          : notApplicable,
      ),
    ),
  ),
  check('TC-CREATE-005', created, ({ card, sent }) =>
    isDocumentedCard(sent) && isJsonObject(sent['clockOutEvent'])
      ? equals(card, '/state', 'clockedOut')
      : notApplicable,
  ),
  check('TC-CREATE-006', created, ({ card, sent }) =>
    isDocumentedCard(sent) && !isJsonObject(sent['clockOutEvent']) && openBreaks(sent['breaks']) === 0
      ? equals(card, '/state', 'clockedIn')
      : notApplicable,
  ),
  check('TC-CREATE-026', created, ({ card, sent }) =>
    isDocumentedCard(sent) && openBreaks(sent['breaks']) === 1 ? equals(card, '/state', 'onBreak') : notApplicable,
  ),
  check('TC-CREATE-007', created, ({ card, sent }) =>
    Object.hasOwn(sent, 'breaks') ? notApplicable : equals(card, '/breaks', []),
  ),
  check('TC-CREATE-019', created, ({ card, sent }) => notesAbsent(sent['notes'], card, '/notes')),
  check('TC-CREATE-021', created, ({ card, sent }) => notesKept(sent['notes'], card, '/notes')),
  check('TC-CREATE-008', created, ({ card }, { apiVersion }) => {
    // The example of beta says it under another name; that confirmedBy should be there all the same, TC-SHAPE-006 says.
    const underOldName = card['confirmedBy'] === undefined && card['confirmationStatus'] === 'notConfirmed';
    return apiVersion === 'beta' && underOldName ? holds : equals(card, '/confirmedBy', 'none');
  }),
  check('TC-CREATE-009', created, ({ card, sent }) =>
    // What becomes of breaks in originalEntry is contradicted by the older beta example; only the v1.0 example's case is judged.
    Object.hasOwn(sent, 'breaks')
      ? notApplicable
      : every(
          expectThat(
            (at(card, '/originalEntry/clockInEvent') ?? null) === null,
            '/originalEntry/clockInEvent',
            null,
            at(card, '/originalEntry/clockInEvent'),
          ),
          expectThat(
            (at(card, '/originalEntry/clockOutEvent') ?? null) === null,
            '/originalEntry/clockOutEvent',
            null,
            at(card, '/originalEntry/clockOutEvent'),
          ),
          // An original entry that is absent has no breaks either; TC-SHAPE-006 asks for the key.
          haveSameContent(at(card, '/originalEntry/breaks') ?? [], [])
            ? holds
            : violated('/originalEntry/breaks', [], at(card, '/originalEntry/breaks')),
        ),
  ),
  check('TC-CREATE-010', created, ({ card }) =>
    sameMoment(card, '/lastModifiedDateTime', at(card, '/createdDateTime')),
  ),
  check('TC-CREATE-029', created, ({ card, entry }) => duringCall(card, '/lastModifiedDateTime', entry.exchange)),
  check('TC-CREATE-035', created, ({ card, sent }) =>
    Object.hasOwn(sent, 'clockOutEvent')
      ? notApplicable
      : expectThat((at(card, '/clockOutEvent') ?? null) === null, '/clockOutEvent', null, at(card, '/clockOutEvent')),
  ),
  check('TC-CREATE-020', created, ({ card, entry }) => duringCall(card, '/createdDateTime', entry.exchange)),
  check('TC-CREATE-011', created, ({ card, sent }) =>
    typeof sent['userId'] === 'string' ? isUser(card, '/userId', sent['userId']) : notApplicable,
  ),
  check('TC-CREATE-016', created, ({ card, entry }, context) =>
    isSender(card, '/createdBy/user/id', entry.exchange, context),
  ),
  check('TC-CREATE-028', created, ({ card, entry }, context) =>
    isSender(card, '/lastModifiedBy/user/id', entry.exchange, context),
  ),
  check(
    'TC-CREATE-030',
    mutated(({ keyword }, operation) => operation === 'create' && keyword === 'secondUser'),
    ({ entry }) => observed('create by a second user for the caller', statusAndCode(entry)),
  ),
  check('TC-CREATE-012', withoutOwner, (subject, context) => {
    const { callerId, capabilities } = context;
    const { answer } = subject.entry;
    const owner =
      subject.entry.accepted && isJsonObject(answer) && capabilities.has('callerIdentity')
        ? isUser(answer, '/userId', callerId)
        : notApplicable;
    return every(isAccepted(subject, context), owner);
  }),
  check(
    'TC-CREATE-013',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'create' && keyword === 'required' && pointer.endsWith('Event/dateTime'),
    ),
    refusedWith(400),
  ),
  check(
    'TC-CREATE-023',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'create' && keyword === 'required' && pointer.endsWith('/start'),
    ),
    refusedWith(400),
  ),
  check(
    'TC-CREATE-024',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'create' && keyword === 'enum' && pointer.endsWith('contentType'),
    ),
    refusedWith(400),
  ),
  check(
    'TC-CREATE-025',
    mutated(({ pointer, keyword }, operation) => operation === 'create' && keyword === 'type' && isLocation(pointer)),
    wrongLocationRefused,
  ),
  check(
    'TC-CREATE-014',
    mutated(({ keyword }, operation) => operation === 'create' && unusualTimes.has(keyword)),
    ({ entry, mutation }) => observed(`create with ${unusualTimes.get(mutation.keyword)}`, statusAndCode(entry)),
  ),
  check(
    'TC-CREATE-015',
    mutated(
      ({ pointer, keyword }, operation) => operation === 'create' && keyword === 'readOnly' && pointer.startsWith('/'),
    ),
    ({ entry, mutation }) =>
      observed(
        `create with ${mutation.pointer.slice(1)} supplied by the client`,
        outcomeOf(entry.accepted, entry.answer, entry.sent, mutation.pointer),
      ),
  ),
  ...createdBreaksChecks,
  check('TC-CREATE-022', readBack('create'), sameWhenRead),
];

function outcomeOf(accepted: boolean, answer: Json | undefined, sent: Json | undefined, pointer: string): string {
  if (!accepted) return 'refused';
  return haveSameContent(at(answer, pointer), at(sent, pointer)) ? 'honoured' : 'ignored';
}
