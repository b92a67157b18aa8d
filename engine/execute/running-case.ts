import type { Judge } from '../../checks/judge.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { at } from '../../traffic/pointer.ts';
import { LimitReached } from '../../targets/limits.ts';
import type { RequestToSend, Target } from '../../targets/target.ts';
import { sameOrigin } from './answers.ts';
import { nextLinkOf } from '../../traffic/next-link.ts';
import { methodOf } from './addressing.ts';
import { callOf } from './call-of.ts';
import { CaseTraffic, type CaseRun } from './case-traffic.ts';
import { CaseCards } from './case-cards.ts';
import type { Case, Handle, Step } from '../cases/case.ts';
import type { Crowd } from './crowd.ts';
import type { Lag } from './lag.ts';
import { lastPages } from './last-page.ts';
import { madeUpId } from './made-up-id.ts';
import { RepeatedRequests, type SteadyRefusals } from './repeated-requests.ts';
import { seededGuid } from '../cases/seeded.ts';
import { exchangesOf, isRead, sendTogether, type AddressedStep, type Sent } from './sent.ts';
import type { TokenWatch } from './token-watch.ts';
import type { Wardrobe, Way } from './wardrobe.ts';

/** What a case shares with the other cases of its run. */
export interface CaseEnvironment {
  readonly judge: Judge;
  readonly lag: Lag;
  readonly target: Target;
  readonly seed: number;
  readonly today: number;
  readonly nextRequestId: () => string;
  readonly refusals: SteadyRefusals;
  readonly tokens: TokenWatch;
  /** How many requests it may take to remove a card after the case. */
  readonly costOfCard: () => number;
  readonly wardrobe: Wardrobe;
  readonly crowd: Crowd;
}

/** One case on its way: the ids behind its handles, its exchanges, and what was judged so far. */
export class RunningCase {
  readonly cards: CaseCards;
  /** The links to the second pages, by the name of the step that got the first. */
  readonly #links = new Map<string, string>();
  readonly #case: Case;
  readonly #purpose: 'judge' | 'shrink';
  readonly #around: CaseEnvironment;
  readonly #traffic: CaseTraffic;
  readonly #looks: RepeatedRequests;
  constructor(testCase: Case, purpose: 'judge' | 'shrink', around: CaseEnvironment) {
    this.#case = testCase;
    this.#purpose = purpose;
    this.#around = around;
    this.cards = new CaseCards(around.target);
    this.#traffic = new CaseTraffic(around, () => this.cards.present.size);
    this.#looks = new RepeatedRequests(around, this.#traffic.judged, this.#traffic.exchanges);
  }

  result(): CaseRun {
    return this.#traffic.result();
  }

  get isFull(): boolean {
    return this.#traffic.isFull;
  }

  /** The answers are so many that their memory is worth to be given back at once. */
  get isHeavy(): boolean {
    return this.#traffic.isHeavy;
  }

  /** True if, after the clean-up, a card is still there and open. */
  leavesOpen(): boolean {
    return [...this.cards.present.keys()].some((handle) => this.cards.mayBeOpen(handle));
  }

  /** Sends one step; undefined if the card that it addresses was never made. */
  async perform(step: Step, purpose: RequestToSend['purpose'] = this.#purpose): Promise<Exchange | undefined> {
    const sent = await this.#around.wardrobe.send(step, this.#wayOf(step, purpose));
    if (sent === undefined) return undefined;
    const { call, exchange: first } = sent;
    const again = (last: Exchange): Promise<Exchange> => this.#traffic.repeat(call, last);
    const exchange = await (isRead(step) && step.mutation === undefined
      ? this.#looks.waitOutLag(first, again)
      : this.#looks.insist(first, again));
    this.#learn(step, exchange);
    if (step.walk) {
      const doomed = nextLinkOf(exchange) === undefined ? undefined : this.cards.doomed(step, exchange);
      if (doomed !== undefined)
        await this.perform({ name: `delete ${doomed} meanwhile`, operation: 'delete', card: doomed });
      await this.#followPages([{ step, call, exchange }]);
    }
    await this.#tidyAfter(step, exchange);
    await this.#letBeKnown(step);
    return exchange;
  }

  /** Some servers need a while until a new card can be written to. */
  async #letBeKnown({ makes }: Step): Promise<void> {
    const { lag, target } = this.#around;
    if (lag.untilKnown > 0 && makes !== undefined && this.cards.present.has(makes)) await target.pause(lag.untilKnown);
  }

