import type { Cause } from '../specs/cause.ts';
import type { Finding } from '../specs/finding.ts';
import { requirement as requirementRow, type RequirementId } from '../specs/requirements/index.ts';
import { LimitReached } from '../targets/limits.ts';
import type { Target } from '../targets/target.ts';
import type { RunEvent } from './event.ts';
import type { Executor } from './executor.ts';
import { indexOf } from './path.ts';
import type { PlacedPhase } from './plan.ts';
import { findingAsSeen, findSmallest } from './shrink.ts';
import type { FirstViolation, Tallies } from './tally.ts';

/** Requests that may be spent on one finding, and on all of them. */
const allowancePerFinding = 160;
const allowanceInAll = 1500;
/** On a finding that shares its cause with others, one of which is made as small as can be. */
const allowanceBesideAnother = 12;

export interface SearchSettings {
  readonly seed: number;
  /** One case is made again, by somebody who wants it small. */
  readonly isOfOneCase: boolean;
  readonly signal: AbortSignal | undefined;
}

/** Looks for the smallest reproduction of each failure of a run. Where no request can be spent, it is shown as it was seen. */
export class FindingSearch {
  readonly #target: Target;
  readonly #settings: SearchSettings;
  readonly #executor: Executor;
  readonly #tallies: Tallies;
  readonly #emit: (event: RunEvent) => void;
  /** Why nothing more could be asked. */
  stopped: string | undefined;

  constructor(
    target: Target,
    settings: SearchSettings,
    executor: Executor,
    tallies: Tallies,
    emit: (event: RunEvent) => void,
  ) {
    this.#target = target;
    this.#settings = settings;
    this.#executor = executor;
    this.#tallies = tallies;
    this.#emit = emit;
  }

  /** MUST first, so that a wall cuts off the least important. */
  async perform(plan: readonly PlacedPhase[], causes: readonly Cause[]): Promise<void> {
    const rank = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 } as const;
    const violated = this.#tallies
      .violated()
      .toSorted(([left], [right]) => rank[requirementRow(left).level] - rank[requirementRow(right).level]);
    /** Those of which a smallest reproduction is found. */
    const shown = new Set<Cause>();
    for (const [position, [requirement, first]] of violated.entries()) {
      const placed = plan.findLast(({ offset }) => offset <= indexOf(first.path));
      if (placed === undefined) continue;
      const { sent: requests } = this.#target.counts();
      this.#emit({ kind: 'shrinking', requirement, left: violated.length - position, requests });
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
    const seen = this.#tallies.seen(requirement);
    const { seed, isOfOneCase } = this.#settings;
    const isLong = isBesideAnother && first.exchanges.length > allowanceBesideAnother;
    if (isLong || this.stopped !== undefined) return findingAsSeen(requirement, first, seen, seed);
    const most = isBesideAnother ? allowanceBesideAnother : isOfOneCase ? allowanceInAll : allowancePerFinding;
    const settings = { version: this.#target.apiVersion, seed, allowance: Math.min(most, this.#left) };
    try {
      return await findSmallest(requirement, first, seen, placed, this.#executor, settings);
    } catch (error) {
      // What was seen does not become unseen because nothing more can be asked.
      if (!(error instanceof LimitReached)) throw error;
      this.stopped = error.message;
      return findingAsSeen(requirement, first, seen, seed);
    }
  }

  /** Requests that are left for the search. */
  get #left(): number {
    return this.#settings.signal?.aborted === true ? 0 : allowanceInAll - this.#target.counts().shrinking;
  }
}
