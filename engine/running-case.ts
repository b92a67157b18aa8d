import type { Judge } from '../checks/judge.ts';
import type { Exchange } from '../specs/exchange.ts';
import { isJsonObject, type Json } from '../specs/json.ts';
import type { Judged } from '../specs/judgement.ts';
import { routes } from '../specs/operation.ts';
import type { Call, Target } from '../targets/target.ts';
import { idIn, nextLinkOf, sameOrigin } from './answers.ts';
import { callOf } from './call-of.ts';
import type { Case, Handle, Step } from './case.ts';
import type { Lag } from './lag.ts';
import { lastPage } from './last-page.ts';
import { madeUpId } from './made-up-id.ts';
import { SecondLooks, type SteadyRefusals } from './second-looks.ts';
import { seededGuid } from './seeded.ts';
import type { Wardrobe, Way } from './wardrobe.ts';

/** What came of one case. */
export interface CaseRun {
  /** Everything that was sent, repeated reads and clean-up included, in order. */
  readonly exchanges: readonly Exchange[];
  readonly judged: readonly Judged[];
}

/** What a case shares with the other cases of its run. */
export interface Surroundings {
  readonly judge: Judge;
  readonly lag: Lag;
  readonly target: Target;
  readonly seed: number;
  readonly today: number;
  readonly nextRequestId: () => string;
  readonly refusals: SteadyRefusals;
  readonly wardrobe: Wardrobe;
}

/** One case on its way: the ids behind its handles, its exchanges, and what was judged so far. */
export class RunningCase {
  /** The cards that are still there. */
  readonly cards = new Map<Handle, string>();
  /** Every card of the case, deleted ones too, so that they can be looked for. */
  readonly #ids = new Map<Handle, string>();
  readonly #closed = new Set<Handle>();
  readonly #shown = new Map<Handle, Json>();
  /** The links to the second pages, by the name of the step that got the first. */
  readonly #links = new Map<string, string>();
  /** Where the cards are that were made in another team. */
  readonly #teams = new Map<Handle, Step['team']>();
  readonly #exchanges: Exchange[] = [];
  readonly #judged = new Map<number, readonly Judged[]>();
  readonly #case: Case;
  readonly #purpose: 'judge' | 'shrink';
  readonly #around: Surroundings;
  readonly #looks: SecondLooks;

  constructor(testCase: Case, purpose: 'judge' | 'shrink', around: Surroundings) {
    this.#case = testCase;
    this.#purpose = purpose;
    this.#around = around;
    this.#looks = new SecondLooks(around, this.#judged);
  }

  result(): CaseRun {
    return { exchanges: this.#exchanges, judged: [...this.#judged.values()].flat() };
  }

  mayBeOpen(handle: Handle): boolean {
    return !this.#closed.has(handle);
  }

  /** True if, after the clean-up, a card is still there and open. */
  leavesOpen(): boolean {
    return [...this.cards.keys()].some((handle) => this.mayBeOpen(handle));
  }

  /** Sends one step; undefined if the card that it addresses was never made. */
  async perform(step: Step, purpose: Call['purpose'] = this.#purpose): Promise<Exchange | undefined> {
    const sent = await this.#around.wardrobe.send(step, this.#wayOf(step, purpose));
    if (sent === undefined) return undefined;
    const { call, exchange: first } = sent;
    const isRead = routes[step.operation].method === 'GET' && step.mutation === undefined;
    const again = (last: Exchange): Promise<Exchange> => this.#repeat(call, last);
    const exchange = await (isRead ? this.#looks.waitOutLag(first, again) : this.#looks.insist(first, again));
    this.#learn(step, exchange);
    if (step.walk) {
      if (step.deletedMeanwhile !== undefined && nextLinkOf(exchange) !== undefined)
        await this.perform({
          name: `delete ${step.deletedMeanwhile} meanwhile`,
          operation: 'delete',
          card: step.deletedMeanwhile,
        });
      await this.#followPages(call, exchange);
    }
    await this.#tidyAfter(step, exchange);
    return exchange;
  }

  /** How a step is sent, whatever it wears. Of a refusal for clothes nothing stays but what is recorded. */
  #wayOf(step: Step, purpose: Call['purpose']): Way {
    const { target } = this.#around;
    return {
      callOf: (dressed) => this.#callOf(dressed, purpose),
      send: async (call) => {
        if (step.apart !== undefined) await target.pause(step.apart);
        return this.#exchange(call);
      },
      sendInstead: (call, refused) => this.#repeat(call, refused),
      forget: ({ sequence }) => {
        const said = this.#judged.get(sequence) ?? [];
        this.#judged.set(
          sequence,
          said.filter(({ judgement }) => judgement.kind === 'observed'),
        );
      },
      affordsMore: () => target.remaining() > 0,
    };
  }

