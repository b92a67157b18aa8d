import { isJsonObject, type Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { every, expectThat, isUser, notApplicable, observed, sameId, unchanged } from './assertions/assertions.ts';
import { comparedProperties } from './card/card-properties.ts';
import { check, type Answer, type Check, type Scope } from './check.ts';
import { flagsIn } from './confirmation-flags.ts';
import { movedForward } from './assertions/moved-forward.ts';
import { isTimeCard } from './card/returned-card.ts';
import { across } from './scopes/across.ts';
import { called, documentedStatus, isAccepted, returned } from './scopes/called.ts';
import { confirmed, confirmedAgain, confirmedForUser, type Confirmer } from './scopes/confirmed.ts';
import { outOfTurn, type OutOfTurn } from './scopes/out-of-turn.ts';
import { mutated, refusedWith, statusAndCode, unknownCardRefused } from './scopes/refusals.ts';
import { isSender } from './user-of.ts';

/** A confirm that no page speaks of: of an open card, or for the second time. */
const outOfPlace: Scope<Pick<OutOfTurn, 'evidence' | 'fact'> & { readonly what: string }> = {
  subjects(entry, trace, context) {
    const open = openCards.flatMap((scope) => scope.subjects(entry, trace, context));
    const again = confirmedAgain.subjects(entry, trace, context);
    return [
      ...open.map((one) => ({ ...one, what: `confirm of a card that is ${one.state}` })),
      ...again.map((one) => ({ ...one, what: 'a second confirm by the same person' })),
    ];
  },
};

const openCards = [outOfTurn('confirm', 'clockedIn'), outOfTurn('confirm', 'onBreak')] as const;

function hasFlags(value: Json | undefined, ...wanted: readonly Confirmer[]): Answer {
  const flags = flagsIn(value);
  return expectThat(
    wanted.every((flag) => flags.has(flag)),
    '/confirmedBy',
    wanted.join(','),
    value,
  );
}

/** Confirmed at all: whoever may confirm as a manager may do so of the own card, and no page says as whom that counts. */
function hasAnyFlag(value: Json | undefined): Answer {
  const flags = flagsIn(value);
  return expectThat(flags.has('user') || flags.has('manager'), '/confirmedBy', 'user or manager', value);
}

const untouched = ['/state', '/clockInEvent', '/clockOutEvent', '/breaks', '/notes', '/originalEntry'] as const;
const identity = ['/id', '/userId', '/createdBy/user/id', '/createdDateTime'] as const;

function unknownCard(operation: 'confirm' | 'confirmForUser') {
  return mutated(
    ({ pointer, keyword }, asked) => asked === operation && pointer === 'url:card' && keyword === 'unknown',
  );
}

export const confirmChecks: readonly Check[] = [
  check('TC-CONFIRM-001', called('confirm'), (subject) =>
    // For applications the page contradicts itself (TC-AUTH-007).
    subject.entry.exchange.actor === 'application' ? notApplicable : documentedStatus(subject),
  ),
  check('TC-CONFIRM-002', called('confirm'), (subject, context) => {
    const { exchange, status = 0 } = subject.entry;
    // A 5xx says that the server failed, not that it wants a body. One that does refuses every confirm.
    if (exchange.request.body.kind !== 'empty' || status >= 500) return notApplicable;
    return isAccepted(subject, { ...context, neverAccepted: new Set() });
  }),
  check('TC-CONFIRM-003', confirmed, ({ after, as }) =>
    as === 'user' ? hasAnyFlag(after['confirmedBy']) : notApplicable,
  ),
  check('TC-CONFIRM-023', confirmed, ({ after, as }) =>
    as === 'user' && flagsIn(after['confirmedBy']).size > 0 ? hasFlags(after['confirmedBy'], 'user') : notApplicable,
  ),
  check('TC-CONFIRM-004', confirmed, ({ after, as }) =>
    as === 'manager' ? hasFlags(after['confirmedBy'], 'manager') : notApplicable,
  ),
  check('TC-CONFIRM-005', confirmed, ({ before, after }) => unchanged(before, after, untouched)),
  check('TC-CONFIRM-006', outOfPlace, ({ what, fact }) => observed(what, fact)),
  check('TC-CONFIRM-007', unknownCard('confirm'), unknownCardRefused),
  check('TC-CONFIRM-008', called('confirmForUser'), (subject) => every(documentedStatus(subject), isTimeCard(subject))),
  check(
    'TC-CONFIRM-009',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'confirmForUser' && pointer === '/userId' && keyword === 'required',
    ),
    refusedWith(400),
  ),
  check('TC-CONFIRM-010', confirmed, ({ before, after, as, afterAnother }) =>
    afterAnother && flagsIn(before['confirmedBy']).has(as === 'user' ? 'manager' : 'user')
      ? hasFlags(after['confirmedBy'], 'user', 'manager')
      : notApplicable,
  ),
  check('TC-CONFIRM-011', confirmed, movedForward),
  check('TC-CONFIRM-012', returned('confirmForUser'), ({ card, sent, entry }) => {
    const owner = entry.before?.owner ?? card['userId'];
    return sameId(sent['userId'], owner) ? hasAnyFlag(card['confirmedBy']) : notApplicable;
  }),
  check('TC-CONFIRM-024', returned('confirmForUser'), ({ card, sent, entry }) => {
    const owner = entry.before?.owner ?? card['userId'];
    // Written in another letter case it may be another user: ids are to be treated as case-sensitive (TC-GEN-009).
    const byOwner = sent['userId'] === owner && flagsIn(card['confirmedBy']).size > 0;
    return byOwner ? hasFlags(card['confirmedBy'], 'user') : notApplicable;
  }),
  check('TC-CONFIRM-013', returned('confirmForUser'), ({ card, entry: { cardId } }) =>
    cardId === undefined ? notApplicable : isUser(card, '/id', cardId),
  ),
  check(
    'TC-CONFIRM-014',
    mutated(
      ({ pointer, keyword }, operation) =>
        operation === 'confirmForUser' && pointer === '/userId' && keyword === 'unknown',
    ),
    ({ entry }) => observed('confirmForUser with an unknown userId', statusAndCode(entry)),
  ),
  check('TC-CONFIRM-015', confirmed, ({ after, write }, context) =>
    isSender(after, '/lastModifiedBy/user/id', write.exchange, context),
  ),
  check('TC-CONFIRM-016', confirmedForUser, ({ after, write: { answer } }) =>
    isJsonObject(answer) ? unchanged(answer, after, comparedProperties) : notApplicable,
  ),
  check('TC-CONFIRM-017', confirmed, ({ before, after }) => unchanged(before, after, identity)),
  check('TC-CONFIRM-018', across('replace'), ({ before, after }) => {
    const earlier = before['confirmedBy'];
    if (flagsIn(earlier).size === 0) return notApplicable;
    return observed('confirmedBy after a replace', after['confirmedBy'] === earlier ? 'kept' : 'not kept');
  }),
  check('TC-CONFIRM-019', unknownCard('confirmForUser'), unknownCardRefused),
  check('TC-CONFIRM-020', confirmedForUser, ({ before, after }) => unchanged(before, after, untouched)),
  check('TC-CONFIRM-021', confirmedForUser, ({ before, after, sent }) => {
    // A second confirmation by the same user is TC-CONFIRM-006.
    const byOwner = sameId(String(sent['userId']), String(before['userId']));
    if (flagsIn(before['confirmedBy']).has(byOwner ? 'user' : 'manager')) return notApplicable;
    const shown = at(after, '/confirmedBy');
    const [lost] = [...flagsIn(before['confirmedBy'])].filter((flag) => !flagsIn(shown).has(flag));
    if (flagsIn(before['confirmedBy']).size === 0) return notApplicable;
    return expectThat(lost === undefined, '/confirmedBy', `still ${lost ?? ''}`, shown);
  }),
  check('TC-CONFIRM-025', confirmedForUser, ({ before, after, sent }) =>
    typeof sent['userId'] === 'string' && !sameId(sent['userId'], before['userId'])
      ? hasFlags(after['confirmedBy'], 'manager')
      : notApplicable,
  ),
  check('TC-CONFIRM-022', confirmedForUser, ({ before, after }) => unchanged(before, after, identity)),
];
