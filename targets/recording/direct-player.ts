import type { Wire, WireAnswer, WireRequest } from '../wire.ts';
import type { RecordedTime } from './recorded-time.ts';
import type { Tape } from './tape.ts';

/** Answers from a recording without anything like a connection. */
export class DirectPlayer implements Wire {
  readonly #tape: Tape;
  readonly #time: RecordedTime;

  constructor(tape: Tape, time: RecordedTime) {
    this.#tape = tape;
    this.#time = time;
  }

  async send(request: WireRequest): Promise<WireAnswer> {
    const interaction = this.#tape.take(request);
    await this.#time.arrival(interaction);
    const { outcome, startedAt, endedAt, ownership, asides } = interaction;
    return {
      ...outcome,
      times: { startedAt, endedAt },
      ...(ownership === undefined ? {} : { ownership }),
      ...(asides === undefined ? {} : { asides }),
    };
  }

  hurry(): void {
    // A recording is not waited for.
  }

  close(): void {
    // There is nothing to close.
  }
}
