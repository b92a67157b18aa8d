import type { Exchange } from '../traffic/exchange.ts';
import { isThrottling } from '../traffic/undecided-status.ts';
import { LimitReached } from './limits.ts';

/** The server is there no more, or gives nothing that could be judged: what follows would say nothing about the time clock. */
export class ServerGone extends LimitReached {
  override readonly name = 'ServerGone';
  /** The last requests that it got, with what came of them, the last one last. */
  readonly lastExchanges: readonly Exchange[];

  constructor(sentence: string, lastExchanges: readonly Exchange[]) {
    super(sentence);
    this.lastExchanges = lastExchanges;
  }
}

/** After so many in a row without an answer a server counts as gone; each of those that are waited for costs a timeout. */
const believedGone = { refused: 5, timeout: 3, any: 10 } as const;
/** After so many in a row that stayed throttled to the last attempt it is not asked again. */
const believedBusy = 3;
/** How many of the last requests are told. */
const lastTold = 3;

/** Watches whether there is still somebody who answers. */
export class ServerWatch {
  #answered: Exchange[] = [];
  /** The requests since the last answer; the first of them may have been what the server fell over. */
  #unanswered: Exchange[] = [];
  #unansweredInRow = { refused: 0, timeout: 0, any: 0 };
  #busyInRow = 0;

  /** True once there was an answer: a server that never gave one was not there at all. */
  get hasAnswered(): boolean {
    return this.#answered.length > 0;
  }

  /** The last requests that were answered, and the first that were not. */
  get lastExchanges(): readonly Exchange[] {
    return [...this.#answered, ...this.#unanswered.slice(0, 2)];
  }

  /** @throws ServerGone */
  note(exchange: Exchange): void {
    const { outcome } = exchange;
    if (outcome.kind === 'transport' && outcome.fault !== 'tooLarge') return this.#noteSilence(exchange, outcome);
    this.#unanswered = [];
    this.#unansweredInRow = { refused: 0, timeout: 0, any: 0 };
    this.#answered = [...this.#answered.slice(1 - lastTold), exchange];
    const isBusy = outcome.kind === 'response' && isThrottling(outcome.status);
    this.#busyInRow = isBusy ? this.#busyInRow + 1 : 0;
    if (outcome.kind === 'response' && this.#busyInRow >= believedBusy)
      throw new LimitReached(`the server keeps answering ${outcome.status}, however long we wait`);
  }

  #noteSilence(exchange: Exchange, { fault, detail }: Extract<Exchange['outcome'], { kind: 'transport' }>): void {
    this.#unanswered = [...this.#unanswered, exchange].slice(0, 2);
    const counts = this.#unansweredInRow;
    counts.any += 1;
    if (fault === 'refused' || fault === 'timeout') counts[fault] += 1;
    const isGone =
      counts.refused >= believedGone.refused ||
      counts.timeout >= believedGone.timeout ||
      counts.any >= believedGone.any;
    if (isGone) throw this.gone(detail);
  }

  /** That nobody answers any more. */
  gone(detail: string): ServerGone {
    return new ServerGone(`the server stopped answering (${detail}) ${this.#whereItEnded}`, this.lastExchanges);
  }

  /** The request without an answer is named, not the one before it: that one did the server no harm. */
  get #whereItEnded(): string {
    const [silent] = this.#unanswered;
    if (this.#answered.length === 0) return 'from the start';
    return silent === undefined
      ? 'in the middle of the run'
      : `at request ${silent.sequence}, ${silent.request.method} ${silent.request.url}`;
  }
}