  /** How a step is sent, whatever it wears. Of a refusal for clothes nothing stays but what is recorded. */
  #wayOf(step: Step, purpose: RequestToSend['purpose']): Way {
    const { target } = this.#around;
    return {
      callOf: async (dressed) => {
        const call = this.#callOf(dressed, purpose);
        return call !== undefined && (await this.#traffic.mayBeSent(call)) ? call : undefined;
      },
      send: async (call) => {
        if (step.apart !== undefined) await target.pause(step.apart);
        return this.#traffic.send(call);
      },
      sendInstead: (call, refused) => this.#traffic.repeat(call, refused),
      forget: (refused) => this.#traffic.keepObservationsOf(refused),
      affordsMore: () => target.remaining() > 0,
    };
  }

  /**
   * Sends two steps so that they are under way at the same time. What they show is judged in the order in which the
   * answers come. Reads are repeated only beside something else, two of them together: after a write to what it reads, a
   * read would be another one.
   */
  async performTogether(first: Step, second: Step): Promise<void> {
    // Where ids are given again, that of a card may be another one's as soon as it is deleted.
    const isDeleted = [first, second].some(({ operation }) => operation === 'delete');
    const areWrites = [first, second].every((step) => methodOf(step) !== 'GET');
    if (this.#around.target.mayGiveIdsAgain && isDeleted && areWrites && first.card === second.card)
      return void (await this.perform(first));
    const sending = [...(await this.#sendingOf(first, second)), ...(await this.#sendingOf(second, first))];
    const sent = await this.#sendTogether(sending, ({ call }) => this.#traffic.send(call));
    let reads: readonly Sent[] = sent.filter(({ step, call }) => isRead(step) && call.intent?.beside !== undefined);
    await this.#looks.waitOutLagOfAll(exchangesOf(reads), async () => {
      reads = await this.#sendTogether(reads, ({ call, exchange }) => this.#traffic.repeat(call, exchange));
      return exchangesOf(reads);
    });
    await this.#followPages(reads.filter(({ step }) => step.walk));
    for (const { step, exchange } of sent) await this.#tidyAfter(step, exchange);
    for (const { step } of sent) await this.#letBeKnown(step);
  }

  async #sendingOf(step: Step, partner: Step): Promise<readonly AddressedStep[]> {
    const call = this.#callOf(step, this.#purpose, partner);
    return call !== undefined && (await this.#traffic.mayBeSent(call)) ? [{ step, call }] : [];
  }

  #sendTogether<T extends AddressedStep>(
    sending: readonly T[],
    send: (one: T) => Promise<Exchange>,
  ): Promise<readonly Sent[]> {
    const learning = async (one: T): Promise<Exchange> => {
      const exchange = await send(one);
      this.#learn(one.step, exchange);
      return exchange;
    };
    return sendTogether(sending, learning);
  }

