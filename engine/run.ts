import type { Cause } from '../specs/cause.ts';
import type { Phase } from '../specs/exchange.ts';
import type { Finding } from '../specs/finding.ts';
import { requirement as requirementRow, type RequirementId } from '../specs/requirements/index.ts';
import { ForbiddenWrite } from '../targets/ledger/write-guard.ts';
import { LimitReached } from '../targets/limits.ts';
import { StorageFault } from '../targets/storage-fault.ts';
import type { Target } from '../targets/target.ts';
import { causesOf } from './causes.ts';
import type { Case } from './case.ts';
import { Census } from './census.ts';
import { contextOf } from './context-of.ts';
import type { RunEnd, RunEvent } from './event.ts';
import { Executor } from './executor.ts';
import { Lag } from './lag.ts';
import { ListObstacles } from './list-obstacles.ts';
import { indexOf, localPath } from './path.ts';
import { planOf, serves, type PlacedPhase } from './plan.ts';
import { sizeOf } from './phases/phase-plan.ts';
import { preflight } from './preflight.ts';
import { checkPhase, NoSuchCase } from './property.ts';
import { findingAsSeen, findSmallest } from './shrink.ts';
import type { SuiteName } from './suite.ts';
import { Tallies, type FirstViolation } from './tally.ts';
import { observationsOf, verdictsOf } from './verdicts.ts';

export interface RunSettings {
  readonly seed: number;
  readonly numRuns: number;
  /** When the run begins, in milliseconds since the epoch, if not now by the target's clock; the times of some requests follow from its hour. */
  readonly today?: number;
  readonly suites: ReadonlySet<SuiteName>;
  /** The kinds of traffic to make; all without it. */
  readonly phases?: ReadonlySet<Phase>;
  /** The requirements to judge; all that are checked without it. */
  readonly requirements?: ReadonlySet<RequirementId>;
  /** One case of the run: its index, and the way through its shrinks. */
  readonly path?: string;
  /** False where reads are known to show every write at once, so that none is repeated. */
  readonly expectsLag?: boolean;
  /** Stop searching after the first violated MUST. */
  readonly bail?: boolean;
  readonly signal?: AbortSignal;
}

/** Requests that may be spent on one finding, and on all of them. */
const allowancePerFinding = 160;
const allowanceInAll = 1500;
/** The share of the limits that is kept for making a failure small, once there is one. */
const keptForShrinking = 1 / 5;
/** On a finding that shares its cause with others, one of which is made as small as can be. */
const allowanceBesideAnother = 12;

/** Why a run was told to stop: what was said, or that somebody interrupted it. */
export function whyAborted({ reason }: AbortSignal): string {
  return typeof reason === 'string' ? reason : 'the run was interrupted';
}

/** Runs all phases against the target, then looks for the smallest reproduction of each failure. Knows no reporter. */
export class Run {
  readonly #target: Target;
  readonly #settings: RunSettings;
  readonly #emit: (event: RunEvent) => void;
  readonly #executor: Executor;
  readonly #lag: Lag;
  readonly #tallies = new Tallies();
  readonly #census = new Census();
  readonly #lists: ListObstacles;
  #stopped: string | undefined;
  #refused = false;
  #fault = false;
  /** The card that was open before the run began. */
  #openCard: string | undefined;
  /** Why not every case could be run, where the limits left room for some only. */
  #cutOff: string | undefined;

