import type { JudgeContext } from '../checks/context.ts';
import { Judge, prepareChecks, type PreparedChecks } from '../checks/judge.ts';
import { isInDoubt } from '../checks/trace.ts';
import type { Exchange } from '../specs/exchange.ts';
import { at } from '../specs/pointer.ts';
import type { Target } from '../targets/target.ts';
import { costOf, groupsOf, type Case } from './case.ts';
import { CleanUp } from './clean-up.ts';
import type { Lag } from './lag.ts';
import { Offer } from './offer.ts';
import type { Found } from './preflight.ts';
import { RunningCase, type CaseRun } from './running-case.ts';
import type { SteadyRefusals } from './second-looks.ts';
import { seededGuid } from './seeded.ts';
import { Wardrobe } from './wardrobe.ts';

/** Runs cases against a target, judges while they run, and leaves no card behind. */
export class Executor {
  readonly #target: Target;
  readonly #context: JudgeContext;
  readonly #checks: PreparedChecks;
  readonly #seed: number;
  readonly #today: number;
  readonly #lag: Lag;
  /** What earlier cases showed of the operations that there are. */
  readonly offer = new Offer();
  readonly #cleanUp = new CleanUp();
  readonly #refusals: SteadyRefusals = new Set();
  readonly #wardrobe = new Wardrobe();
  #requests = 0;
  #timeClock: Found['timeClock'];
  /** The caller may have an open card that no case knows of. */
  #openCardElsewhere = false;

  constructor(
    target: Target,
    context: JudgeContext,
    { seed, today }: { readonly seed: number; readonly today: number },
    lag: Lag,
  ) {
    this.#target = target;
    this.#context = context;
    this.#checks = prepareChecks(context);
    this.#seed = seed;
    this.#today = today;
    this.#lag = lag;
  }

  /** Takes in what was there before the run. */
  startFrom({ openCard, timeClock }: Found): void {
    this.#openCardElsewhere = openCard !== undefined;
    this.#timeClock = timeClock;
  }

  /** The cards that could not be removed. */
  get leftBehind(): ReadonlySet<string> {
    return this.#cleanUp.leftBehind;
  }

  /** True if the limits leave room for a whole case with its clean-up. */
  affords(testCase: Case): boolean {
    return this.#target.remaining() >= costOf(testCase);
  }

  async run(testCase: Case, purpose: 'judge' | 'shrink', signal?: AbortSignal): Promise<CaseRun> {
    const running = new RunningCase(testCase, purpose, {
      judge: new Judge(this.#contextNow(), this.#checks),
      lag: this.#lag,
      target: this.#target,
      seed: this.#seed,
      today: this.#today,
      refusals: this.#refusals,
      wardrobe: this.#wardrobe,
      nextRequestId: () => seededGuid(this.#seed, 'request', (this.#requests += 1)),
    });
    try {
      for (const [step, partner] of groupsOf(testCase.steps)) {
        if (signal?.aborted === true) break;
        if (partner === undefined) await running.perform(step);
        else await running.performTogether(step, partner);
      }
    } finally {
      await this.#cleanUp.after(running);
    }
    const result = running.result();
    this.offer.add(result.exchanges);
    this.#openCardElsewhere ||= running.leavesOpen() || result.exchanges.some(mayHaveMadeUnseen);
    return result;
  }

  /** What is known, with the cards that earlier cases could not remove. */
  #contextNow(): JudgeContext {
    return {
      ...this.#context,
      openCardElsewhere: this.#openCardElsewhere,
      ...(this.#timeClock === undefined ? {} : { timeClock: this.#timeClock }),
      cardsElsewhere: this.leftBehind.size > 0,
      neverAccepted: this.offer.neverAccepted(),
      allowedToCaller: this.offer.allowedToCaller(),
    };
  }
}

/** A clockIn whose card nobody can name: broken off, answered 5xx, or accepted without an id. */
function mayHaveMadeUnseen({ operation, outcome }: Exchange): boolean {
  if (operation !== 'clockIn') return false;
  if (outcome.kind === 'transport' || isInDoubt({ operation, status: outcome.status })) return true;
  const accepted = outcome.status >= 200 && outcome.status < 300;
  return accepted && (outcome.body.kind !== 'json' || typeof at(outcome.body.value, '/id') !== 'string');
}
