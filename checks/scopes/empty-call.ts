import type { JsonObject } from '../../traffic/json.ts';
import type { Scope } from '../check.ts';
import { isShownToSucceed, isUnreachable } from '../assertions/expectation.ts';
import { evidenceOf, type Called } from './called.ts';
import { isPlain } from './plain-requests.ts';

type Action = 'clockIn' | 'clockOut' | 'startBreak' | 'endBreak';

/** A call with an empty JSON object, in a state for which the operation is documented: all parameters are optional. */
export function emptyCall(operation: Action): Scope<Called> {
  return callWith(operation, (body) => Object.keys(body).length === 0);
}

/** The same with null for its notes, and nothing else that a server may refuse. */
export function nullNotesCall(operation: Action): Scope<Called> {
  const others: ReadonlySet<string> = new Set(['notes', 'isAtApprovedLocation']);
  return callWith(operation, (body) => body['notes'] === null && Object.keys(body).every((name) => others.has(name)));
}

/** A call of the caller with a body that only should be accepted, in a state for which the operation is documented. */
function callWith(operation: Action, fits: (body: JsonObject) => boolean): Scope<Called> {
  return {
    needsMadeTraffic: true,
    subjects(entry, trace, context) {
      const { intent, actor } = entry.exchange;
      const ours = intent !== undefined && isPlain(entry) && entry.operation === operation && actor === 'caller';
      if (!ours || entry.sent === undefined || !fits(entry.sent)) return [];
      // An operation that is not there says nothing about its bodies; TC-GEN-001 says that it is missing.
      return isShownToSucceed(entry, trace, context) && !isUnreachable(entry)
        ? [{ entry, promised: true, sent: entry.sent, evidence: evidenceOf(entry) }]
        : [];
    },
  };
}