  /**
   * Sends two steps so that they are under way at the same time. What they show is judged in the order in which the
   * answers come. A read is not repeated here: after the other request it would be another one.
   */
  async performTogether(first: Step, second: Step): Promise<void> {
    const calls = [
      [first, this.#callOf(first, this.#purpose, second)],
      [second, this.#callOf(second, this.#purpose, first)],
    ] as const;
    const sent = calls.map(async ([step, call], index) => {
      if (call === undefined) return undefined;
      if (index === 1 && second.delay !== undefined) await this.#around.target.pause(second.delay);
      const exchange = await this.#exchange(call);
      this.#learn(step, exchange);
      return [step, exchange] as const;
    });
    const results = await Promise.allSettled(sent);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
    for (const pair of await Promise.all(sent)) if (pair !== undefined) await this.#tidyAfter(...pair);
  }

  async #tidyAfter(step: Step, exchange: Exchange): Promise<void> {
    if (step.discard) await this.#discard(step, exchange);
    if (step.operation === 'delete' && step.mutation === undefined) await this.close(step.card);
  }

  #callOf(step: Step, purpose: Call['purpose'], partner?: Step): Call | undefined {
    const { card, name } = step;
    const seeded = (): string => seededGuid(this.#around.seed, this.#case.name, name, 'card');
    const cardId = card === 'madeUp' ? madeUpId(seeded(), this.#ids.values()) : this.#ids.get(card ?? '');
    if (card !== undefined && cardId === undefined) return undefined;
    return callOf(step, {
      testCase: this.#case,
      target: this.#around.target,
      seed: this.#around.seed,
      today: this.#around.today,
      requestId: this.#around.nextRequestId(),
      purpose,
      cardId,
      link: step.page === undefined ? undefined : this.#links.get(step.mutation?.controlOf ?? ''),
      shown: card === undefined ? undefined : this.#shown.get(card),
      partner,
    });
  }

  /** Clocks a card out that is still there, where it could not be deleted: an open one may keep its user from clocking in. */
  async close(handle: Handle | undefined): Promise<void> {
    if (handle === undefined || !this.cards.has(handle) || !this.mayBeOpen(handle)) return;
    const step = { name: `close ${handle}`, operation: 'clockOut', card: handle, body: {} } as const;
    await this.perform({ ...step, ...this.#placeOf(handle) }, 'cleanUp');
  }

  /** Takes a card away that is still there. */
  async remove(handle: Handle): Promise<Exchange | undefined> {
    const step = { name: `tidy ${handle}`, operation: 'delete', card: handle } as const;
    return this.perform({ ...step, ...this.#placeOf(handle) }, 'cleanUp');
  }

  #placeOf(handle: Handle): Pick<Step, 'team'> {
    const team = this.#teams.get(handle);
    return team === undefined ? {} : { team };
  }

  async #exchange(call: Call): Promise<Exchange> {
    const exchange = await this.#around.target.send(call);
    this.#exchanges.push(exchange);
    this.#judged.set(exchange.sequence, this.#around.judge.add(exchange));
    return exchange;
  }

  /** Sends a request again, in the place of the one before. */
  async #repeat(call: Call, last: Exchange): Promise<Exchange> {
    const { intent } = call;
    if (intent === undefined) return last;
    return this.#exchange({ ...call, intent: { ...intent, repeatOf: last.sequence } });
  }

  #learn(step: Step, exchange: Exchange): void {
    const { outcome } = exchange;
    const link = nextLinkOf(exchange);
    if (link !== undefined && sameOrigin(link, this.#around.target.baseUrl)) this.#links.set(step.name, link);
    if (outcome.kind !== 'response' || outcome.status < 200 || outcome.status > 299) return;
    const body = outcome.body.kind === 'json' ? outcome.body.value : undefined;
    const id = idIn(body);
    if (step.makes !== undefined && id !== undefined) {
      this.#keep(step.makes, id);
      if (step.team !== undefined) this.#teams.set(step.makes, step.team);
      if (isJsonObject(body) && body['state'] === 'clockedOut') this.#closed.add(step.makes);
    }
    if (step.card === undefined) return;
    if (step.operation === 'get' && body !== undefined) this.#shown.set(step.card, body);
    if (step.operation === 'clockOut') this.#closed.add(step.card);
    // A replace may open a closed card again.
    if (step.operation === 'replace') this.#closed.delete(step.card);
    // One card under two handles, where a second clockIn is answered with the open one, is gone for both.
    const gone = step.operation === 'delete' ? this.#ids.get(step.card) : undefined;
    for (const [handle, known] of this.cards) if (known === gone) this.cards.delete(handle);
  }

  /** Follows the pages, and all of them again while the last one shows a list that may lag behind the writes. */
  async #followPages(call: Call, first: Exchange): Promise<void> {
    const last = await this.#lastPage(call, first);
    if (last !== first)
      await this.#looks.waitOutLag(last, async () => this.#lastPage(call, await this.#exchange(call)));
  }

  #lastPage(call: Call, first: Exchange): Promise<Exchange> {
    return lastPage(first, this.#around.target, (link) => this.#exchange({ ...call, path: link }));
  }

  async #discard(step: Step, { outcome }: Exchange): Promise<void> {
    const accepted = outcome.kind === 'response' && outcome.status < 300 && outcome.body.kind === 'json';
    const id = accepted ? idIn(outcome.body.value) : undefined;
    if (id === undefined) return;
    const handle = `discarded ${step.name}`;
    this.#keep(handle, id);
    if (step.team !== undefined) this.#teams.set(handle, step.team);
    await this.perform({
      name: `discard ${step.name}`,
      operation: 'delete',
      card: handle,
      ...this.#placeOf(handle),
    });
  }

  #keep(handle: Handle, id: string): void {
    this.cards.set(handle, id);
    this.#ids.set(handle, id);
  }
}
