import type { Colours } from '../reporters/text/options.ts';
import { renderProgress, type Progress } from '../reporters/console/progress.ts';
import type { RunMessage } from '../engine/run-message.ts';

/** Between two redraws, in milliseconds. */
const interval = 80;

/** One line that is redrawn while a run goes on. Nothing where the output is no terminal: logs keep what is over. */
export class ProgressLine {
  readonly #output: NodeJS.WriteStream | undefined;
  readonly #colours: Colours;
  readonly #startedAt = performance.now();
  #progress: Omit<Progress, 'elapsedMs'> = { stage: 'preflight', done: 0, requests: 0, failures: 0 };
  #drawnAt = 0;

  constructor(output: NodeJS.WriteStream | undefined, colours: Colours) {
    this.#output = output?.isTTY === true ? output : undefined;
    this.#colours = colours;
  }

  receive(message: RunMessage): void {
    switch (message.kind) {
      case 'phase':
        this.#progress = { ...this.#progress, stage: message.phase, done: 0, total: message.cases };
        break;
      case 'case':
        this.#progress = {
          ...this.#progress,
          done: message.done,
          requests: message.requests,
          failures: message.failing,
        };
        break;
      case 'shrinking':
        this.#progress = {
          ...this.#progress,
          stage: 'shrinking',
          done: 0,
          total: message.left,
          requests: message.requests,
        };
        break;
      case 'target':
      case 'violation':
      case 'finding':
      case 'obstacle':
      case 'crash':
      case 'end':
        return;
    }
    this.#draw();
  }

  clear(): void {
    this.#output?.write('\r\u001B[2K');
  }

  #draw(): void {
    const now = performance.now();
    if (this.#output === undefined || now - this.#drawnAt < interval) return;
    this.#drawnAt = now;
    const line = renderProgress(
      { ...this.#progress, elapsedMs: now - this.#startedAt },
      this.#output.columns ?? 80,
      this.#colours,
    );
    this.#output.write(`\r\u001B[2K${line}`);
  }
}
