import type { EntryFault } from '../../judgements/capture-summary.ts';
import type { Outcome } from '../../traffic/exchange.ts';
import { onDemand } from './body-on-demand.ts';
import type { Capture, CapturedExchange } from './capture.ts';

/** Reads the entries of a file one by one: one that is malformed costs no other. */
export class EntryReader {
  readonly exchanges: CapturedExchange[] = [];
  readonly faults: EntryFault[] = [];
  entries = 0;
  readonly #read: (value: unknown, entry: number) => CapturedExchange | string;

  /** @param read gives an exchange, or what is wrong with the entry as a sentence fragment */
  constructor(read: (value: unknown, entry: number) => CapturedExchange | string) {
    this.#read = read;
  }

  add(value: unknown): void {
    this.entries += 1;
    const found = this.#read(value, this.entries);
    if (typeof found === 'string') this.faults.push({ entry: this.entries, fault: found });
    else this.exchanges.push(withBodiesOnDemand(found));
  }
}

/** What was read, and what could not be. */
export function readEach(
  values: readonly unknown[],
  read: (value: unknown, entry: number) => CapturedExchange | string,
): Pick<Capture, 'exchanges' | 'faults'> {
  const reader = new EntryReader(read);
  for (const value of values) reader.add(value);
  return { exchanges: reader.exchanges, faults: reader.faults };
}

function withBodiesOnDemand(captured: CapturedExchange): CapturedExchange {
  const { exchange } = captured;
  const { request, outcome } = exchange;
  return {
    ...captured,
    exchange: { ...exchange, request: { ...request, body: onDemand(request.body) }, outcome: answerOnDemand(outcome) },
  };
}

function answerOnDemand(outcome: Outcome): Outcome {
  return outcome.kind === 'transport' ? outcome : { ...outcome, body: onDemand(outcome.body) };
}
