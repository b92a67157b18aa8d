import type { JudgeContext } from '../../checks/context.ts';
import { Judge, prepareChecks, type PreparedChecks } from '../../checks/judge.ts';
import { isInDoubt } from '../../checks/trace/trace.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { stateOfBody } from '../../traffic/state-of-body.ts';
import { ServerRestarted, type Target } from '../../targets/target.ts';
import { idIn } from './answers.ts';
import { costOf, groupsOf, type Case } from '../cases/case.ts';
import { CleanUp } from './clean-up.ts';
import { Crowd } from './crowd.ts';
import type { Lag } from './lag.ts';
import { removeAtLast } from './last-removal.ts';
import { letGo } from './let-go.ts';
import { OfferedOperations } from './offered-operations.ts';
import type { Found } from '../preflight.ts';
import type { CaseRun } from './case-traffic.ts';
import { RunningCase } from './running-case.ts';
import type { SteadyRefusals } from './repeated-requests.ts';
import { seededGuid } from '../cases/seeded.ts';
import { TokenWatch } from './token-watch.ts';
import { Wardrobe } from './wardrobe.ts';

const hour = 3_600_000;
/** Hours before that of the run in which a card is still one of today. */
const freeHours = 20;

/** Runs cases against a target, judges while they run, and leaves no card behind. */
export class Executor {
  readonly #target: Target;
  readonly #context: JudgeContext;
  readonly #checks: PreparedChecks;
  readonly #seed: number;
  readonly #today: number;
  readonly #lag: Lag;
  /** What earlier cases showed of the operations that there are. */
  readonly offer = new OfferedOperations();
  readonly #cleanUp = new CleanUp();
  readonly #refusals: SteadyRefusals = new Set();
  readonly #tokens: TokenWatch;
  /** Cases that were ended early, as their answers were too much to keep. */
  casesCutShort = 0;
  readonly #wardrobe = new Wardrobe();
  readonly #crowd = new Crowd();
  #requests = 0;
  #unnamed: { readonly requests: number; readonly since: number } | undefined;
  #timeClock: Found['timeClock'];
  #openBefore: Found['openBefore'] = [];
  /** The caller may have an open card that no case knows of. */
  #openCardElsewhere = false;

  constructor(
    target: Target,
    context: JudgeContext,
    { seed, today }: { readonly seed: number; readonly today: number },
    lag: Lag,
  ) {
    this.#target = target;
    this.#tokens = new TokenWatch(target);
    this.#context = context;
    this.#checks = prepareChecks(context);
    this.#seed = seed;
    this.#today = today;
    this.#lag = lag;
  }

  /** Takes in what was there before the run. */
  startFrom({ openCard, openBefore, timeClock }: Found): void {
    this.#openBefore = openBefore;
    this.#openCardElsewhere = openCard !== undefined;
    this.#timeClock = timeClock;
  }

  /** The cards that could not be removed. */
  get leftBehind(): ReadonlySet<string> {
    return this.#cleanUp.leftBehind;
  }

  /** When the first of them was made, in milliseconds since the epoch. */
  get leftBehindSince(): number | undefined {
    return this.#cleanUp.since;
  }

  /** Requests for a card of which no answer says what they made, and when the first was sent; undefined where there was none. */
  get unnamed(): { readonly requests: number; readonly since: number } | undefined {
    return this.#unnamed;
  }

  /** Others have so many cards that lists are not read to their end. */
  get isAmidOthers(): boolean {
    return this.#crowd.isDense;
  }

  /** True if the limits leave room for a whole case with its clean-up. */
  affords(testCase: Case): boolean {
    return this.#target.remaining() >= costOf(testCase);
  }

