import type { Clock } from '../clock.ts';
import { StorageFault } from '../storage-fault.ts';
import { asServed } from './as-served.ts';
import type { Wire, WireAnswer, WireOutcome, WireRequest } from '../wire.ts';
import type { Interaction } from './format.ts';
import { inSteps } from './times.ts';

/** Translates between what a run sees and what a server sees, so that nothing real gets any further. */
export interface Translation {
  request(request: WireRequest): WireRequest;
  outcome(outcome: WireOutcome): WireOutcome;
}

export interface RecorderSettings {
  readonly inner: Wire;
  readonly clock: Clock;
  /** The zero of the recording's times. */
  readonly startedAt: number;
  readonly translation: Translation;
  /** @throws StorageFault */
  readonly keep: (interaction: Interaction) => void;
  /** @throws StorageFault */
  readonly close: () => void;
  /** Instead of `close`, where something could not be kept. */
  readonly abandon: () => void;
}

/**
 * Writes down what another wire carries. It answers with exactly what it wrote down, so that a run judges what its
 * replay will see: pseudonyms, decoded bodies, and times as precise as they are kept.
 */
export class Recorder implements Wire {
  readonly #settings: RecorderSettings;
  #sent = 0;
  #fault: StorageFault | undefined;

  constructor(settings: RecorderSettings) {
    this.#settings = settings;
  }

  /** @throws StorageFault before a request that could not be kept; clean-up is sent all the same */
  async send(request: WireRequest): Promise<WireAnswer> {
    if (this.#fault !== undefined && request.asked?.purpose !== 'cleanUp') throw this.#fault;
    const { inner, clock, startedAt: zero, translation } = this.#settings;
    const number = (this.#sent += 1);
    const { asked, ...sent } = request;
    const startedAt = inSteps(clock.now(), zero);
    const { times: _, ownership, asides, ...real } = await inner.send(translation.request(request));
    const outcome = asServed(translation.outcome(real));
    const endedAt = inSteps(clock.now(), zero);
    const known = { ...(ownership === undefined ? {} : { ownership }), ...(asides === undefined ? {} : { asides }) };
    this.#keep({ number, request: sent, outcome, startedAt, endedAt, ...(asked && { asked }), ...known });
    return { ...outcome, times: { startedAt, endedAt }, ...known };
  }

  hurry(): void {
    this.#settings.inner.hurry();
  }

  close(): void {
    this.#settings.inner.close();
    if (this.#fault === undefined) this.#settings.close();
    else this.#settings.abandon();
  }

  /** What was answered has to be known even where it cannot be kept: there may be a card to remove. */
  #keep(interaction: Interaction): void {
    if (this.#fault !== undefined) return;
    try {
      this.#settings.keep(interaction);
    } catch (error) {
      if (!(error instanceof StorageFault)) throw error;
      this.#fault = error;
    }
  }
}
