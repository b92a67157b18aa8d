import { headerValue } from '../../traffic/headers.ts';
import type { WireOutcome } from '../wire.ts';

/** How a body travelled. It is kept as text, so what these say of it is no longer true. */
const ofTheBody = new Set(['content-encoding', 'transfer-encoding', 'content-length']);

/** The answer as a recording can serve it. A length that is announced for nothing is a fault of the server, and stays. */
export function asServed(outcome: WireOutcome): WireOutcome {
  if (outcome.kind === 'transport') return outcome;
  const { headers, text } = outcome;
  if (text === '' && headerValue(headers, 'content-encoding') === undefined) return outcome;
  return { ...outcome, headers: headers.filter(([name]) => !ofTheBody.has(name.toLowerCase())) };
}
