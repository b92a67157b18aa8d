import type { Outcome } from '../../specs/exchange.ts';
import type { Scope, Subject } from '../check.ts';
import type { Entry } from '../trace.ts';

/** Any answer to a request for a time card. */
export interface Answered extends Subject {
  readonly entry: Entry;
  readonly response: Extract<Outcome, { kind: 'response' }>;
}

export const everyAnswer: Scope<Answered> = {
  subjects(entry) {
    const { outcome } = entry.exchange;
    if (outcome.kind !== 'response' || entry.location === undefined) return [];
    return [{ entry, response: outcome, evidence: [entry.sequence] }];
  },
};