  /**
   * Sends a case, judges it, and removes its cards.
   * @throws LimitReached where a limit, or the end of the server or of a token, ends the run
   * @throws ServerRestarted where the server was gone meanwhile: nothing of the case counts
   */
  async run(testCase: Case, purpose: 'judge' | 'shrink', signal?: AbortSignal): Promise<CaseRun> {
    const running = new RunningCase(testCase, purpose, {
      judge: new Judge(this.#contextNow(), this.#checks),
      lag: this.#lag,
      target: this.#target,
      seed: this.#seed,
      today: this.#hourOfNow(),
      refusals: this.#refusals,
      tokens: this.#tokens,
      wardrobe: this.#wardrobe,
      crowd: this.#crowd,
      nextRequestId: () => seededGuid(this.#seed, 'request', (this.#requests += 1)),
      costOfCard: () => this.#cleanUp.costOfCard,
    });
    let isForgotten = false;
    try {
      for (const [step, partner] of groupsOf(testCase.steps)) {
        if (signal?.aborted === true || running.isFull) break;
        if (partner === undefined) await running.perform(step);
        else await running.performTogether(step, partner);
      }
    } catch (error) {
      isForgotten = error instanceof ServerRestarted;
      throw error;
    } finally {
      await this.#cleanUp.after(running, isForgotten);
    }
    await this.#tokens.settle(purpose);
    const result = running.result();
    if (running.isFull) this.casesCutShort += 1;
    if (running.isHeavy) letGo();
    this.#noteUnnamed(result.exchanges);
    this.offer.add(result.exchanges);
    this.#openCardElsewhere ||=
      running.leavesOpen() || result.exchanges.some((exchange) => mayHaveMadeUnseen(exchange, this.#target));
    return result;
  }

  #noteUnnamed(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges.filter(isUnnamed)) {
      const { requests, since } = this.#unnamed ?? { requests: 0, since: exchange.startedAt };
      this.#unnamed = { requests: requests + 1, since };
    }
  }

  /** Cards of today go where no card was left behind: a server may refuse a second card of the same time. */
  #hourOfNow(): number {
    return this.#today - (this.leftBehind.size % freeHours) * hour;
  }

  /** Tries once more to remove what the cases could not. */
  async removeAtLast(): Promise<void> {
    for (const id of await removeAtLast([...this.leftBehind], this.#target)) this.#cleanUp.leftBehind.delete(id);
  }

  /** What is known, with the cards that earlier cases could not remove. */
  #contextNow(): JudgeContext {
    return {
      ...this.#context,
      openBefore: this.#openBefore,
      openCardElsewhere: this.#openCardElsewhere,
      ...(this.#timeClock === undefined ? {} : { timeClock: this.#timeClock }),
      cardsElsewhere: this.leftBehind.size > 0 || this.#unnamed !== undefined,
      cardsMayAppear: this.#unnamed !== undefined,
      neverAccepted: this.offer.neverAccepted(),
      allowedToCaller: this.offer.allowedToCaller(),
    };
  }
}

/** A request for a card that may have made one of which no answer says the id. */
function isUnnamed({ operation, outcome }: Exchange): boolean {
  if (operation !== 'clockIn' && operation !== 'create') return false;
  if (outcome.kind === 'transport') return outcome.fault !== 'refused';
  if (isInDoubt({ operation, status: outcome.status })) return true;
  const isAccepted = outcome.status >= 200 && outcome.status < 300;
  return isAccepted && (outcome.body.kind !== 'json' || idIn(outcome.body.value) === undefined);
}

/** An open card that nobody can name: its request was broken off, answered 5xx, or accepted without an id, or with one that is not ours. */
function mayHaveMadeUnseen({ operation, outcome, request: { body } }: Exchange, target: Target): boolean {
  const isOpen =
    operation === 'clockIn' ||
    (operation === 'create' &&
      body.kind === 'json' &&
      isJsonObject(body.value) &&
      stateOfBody(body.value) !== 'clockedOut');
  if (!isOpen) return false;
  if (outcome.kind === 'transport' || isInDoubt({ operation, status: outcome.status })) return true;
  const accepted = outcome.status >= 200 && outcome.status < 300;
  const id = outcome.body.kind === 'json' ? at(outcome.body.value, '/id') : undefined;
  return accepted && (typeof id !== 'string' || !target.owns(id));
}
