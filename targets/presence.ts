import type { Exchange } from '../traffic/exchange.ts';
import { LimitReached } from './limits.ts';
import { ServerRestarted, type RequestToSend, type Restart } from './target.ts';
import { Vigil } from './vigil.ts';

/** What can be done with a server of which it is not certain that it is still there. */
export interface Watched {
  /** It runs in this process, and is gone with the run only. */
  readonly isEmbedded: boolean;
  /** The path of the team's cards. */
  readonly collection: string;
  /** The path of the latest card of ours that is still there. */
  readonly latestCard: () => string | undefined;
  readonly ask: (call: RequestToSend) => Promise<Exchange>;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly remaining: () => number;
  readonly interrupt: (because: string) => void;
}

/** How long a server that has gone is waited for, once in a run: a supervisor starts it again, or somebody who edits it. */
const restartPauses = { milliseconds: 500, most: 20 } as const;

/** Notices when a server goes, and whether it comes back and still knows what was before. */
export class Presence {
  readonly #server: Watched;
  readonly #vigil = new Vigil();
  #restart: Restart | undefined;
  #hasWaited = false;

  constructor(server: Watched) {
    this.#server = server;
  }

  /** The first time that the server was gone and came back. */
  get restart(): Restart | undefined {
    return this.#restart;
  }

  /**
   * Takes in what came of a request.
   * @throws LimitReached where no more answers are to be had: from then on only clean-up is tried, and not for long
   * @throws ServerRestarted where what was before may be forgotten
   */
  async heed(call: RequestToSend, exchange: Exchange): Promise<void> {
    const mayComeBack = !this.#server.isEmbedded && !this.#hasWaited && this.#vigil.hasAnswered;
    try {
      this.#vigil.note(exchange);
      if (isGone(exchange) && mayComeBack) await this.#waitForRestart(call, exchange);
    } catch (error) {
      if (error instanceof LimitReached) this.#server.interrupt(error.message);
      throw error;
    }
    if (isBrokenOff(exchange)) await this.#lookForCard(call, exchange);
  }

  /** Asks for a while whether it is back. What was before may be forgotten by then. */
  async #waitForRestart(call: RequestToSend, { startedAt }: Exchange): Promise<never> {
    this.#hasWaited = true;
    const { lastExchanges } = this.#vigil;
    for (let tries = 0; tries < restartPauses.most && this.#server.remaining() > 0; tries += 1) {
      await this.#server.pause(restartPauses.milliseconds);
      const look = await this.#look('list', this.#server.collection, call);
      if (!isGone(look)) throw this.#restarted(lastExchanges, look.endedAt - startedAt);
    }
    throw this.#vigil.gone('ECONNREFUSED');
  }

  /**
   * A server that fell over a request may be back before the next one. Whether it has forgotten what was before, a card of
   * ours tells.
   */
  async #lookForCard(call: RequestToSend, { startedAt }: Exchange): Promise<void> {
    const path = this.#server.latestCard();
    if (path === undefined || this.#server.remaining() < 1) return;
    const { lastExchanges } = this.#vigil;
    const { outcome, endedAt } = await this.#look('get', path, call);
    const isUnknown = outcome.kind === 'response' && outcome.status === 404;
    if (isUnknown) throw this.#restarted(lastExchanges, endedAt - startedAt);
  }

  #restarted(lastExchanges: readonly Exchange[], milliseconds: number): ServerRestarted {
    this.#restart ??= { lastExchanges, milliseconds };
    return new ServerRestarted();
  }

  #look(operation: 'list' | 'get', path: string, { purpose, reserve = 0 }: RequestToSend): Promise<Exchange> {
    return this.#server.ask({ operation, method: 'GET', path, actor: 'caller', headers: {}, purpose, reserve });
  }
}

/** Nobody listens: the request never arrived. */
function isGone({ outcome }: Exchange): boolean {
  return outcome.kind === 'transport' && outcome.detail === 'ECONNREFUSED';
}

/** The request arrived, and its answer did not: perhaps it was too much for the server. */
function isBrokenOff({ outcome }: Exchange): boolean {
  return outcome.kind === 'transport' && (outcome.fault === 'reset' || outcome.fault === 'truncated');
}
