import { durationText } from '../reporters/view/amounts.ts';

/** Between two redraws, in milliseconds. */
const interval = 100;
/** Who waits for less does not need to know. Milliseconds. */
const shortest = 1000;

/** One line that tells how far a long file is, and how long the rest may take; nothing where the output is no terminal. */
export class CheckProgress {
  readonly #output: NodeJS.WriteStream | undefined;
  #stage: 'reading' | 'judging' = 'reading';
  #startedAt = performance.now();
  #drawnAt = performance.now() + shortest;

  constructor(output: NodeJS.WriteStream | undefined) {
    this.#output = output?.isTTY === true ? output : undefined;
  }

  /** @param done of `total`, in whatever unit */
  show(stage: 'reading' | 'judging', done: number, total: number): void {
    const now = performance.now();
    if (stage !== this.#stage) [this.#stage, this.#startedAt] = [stage, now];
    if (this.#output === undefined || now - this.#drawnAt < interval || done === 0) return;
    this.#drawnAt = now;
    const left = ((now - this.#startedAt) * Math.max(total - done, 0)) / done;
    const percent = Math.min(Math.floor((done / total) * 100), 100);
    this.#output.write(`\r\u001B[2K${stage} ${percent} %  about ${durationText(left)} left`);
  }

  clear(): void {
    this.#output?.write('\r\u001B[2K');
  }
}
