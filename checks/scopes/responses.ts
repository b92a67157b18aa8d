import type { Outcome } from '../../traffic/exchange.ts';
import type { Scope, Subject } from '../check.ts';
import { isFromGateway } from '../assertions/refusal.ts';
import type { Entry } from '../trace/trace.ts';

/** Any answer of the time clock to a request for a time card: what a gateway says on the way is not its word. */
export interface Answered extends Subject {
  readonly entry: Entry;
  readonly response: Extract<Outcome, { kind: 'response' }>;
}

/** A browser's OPTIONS is answered by whatever stands before the service, and HEAD never has a body. */
const methods: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

export const everyAnswer: Scope<Answered> = {
  subjects(entry) {
    const { outcome } = entry.exchange;
    if (outcome.kind !== 'response' || entry.location === undefined) return [];
    if (!methods.has(entry.exchange.request.method) || isFromGateway(outcome.status)) return [];
    return [{ entry, response: outcome, evidence: [entry.sequence] }];
  },
};
