import type { Judge } from '../../checks/judge.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Judged } from '../../judgements/judgement.ts';
import type { RequestToSend, Target } from '../../targets/target.ts';
import { weightOf } from '../../targets/weight.ts';
import { answerText } from './answers.ts';
import { cardsAfter } from './cards-after.ts';
import type { TokenWatch } from './token-watch.ts';

/** What came of one case. */
export interface CaseRun {
  /** Everything that was sent, repeated reads and clean-up included, in order. */
  readonly exchanges: readonly Exchange[];
  readonly judged: readonly Judged[];
}

/** What sends and judges the requests of every case of a run. */
interface Shared {
  readonly judge: Judge;
  readonly target: Target;
  readonly tokens: TokenWatch;
  /** How many requests it may take to remove a card after the case. */
  readonly costOfCard: () => number;
}

/** How heavy the answers of one case may be in all: they are kept until it is judged. That is a list of some 1,500 cards. */
const mostKept = 3_000_000;

/** The requests of one case: sends them, keeps some back for the clean-up, and keeps what came of each. */
export class CaseTraffic {
  readonly exchanges: Exchange[] = [];
  /** What was judged of each exchange, by its sequence. */
  readonly judged = new Map<number, readonly Judged[]>();
  readonly #shared: Shared;
  readonly #cardsThere: () => number;
  #weight = 0;

  constructor(shared: Shared, cardsThere: () => number) {
    this.#shared = shared;
    this.#cardsThere = cardsThere;
  }

  result(): CaseRun {
    return { exchanges: this.exchanges, judged: [...this.judged.values()].flat() };
  }

  /** The answers so far are more than is kept of one case. */
  get isFull(): boolean {
    return this.#weight > mostKept;
  }

  /** The answers are so many that their memory is worth to be given back at once. */
  get isHeavy(): boolean {
    return this.#weight > mostKept / 3;
  }

  /** What somebody else's card may be is looked at, and never written to. */
  async mayBeSent(call: RequestToSend): Promise<boolean> {
    const { method, card } = call;
    return method === 'GET' || card === undefined || card.madeUp || this.#shared.target.mayWriteTo(card, call);
  }

  async send(call: RequestToSend): Promise<Exchange> {
    const { target, judge, tokens } = this.#shared;
    const reserve = this.reserveAfter(call);
    const exchange = await target.send({ ...call, reserve });
    this.exchanges.push(exchange);
    this.#weight += weightOf(answerText(exchange));
    this.judged.set(exchange.sequence, judge.add(exchange));
    await tokens.heed(exchange, { purpose: call.purpose, reserve });
    return exchange;
  }

  /** Sends a request again, in the place of the one before. */
  async repeat(call: RequestToSend, last: Exchange): Promise<Exchange> {
    const { intent } = call;
    // Meanwhile the id may be another card's.
    if (intent === undefined || !(await this.mayBeSent(call))) return last;
    return this.send({ ...call, intent: { ...intent, repeatOf: last.sequence } });
  }

  /** How many requests are to be kept back for the clean-up once the call is answered. */
  reserveAfter(call: RequestToSend): number {
    return cardsAfter(call, this.#cardsThere()) * this.#shared.costOfCard();
  }

  /** Takes back all that was judged of an exchange, but for what was recorded. */
  keepObservationsOf({ sequence }: Exchange): void {
    const said = this.judged.get(sequence) ?? [];
    this.judged.set(
      sequence,
      said.filter(({ judgement: { kind } }) => kind === 'observed' || kind === 'unseen'),
    );
  }
}
