import type { Scope } from '../check.ts';
import { isShownToSucceed, isUnreachable } from '../expectation.ts';
import { evidenceOf, type Called } from './called.ts';
import { isPlain } from './plain.ts';

/** A call with an empty JSON object, in a state for which the operation is documented: all parameters are optional. */
export function emptyCall(operation: 'clockIn' | 'clockOut' | 'startBreak' | 'endBreak'): Scope<Called> {
  return {
    needsMadeTraffic: true,
    subjects(entry, trace, context) {
      const { intent, actor } = entry.exchange;
      const ours = intent !== undefined && isPlain(entry) && entry.operation === operation && actor === 'caller';
      if (!ours || entry.sent === undefined || Object.keys(entry.sent).length > 0) return [];
      // An operation that is not there says nothing about empty objects; TC-GEN-001 says that it is missing.
      return isShownToSucceed(entry, trace, context) && !isUnreachable(entry)
        ? [{ entry, promised: true, sent: entry.sent, evidence: evidenceOf(entry) }]
        : [];
    },
  };
}
