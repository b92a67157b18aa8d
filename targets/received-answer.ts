import type { Headers } from '../traffic/exchange.ts';
import { withoutLongTexts } from './long-texts.ts';
import { heaviest, heaviestPart, weightOf } from './weight.ts';
import type { WireOutcome } from './wire.ts';

/** What is kept of an answer that is there as a whole, whatever carried it. */
export function receivedAnswer(status: number, headers: Headers, whole: string): WireOutcome {
  const text = withoutLongTexts(whole);
  return text.length * heaviestPart > heaviest && weightOf(text) > heaviest
    ? { kind: 'transport', fault: 'tooLarge', detail: 'the body has more parts than can be kept' }
    : { kind: 'response', status, headers, text };
}

/** @param limit bytes */
export function tooLarge(limit: number): WireOutcome {
  return { kind: 'transport', fault: 'tooLarge', detail: `the body is larger than ${limit} bytes` };
}
