import type { Clock } from '../clock.ts';
import { asServed } from '../recording/as-served.ts';
import { Pseudonyms, type RealIdentity } from '../recording/pseudonyms.ts';
import { StorageFault } from '../storage-fault.ts';
import type { Wire, WireAnswer, WireRequest } from '../wire.ts';
import { traceEntry } from './trace-entry.ts';
import { TraceFile } from './trace-file.ts';
import type { TraceSettings } from './trace-settings.ts';

/**
 * Writes down what another wire carries, with pseudonyms in the place of people, addresses and tokens. Whoever sends sees
 * what is real, as without it: a recording is what gives the run pseudonyms, too.
 */
export class TracedWire implements Wire {
  readonly #inner: Wire;
  readonly #clock: Clock;
  readonly #pseudonyms: Pseudonyms;
  readonly #file: TraceFile;
  #sent = 0;
  #fault: StorageFault | undefined;

  /** @throws StorageFault where the file cannot be written */
  constructor(inner: Wire, identity: RealIdentity, clock: Clock, { file, suiteVersion }: TraceSettings) {
    this.#inner = inner;
    this.#clock = clock;
    this.#pseudonyms = new Pseudonyms(identity);
    const { callerId, onBehalfOfUserId } = this.#pseudonyms.people;
    this.#file = new TraceFile(file, {
      version: '1.2',
      creator: { name: 'timecard-conformance', version: suiteVersion },
      _timecard: { callerId, ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }) },
    });
  }

  /** @throws StorageFault before a request that could not be kept; clean-up is sent all the same */
  async send(request: WireRequest): Promise<WireAnswer> {
    if (this.#fault !== undefined && request.asked?.purpose !== 'cleanUp') throw this.#fault;
    const number = (this.#sent += 1);
    const startedAt = this.#clock.now();
    const answer = await this.#inner.send(request);
    const { times = { startedAt, endedAt: this.#clock.now() }, ownership: _, asides: __, ...outcome } = answer;
    this.#keep(() => {
      // The answer first: it may tell who it is of whom the request speaks.
      const told = asServed(this.#pseudonyms.outcome(outcome));
      this.#file.write(number, traceEntry({ request: this.#shown(request), outcome: told, times }));
    });
    return answer;
  }

  hurry(): void {
    this.#inner.hurry();
  }

  close(): void {
    this.#inner.close();
    this.#keep(() => this.#file.close());
  }

  #shown(request: WireRequest): WireRequest {
    const text = (real: string): string => this.#pseudonyms.text(real);
    return {
      ...request,
      url: text(request.url),
      headers: request.headers.map(([name, value]) => [name, text(value)] as const),
      text: request.text === undefined ? undefined : text(request.text),
    };
  }

  #keep(write: () => void): void {
    if (this.#fault !== undefined) return;
    try {
      write();
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      this.#fault = error;
    }
  }
}
