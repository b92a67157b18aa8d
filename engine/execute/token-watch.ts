import type { Actor } from '../../traffic/actor.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { tokenVariables } from '../../traffic/token-variables.ts';
import { LimitReached } from '../../targets/limits.ts';
import type { RequestToSend, Target } from '../../targets/target.ts';
import { isCleanUp } from '../shrink/reproduction.ts';

/** What a request that looks into a refusal is for, and what it has to leave. */
type How = Pick<RequestToSend, 'purpose' | 'reserve'>;

/** Those who call with a token of their own. */
type Bearer = Exclude<Actor, 'nobody'>;

/**
 * Tells a token that ends in the middle of a run from a server that refuses with 401 what it should not: the first says
 * nothing of the time clock. Where a call is answered 401 that was accepted before, the list is asked for; if that is
 * answered 401 as well, the token has ended.
 */
export class TokenWatch {
  readonly #target: Target;
  /** Calls without a deliberate defect that were accepted: `caller get`. */
  readonly #accepted = new Set<string>();
  /** Those who were shown the list, however they asked for it: what a token that has ended is told by. */
  readonly #shownList = new Set<Bearer>();
  /** The first of the answers 401 since the last other answer, of those who were let in before. */
  readonly #refusedSince = new Map<Bearer, Exchange>();
  /** Those whose 401 was looked into, and is the server's. */
  readonly #cleared = new Set<string>();
  /** That a token has ended. */
  #ended: LimitReached | undefined;

  constructor(target: Target) {
    this.#target = target;
  }

  /**
   * Takes in an answer. One refusal alone is looked into at the end of the case only: the next answer may tell more.
   * @throws LimitReached where the token has ended
   */
  async heed(exchange: Exchange, how: How): Promise<void> {
    const { actor, operation, outcome, intent } = exchange;
    if (actor === 'nobody' || actor === 'unknown' || outcome.kind !== 'response') return;
    const isPlain = intent?.mutation === undefined && !isCleanUp(intent?.step ?? '');
    const call = `${actor} ${operation}`;
    const isMalformed = intent?.mutation?.pointer === 'header:Authorization' && intent.mutation.keyword === 'malformed';
    if (outcome.status !== 401) {
      this.#refusedSince.delete(actor);
      if (isPlain && outcome.status < 300) this.#accepted.add(call);
      if (operation === 'list' && outcome.status < 300 && !isMalformed) this.#shownList.add(actor);
      return;
    }
    if (isMalformed || !this.#wasLetIn(actor)) return;
    if (!this.#refusedSince.has(actor)) this.#refusedSince.set(actor, exchange);
    else if (isPlain && this.#accepted.has(call)) await this.#lookInto(actor, call, how);
  }

  /**
   * To be asked when a case is over, its clean-up too: a refusal that nothing came after may be the first of many.
   * @throws LimitReached where the token has ended
   */
  async settle(purpose: RequestToSend['purpose']): Promise<void> {
    // A clean-up goes on to its end, whatever it finds.
    if (this.#ended !== undefined) throw this.#ended;
    for (const [actor, { operation }] of this.#refusedSince)
      await this.#lookInto(actor, `${actor} ${operation}`, { purpose });
    this.#refusedSince.clear();
  }

  #wasLetIn(actor: Bearer): boolean {
    return this.#shownList.has(actor) || [...this.#accepted].some((call) => call.startsWith(`${actor} `));
  }

  async #lookInto(actor: Bearer, call: string, how: How): Promise<void> {
    const first = this.#refusedSince.get(actor);
    if (first === undefined || this.#cleared.has(call) || this.#target.remaining() < 1) return;
    const path = `/teams/${encodeURIComponent(this.#target.people.teamId)}/schedule/timeCards`;
    const { outcome } = await this.#target.send({
      operation: 'list',
      method: 'GET',
      path,
      actor,
      headers: {},
      ...how,
    });
    if (outcome.kind !== 'response' || outcome.status !== 401) {
      this.#cleared.add(call);
      return;
    }
    const sentence = `the token in ${tokenVariables[actor]} has expired: since request ${first.sequence} the server answers 401 to what it accepted before; get a new one`;
    this.#target.interrupt(sentence);
    this.#ended = new LimitReached(sentence);
    throw this.#ended;
  }
}
