import { isWrite } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { comparedProperties } from './card/card-properties.ts';
import { expectThat, holds, notApplicable, unchanged, violated } from './assertions/assertions.ts';
import { check, type Answer, type Check } from './check.ts';
import { instantOf } from './assertions/instants.ts';
import { afterDeleteElsewhere } from './scopes/deleted-elsewhere.ts';
import { cardBetweenReads, type CardBetweenReads, type Between } from './scopes/between-reads.ts';
import { newCards, serviceBreaks } from './scopes/ids.ts';
import { mutated, refusedWith } from './scopes/refusals.ts';

/** The card is what it was, after writes of that kind beside it; that it is gone, TC-ISOLATION-004 says of deletes. */
const sameAfter = (kind: Between) =>
  function sameCard({ between, before, after, afterDelete, status }: CardBetweenReads): Answer {
    if (between !== kind) return notApplicable;
    if (after === undefined) return afterDelete ? notApplicable : violated('status', 200, status);
    return unchanged(before, after, comparedProperties);
  };

/** The card itself says that somebody changed it in between, be it a person or a connected system. */
function isModified({ before, after }: CardBetweenReads): boolean {
  const [then, now] = [before, after].map((card) => instantOf(at(card, '/lastModifiedDateTime')));
  return then !== undefined && now !== undefined && now > then;
}

export const isolationChecks: readonly Check[] = [
  check('TC-ISOLATION-001', cardBetweenReads, sameAfter('sameUser')),
  check('TC-ISOLATION-002', cardBetweenReads, sameAfter('otherUser')),
  check('TC-ISOLATION-003', cardBetweenReads, sameAfter('otherTeam')),
  check('TC-ISOLATION-004', cardBetweenReads, ({ afterDelete, after, status }) =>
    afterDelete ? expectThat(after !== undefined, 'status', 200, status) : notApplicable,
  ),
  check('TC-ISOLATION-005', newCards, ({ id, isKnown }) =>
    expectThat(!isKnown, '/id', 'an id that no other card has', id),
  ),
  check('TC-ISOLATION-006', serviceBreaks, ({ ids }) => {
    const second = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    return second === -1 ? holds : violated('/breaks', 'breaks with different ids', ids[second]);
  }),
  check('TC-ISOLATION-007', cardBetweenReads, (subject) =>
    isModified(subject) ? notApplicable : sameAfter('reads')(subject),
  ),
  check(
    'TC-ISOLATION-008',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer === 'url:team' &&
        keyword === 'other' &&
        operation !== 'unknown' &&
        operation !== 'delete' &&
        isWrite(operation),
    ),
    refusedWith(403, 404),
  ),
  check('TC-ISOLATION-009', afterDeleteElsewhere, ({ entry: { status, accepted } }) =>
    accepted ? holds : violated('status', 200, status),
  ),
];
