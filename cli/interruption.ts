/** As `exitCodes.interrupted` says; this module is loaded before all others, and so loads none. */
const interrupted = 130;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * What a signal does, from the first moment of the process on. As long as there is nothing to clean up it ends the process
 * at once; while there is, the first one asks for the end and the second one no longer waits for it.
 */
export class Interruption {
  #stop: (() => void) | undefined;
  #isAsked = false;

  /** To be called first of all. */
  listen(): void {
    for (const signal of signals) process.on(signal, this.#onSignal);
  }

  /** Somebody wants the process to end. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  /** @param stop what the first signal does from now on, until `release` */
  handle(stop: () => void): void {
    this.#stop = stop;
  }

  /** From now on a signal ends the process at once again. */
  release(): void {
    this.#stop = undefined;
  }

  /** Asks for the end as a signal would. False where there is nobody to do it. */
  ask(): boolean {
    if (this.#stop === undefined || this.#isAsked) return false;
    this.#isAsked = true;
    this.#stop();
    return true;
  }

  /** The end was what the command had waited for. */
  settle(): void {
    this.#isAsked = false;
  }

  readonly #onSignal = (): void => {
    if (!this.ask()) process.exit(interrupted);
  };
}

export const interruption = new Interruption();
