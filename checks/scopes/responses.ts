import type { Headers, Outcome } from '../../specs/exchange.ts';
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

/** The value of a header, its name matched without regard to case. */
export function headerOf(headers: Headers, name: string): string | undefined {
  return headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1];
}
