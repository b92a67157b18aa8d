import type { Cause } from '../judgements/cause.ts';
import type { Phase } from '../traffic/exchange.ts';
import { requirement as requirementRow } from '../specs/requirements/index.ts';
import { ForbiddenWrite } from '../targets/ledger/write-guard.ts';
import { LimitReached } from '../targets/limits.ts';
import { StorageFault } from '../targets/storage-fault.ts';
import { ServerGone } from '../targets/server-watch.ts';
import { ServerRestarted, type Target } from '../targets/target.ts';
import { causesOf } from './causes/causes.ts';
import type { Case } from './cases/case.ts';
import { AnswerTable } from './answer-table.ts';
import { AnswerStatistics } from './causes/answer-statistics.ts';
import { contextOf } from './context-of.ts';
import type { RunEnd, RunEvent } from './event.ts';
import { EvidenceRoom } from './shrink/evidence.ts';
import { Executor } from './execute/executor.ts';
import { FindingSearch } from './shrink/finding-search.ts';
import { Lag } from './execute/lag.ts';
import { ListObstacles } from './list-obstacles.ts';
import { localPath } from './shrink/path.ts';
import { isChosen, missingCase, planOf, type PlacedPhase } from './plan.ts';
import { sizeOf } from './cases/phase-plan.ts';
import { preflight, type Found } from './preflight.ts';
import { checkPhase, NoSuchCase } from './shrink/property.ts';
import { findingAsSeen } from './shrink/shrink.ts';
import { runEnd, whyAborted } from './run-end.ts';
import type { CaseRun } from './execute/case-traffic.ts';
import { SecondChances } from './second-chances.ts';
import type { RunSettings } from './run-settings.ts';
import { Tallies } from './tally.ts';

/** The share of the limits that is kept for making a failure small, once there is one. */
const keptForShrinking = 1 / 5;

/** Runs all phases against the target, then looks for the smallest reproduction of each failure. Knows no reporter. */
export class Run {
  readonly #target: Target;
  readonly #settings: RunSettings;
  readonly #emit: (event: RunEvent) => void;
  readonly #executor: Executor;
  readonly #lag: Lag;
  readonly #tallies = new Tallies(new EvidenceRoom());
  readonly #statistics = new AnswerStatistics();
  readonly #answers = new AnswerTable();
  readonly #lists: ListObstacles;
  readonly #chances = new SecondChances();
  #stopped: string | undefined;
  #found: Found = { openBefore: [] };
  /** What ended it before its end. */
  #ended: Error | undefined;
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
      const { obstacle, found } = await preflight(this.#target, this.#settings.seed);
      this.#executor.startFrom(found);
      this.#found = found;
      if (obstacle !== undefined) this.#emit({ kind: 'obstacle', sentence: obstacle });
      this.#stopped = obstacle;
      this.#stopped ??= missingCase(plan, this.#settings.path);
      for (const placed of plan) await this.#phase(placed);
      await this.#tryAgain();
    } catch (error) {
      this.#stop(error);
    }
    try {
      await this.#search(plan);
    } catch (error) {
      this.#stop(error);
    }
    try {
      if (this.#settings.signal?.aborted !== true) await this.#executor.removeAtLast();
    } catch (error) {
      this.#stop(error);
    }
    const end = this.#end();
    this.#emit({ kind: 'end', end });
    return end;
  }

