import type { Scope } from '../check.ts';
import { mustSucceed } from '../expectation.ts';
import { hasOtherOffset, inUtc } from '../other-offset.ts';
import { evidenceOf, type Called } from './called.ts';

/** A call whose body has times with another offset than UTC, where the documents promise that the same in UTC succeeds. */
export const otherOffsets: Scope<Called> = {
  subjects(entry, trace, context) {
    const { sent } = entry;
    if (sent === undefined || !hasOtherOffset(sent)) return [];
    const promised = mustSucceed({ ...entry, sent: inUtc(sent) }, trace, context);
    return promised ? [{ entry, promised, sent, evidence: evidenceOf(entry) }] : [];
  },
};
