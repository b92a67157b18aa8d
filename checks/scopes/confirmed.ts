import { sameId } from '../assertions/assertions.ts';
import type { Scope, Subject } from '../check.ts';
import { flagsIn } from '../confirmation-flags.ts';
import type { JudgeContext } from '../context.ts';
import { sameActor } from '../assertions/same-actor.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { userOf } from '../user-of.ts';
import { across, type Across } from './across.ts';
import { statusAndCode } from './refusals.ts';
import { isPlain } from './plain-requests.ts';

/** As whom somebody confirms: as the user to whom the card belongs, or as somebody else, who must be a manager. */
export type Confirmer = 'user' | 'manager';

/** A card before and after a confirmation. */
export interface Confirmed extends Across {
  /** Undefined where it is not known who confirmed, or whose card it is. */
  readonly as: Confirmer | undefined;
  /** Somebody else has confirmed the card before, in this traffic. */
  readonly afterAnother: boolean;
}

/** The first get after one accepted confirm of a closed card that the same person had not confirmed before. */
export const confirmed: Scope<Confirmed> = {
  subjects(entry, trace, context) {
    return across('confirm')
      .subjects(entry, trace, context)
      .map((subject) => ({
        ...subject,
        as: confirmerOf(subject.write, context),
        afterAnother: wasConfirmedByAnother(subject.write, trace),
      }))
      .filter(({ as, before }) => {
        // A second confirmation by the same person is TC-CONFIRM-006; of an unknown one it may be a second.
        const flags = flagsIn(before['confirmedBy']);
        return as === undefined ? flags.size === 0 : !flags.has(as);
      });
  },
};

/** The first get after one accepted confirmForUser. */
export const confirmedForUser = across('confirmForUser');

/** A second confirm by the same person. */
export interface ConfirmedAgain extends Subject {
  readonly fact: string;
}

/** A confirm of a card that shows the flag of its confirmer already. */
export const confirmedAgain: Scope<ConfirmedAgain> = {
  subjects(entry, _trace, context) {
    const { operation, before, status } = entry;
    if (operation !== 'confirm' || !isPlain(entry) || status === undefined || before?.writes.length !== 0) return [];
    const as = confirmerOf(entry, context);
    if (as === undefined || !flagsIn(before.latest?.card['confirmedBy']).has(as)) return [];
    return [{ fact: statusAndCode(entry), evidence: [before.latest?.sequence ?? entry.sequence, entry.sequence] }];
  },
};

function confirmerOf({ exchange, before }: Entry, context: JudgeContext): Confirmer | undefined {
  const userId = userOf(exchange, context);
  if (userId === undefined || before?.owner === undefined) return undefined;
  return sameId(userId, before.owner) ? 'user' : 'manager';
}

function wasConfirmedByAnother({ cardId, sequence, exchange }: Entry, trace: Trace): boolean {
  return trace.on(cardId).some((earlier) => {
    const confirms = earlier.operation === 'confirm' || earlier.operation === 'confirmForUser';
    return (
      confirms && earlier.accepted && earlier.sequence < sequence && !sameActor(earlier.exchange.actor, exchange.actor)
    );
  });
}