  constructor(target: Target, settings: RunSettings, emit: (event: RunEvent) => void) {
    this.#target = target;
    this.#settings = settings;
    this.#emit = emit;
    this.#lag = new Lag(settings.expectsLag);
    this.#lists = new ListObstacles(target.baseUrl);
    this.#executor = new Executor(
      target,
      contextOf(target),
      { seed: settings.seed, today: settings.today ?? target.now() },
      this.#lag,
    );
  }

  /** Never rejects for what the target does; only our own faults come out of it. */
  async perform(): Promise<RunEnd> {
    const { apiVersion, people, actors, capabilities } = this.#target;
    const plan = planOf({ apiVersion, people, actors, capabilities, numRuns: this.#settings.numRuns });
    try {
      const { obstacle, openCard } = await preflight(this.#target, this.#settings.seed);
      if (openCard !== undefined) this.#executor.openCardElsewhere = true;
      this.#openCard = openCard;
      if (obstacle !== undefined) this.#emit({ kind: 'obstacle', sentence: obstacle });
      this.#stopped = obstacle;
      this.#stopped ??= this.#missingCase(plan);
      for (const placed of plan) await this.#phase(placed);
      await this.#shrink(plan);
    } catch (error) {
      this.#stop(error);
    }
    const end = this.#end();
    this.#emit({ kind: 'end', end });
    return end;
  }

  /** What ends a run before its end, and is no fault of ours. */
  #stop(error: unknown): void {
    if (error instanceof ForbiddenWrite) this.#refused = true;
    else if (error instanceof StorageFault) this.#fault = true;
    else if (!(error instanceof LimitReached || error instanceof NoSuchCase)) throw error;
    this.#stopped ??= error.message;
  }

  /** Why the case to make again is not there: another version, or other settings, plan other cases. */
  #missingCase(plan: readonly PlacedPhase[]): string | undefined {
    const { path } = this.#settings;
    const cases = plan.reduce((sum, placed) => sum + sizeOf(placed.plan), 0);
    return path !== undefined && indexOf(path) >= cases
      ? `there is no case ${indexOf(path)}: with these settings a run has ${cases}`
      : undefined;
  }

  #end(): RunEnd {
    const stopped = this.#stopped ?? this.#cutOff;
    const { suites, requirements: chosen, signal } = this.#settings;
    return {
      causes: this.#causes(),
      verdicts: verdictsOf(this.#tallies, {
        target: this.#target,
        suites,
        chosen,
        stopped,
        openCard: this.#openCard,
        lists: this.#lists,
      }),
      observations: observationsOf(this.#tallies),
      ...(stopped === undefined ? {} : { stopped }),
      interrupted: signal?.aborted === true && typeof signal.reason !== 'string',
      refused: this.#refused,
      fault: this.#fault,
      requests: this.#target.counts(),
      longestLag: this.#lag.longest,
      leftBehind: [...this.#executor.leftBehind],
      notOffered: this.#executor.offer.missing(this.#target.apiVersion),
    };
  }

  async #phase({ plan, offset }: PlacedPhase): Promise<void> {
    const path = localPath(this.#settings.path, offset, sizeOf(plan));
    if (this.#stopped !== undefined || (this.#settings.path !== undefined && path === undefined)) return;
    if (this.#settings.phases?.has(plan.phase) === false) return;
    this.#emit({ kind: 'phase', phase: plan.phase, cases: path === undefined ? sizeOf(plan) : 1 });
    let done = 0;
    await checkPhase(
      plan,
      {
        version: this.#target.apiVersion,
        seed: this.#settings.seed,
        isOver: () => this.#hasToStop(),
        ...(path === undefined ? {} : { path }),
      },
      async (testCase) => {
        const place = this.#settings.path ?? String(offset + done);
        done += 1;
        // fast-check goes on with the siblings of a shrunk case; a replay is of that one case.
        if (path !== undefined && done > 1) return true;
        if (path === undefined && !this.#isWanted(testCase)) return true;
        // A later case may be smaller and still fit.
        if (!this.#executor.affords(testCase) || this.#savesTheRest()) {
          this.#cutOff = `the limit of ${this.#target.limits} was reached`;
          return true;
        }
        const { judged, exchanges } = await this.#executor.run(testCase, 'judge', this.#settings.signal);
        const { requirements } = this.#settings;
        const wanted =
          requirements === undefined ? judged : judged.filter(({ requirement }) => requirements.has(requirement));
        this.#tallies.add(place, plan.phase, wanted, exchanges);
        this.#census.add(exchanges);
        this.#lists.add(exchanges);
        this.#emit({
          kind: 'case',
          phase: plan.phase,
          done,
          requests: this.#target.counts().sent,
          failing: this.#tallies.violated().length,
        });
        return true;
      },
    );
  }

  #isWanted(testCase: Case): boolean {
    const { settles } = testCase;
    if (settles !== undefined && !settles.some((requirement) => this.#tallies.leavesOpen(requirement))) return false;
    return serves(testCase, this.#settings.suites);
  }

  #hasToStop(): boolean {
    const { signal } = this.#settings;
    if (signal?.aborted === true) this.#stopped ??= whyAborted(signal);
    if (this.#settings.bail === true && this.#hasFailed()) {
      this.#stopped ??= 'the first failure ended the run (--bail)';
    }
    return this.#stopped !== undefined;
  }

  /** A run that has failed is worth more with a small reproduction than with the last of its cases. */
  #savesTheRest(): boolean {
    return this.#hasFailed() && !this.#target.leaves(keptForShrinking);
  }

  #hasFailed(): boolean {
    return this.#tallies.violated().some(([id]) => requirementRow(id).level === 'MUST');
  }

  #causes(): readonly Cause[] {
    const violations = this.#tallies.violated().map(([id]) => [id, this.#tallies.mannersOf(id)] as const);
    return causesOf(this.#census, violations, this.#tallies);
  }

  /** MUST first, so that a wall cuts off the least important. */
  async #shrink(plan: readonly PlacedPhase[]): Promise<void> {
    const rank = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 } as const;
    const violated = this.#tallies
      .violated()
      .toSorted(([left], [right]) => rank[requirementRow(left).level] - rank[requirementRow(right).level]);
    const causes = this.#causes();
    /** Those of which a smallest reproduction is found. */
    const shown = new Set<Cause>();
    for (const [position, [requirement, first]] of violated.entries()) {
      const placed = plan.findLast(({ offset }) => offset <= indexOf(first.path));
      if (placed === undefined) continue;
      this.#emit({
        kind: 'shrinking',
        requirement,
        left: violated.length - position,
        requests: this.#target.counts().sent,
      });
      const cause = causes.find(({ explains }) => explains.includes(requirement));
      const isBesideAnother = cause !== undefined && shown.has(cause);
      const finding = await this.#find(requirement, first, placed, isBesideAnother);
      if (cause !== undefined && finding.minimal) shown.add(cause);
      this.#emit({ kind: 'finding', finding });
    }
  }

  async #find(
    requirement: RequirementId,
    first: FirstViolation,
    placed: PlacedPhase,
    isBesideAnother: boolean,
  ): Promise<Finding> {
    const { exercised, violated } = this.#tallies.of(requirement);
    const seen = { violated, exercised };
    const { seed, signal } = this.#settings;
    if (isBesideAnother && first.exchanges.length > allowanceBesideAnother)
      return findingAsSeen(requirement, first, seen, seed);
    const left = signal?.aborted === true ? 0 : allowanceInAll - this.#target.counts().shrinking;
    // Who makes one case again wants it small.
    const most = this.#settings.path === undefined ? allowancePerFinding : allowanceInAll;
    return findSmallest(requirement, first, seen, placed, this.#executor, {
      version: this.#target.apiVersion,
      seed,
      allowance: Math.min(isBesideAnother ? allowanceBesideAnother : most, left),
    });
  }
}