  /** What ends a run before its end, and is no fault of ours. */
  #stop(error: unknown): void {
    const isKnown = [LimitReached, NoSuchCase, ForbiddenWrite, StorageFault].some((kind) => error instanceof kind);
    if (!isKnown || !(error instanceof Error)) throw error;
    this.#ended ??= error;
    this.#stopped ??= error.message;
  }

  #end(): RunEnd {
    const { suites, effort = 'normal', path, requirements: chosen, excluded, signal } = this.#settings;
    return runEnd({
      target: this.#target,
      executor: this.#executor,
      tallies: this.#tallies,
      lists: this.#lists,
      causes: this.#causes(),
      answers: this.#answers.rows(),
      suites,
      effort: path === undefined ? effort : 'normal',
      chosen,
      excluded,
      found: this.#found,
      longestLag: this.#lag.longest,
      stopped: this.#stopped ?? this.#cutOff,
      isInterrupted: signal?.aborted === true && typeof signal.reason !== 'string',
      isRefused: this.#ended instanceof ForbiddenWrite,
      isFault: this.#ended instanceof StorageFault,
      lastExchanges: this.#ended instanceof ServerGone ? this.#ended.lastExchanges : undefined,
    });
  }

  async #phase({ plan, offset }: PlacedPhase): Promise<void> {
    const path = localPath(this.#settings.path, offset, sizeOf(plan));
    if (this.#stopped !== undefined || (this.#settings.path !== undefined && path === undefined)) return;
    if (this.#settings.phases?.has(plan.phase) === false) return;
    const { sent: requests } = this.#target.counts();
    this.#emit({ kind: 'phase', phase: plan.phase, cases: path === undefined ? sizeOf(plan) : 1, requests });
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
        const run = await this.#ran(testCase);
        if (run !== undefined) {
          this.#count(place, plan.phase, run);
          this.#chances.note(place, plan.phase, testCase, run);
        }
        this.#emit({
          kind: 'case',
          phase: plan.phase,
          name: testCase.name,
          done,
          requests: this.#target.counts().sent,
          failing: this.#tallies.violated().length,
          judged: run?.judged ?? [],
        });
        return true;
      },
    );
  }

  /** Runs cases once more that only bad luck kept from showing something. */
  async #tryAgain(): Promise<void> {
    if (this.#settings.path !== undefined) return;
    for (const { place, phase, testCase } of this.#chances.cases(() => this.#end().verdicts)) {
      if (this.#hasToStop() || this.#cutOff !== undefined || this.#savesTheRest()) return;
      if (!this.#executor.affords(testCase)) continue;
      const run = await this.#ran(testCase);
      if (run !== undefined) this.#count(place, phase, run);
    }
  }

  /** Undefined where the server was gone meanwhile: what it has forgotten is no reason to accuse it. */
  async #ran(testCase: Case): Promise<CaseRun | undefined> {
    try {
      return await this.#executor.run(testCase, 'judge', this.#settings.signal);
    } catch (error) {
      if (error instanceof ServerRestarted) return undefined;
      throw error;
    }
  }

  #count(place: string, phase: Phase, { judged, exchanges }: CaseRun): void {
    const { requirements, seed } = this.#settings;
    const wanted =
      requirements === undefined ? judged : judged.filter(({ requirement }) => requirements.has(requirement));
    const plainest = this.#tallies.add(place, phase, wanted, exchanges);
    this.#tallies.areThere(this.#executor.offer.accepted());
    for (const [requirement, first] of plainest) {
      const seen = this.#tallies.seen(requirement);
      if (seen.violated > 0) this.#emit({ kind: 'violation', finding: findingAsSeen(requirement, first, seen, seed) });
    }
    this.#statistics.add(exchanges);
    this.#answers.add(exchanges);
    this.#lists.add(exchanges);
  }

  /** What was seen is shown, also where nothing more can be asked to make it small. */
  async #search(plan: readonly PlacedPhase[]): Promise<void> {
    const { seed, path, signal } = this.#settings;
    const settings = { seed, isOfOneCase: path !== undefined, signal, lagWasSeen: () => this.#lag.longest > 0 };
    const search = new FindingSearch(this.#target, settings, this.#executor, this.#tallies, this.#emit);
    await search.perform(plan, this.#causes());
    if (search.ended !== undefined) this.#stop(search.ended);
    if (signal?.aborted === true) this.#stopped ??= whyAborted(signal);
  }

  #isWanted(testCase: Case): boolean {
    const { settles, amidOthers } = testCase;
    if (amidOthers === true && !this.#executor.isAmidOthers) return false;
    if (settles !== undefined && !settles.some((requirement) => this.#tallies.leavesOpen(requirement))) return false;
    return isChosen(testCase, this.#settings);
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
    return causesOf(this.#statistics, violations, this.#tallies);
  }
}