  async #tidyAfter(step: Step, exchange: Exchange): Promise<void> {
    if (step.discard) await this.#discard(step, exchange);
    if (step.operation === 'delete' && step.mutation === undefined) await this.close(step.card);
  }

  #callOf(step: Step, purpose: RequestToSend['purpose'], partner?: Step): RequestToSend | undefined {
    const { card, name } = step;
    const seeded = (): string => seededGuid(this.#around.seed, this.#case.name, name, 'card');
    const cardId = card === 'madeUp' ? madeUpId(seeded(), this.cards.ids) : this.cards.idOf(card);
    if (card !== undefined && cardId === undefined) return undefined;
    return callOf(step, {
      testCase: this.#case,
      target: this.#around.target,
      seed: this.#around.seed,
      today: this.#around.today,
      requestId: this.#around.nextRequestId(),
      purpose,
      cardId,
      otherId: step.withIdOf === undefined ? undefined : this.cards.present.get(step.withIdOf),
      link: step.page === undefined ? undefined : this.#links.get(step.mutation?.controlOf ?? ''),
      shown: this.cards.shown(card),
      partner,
    });
  }

  /** Clocks a card out that is still there, where it could not be deleted: an open one may keep its user from clocking in. */
  async close(handle: Handle | undefined): Promise<void> {
    if (handle === undefined || !this.cards.present.has(handle) || !this.cards.mayBeOpen(handle)) return;
    const place = { card: handle, body: {}, ...this.cards.placeOf(handle) };
    const clockOut = { name: `close ${handle}`, operation: 'clockOut', ...place } as const;
    await this.#tidy(clockOut);
    if (!this.cards.mayBeOpen(handle) || !this.#mayBeOnBreak(handle)) return;
    // Whether a card can be closed during a break is documented nowhere (TC-CLOCKOUT-014).
    const ended = await this.#tidy({ name: `end the break of ${handle}`, operation: 'endBreak', ...place });
    if (ended?.outcome.kind === 'response' && ended.outcome.status < 300) await this.#tidy(clockOut);
  }

  #mayBeOnBreak(handle: Handle): boolean {
    const begins = this.#case.steps.some(({ operation, card }) => operation === 'startBreak' && card === handle);
    return begins || at(this.cards.shown(handle), '/state') === 'onBreak';
  }

  async pause(milliseconds: number): Promise<void> {
    await this.#around.target.pause(milliseconds);
  }

  /** Takes a card away that is still there. */
  async remove(handle: Handle): Promise<Exchange | undefined> {
    const step = { name: `tidy ${handle}`, operation: 'delete', card: handle } as const;
    return this.#tidy({ ...step, ...this.cards.placeOf(handle) });
  }

  /** Undefined also where no request is left for it: the card stays, and is told of. */
  async #tidy(step: Step): Promise<Exchange | undefined> {
    try {
      return await this.perform(step, 'cleanUp');
    } catch (error) {
      if (error instanceof LimitReached) return undefined;
      throw error;
    }
  }

  #learn(step: Step, exchange: Exchange): void {
    const link = nextLinkOf(exchange);
    if (link !== undefined && sameOrigin(link, this.#around.target.baseUrl)) this.#links.set(step.name, link);
    this.cards.learn(step, exchange);
  }

  /** Follows the pages, and all of them again while the last one shows a list that may lag behind the writes. */
  async #followPages(walks: readonly Sent[]): Promise<void> {
    const lasts = await this.#lastPages(walks);
    if (lasts.every((last, index) => last === walks[index]?.exchange)) return;
    await this.#looks.waitOutLagOfAll(lasts, async () =>
      this.#lastPages(await this.#sendTogether(walks, ({ call }) => this.#traffic.send(call))),
    );
  }

  #lastPages(walks: readonly Sent[]): Promise<readonly Exchange[]> {
    const { target } = this.#around;
    const lists = walks.map(({ step, call, exchange }) => ({
      first: exchange,
      passesOthers: step.walk === 'past others',
      follow: (link: string) => this.#traffic.send({ ...call, path: link }),
    }));
    const reserve = Math.max(0, ...walks.map(({ call }) => this.#traffic.reserveAfter(call)));
    const remaining = (): number => (this.isFull ? 0 : target.remaining() - reserve);
    return lastPages(lists, { baseUrl: target.baseUrl, remaining, owns: (id) => target.owns(id) }, this.#around.crowd);
  }

  async #discard(step: Step, exchange: Exchange): Promise<void> {
    const handle = `discarded ${step.name}`;
    if (!this.cards.keep(handle, step, exchange)) return;
    await this.perform({
      name: `discard ${step.name}`,
      operation: 'delete',
      card: handle,
      ...this.cards.placeOf(handle),
    });
  }
}
