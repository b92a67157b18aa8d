import type { Cause } from '../../judgements/cause.ts';
import type { Finding } from '../../judgements/finding.ts';
import { requirement as requirementRow, type RequirementId } from '../../specs/requirements/index.ts';
import { LimitReached } from '../../targets/limits.ts';
import { ServerGone } from '../../targets/server-watch.ts';
import { ServerRestarted, type Target } from '../../targets/target.ts';
import type { FirstViolation } from '../counting.ts';
import type { RunEvent } from '../event.ts';
import { EvidenceRoom, shorterViolation } from './evidence.ts';
import { excuseOf } from '../excused.ts';
import type { Executor } from '../execute/executor.ts';
import { indexOf } from './path.ts';
import type { PlacedPhase } from '../plan.ts';
import { findingAsSeen, findingOfEvidence, findSmallest, type SearchOutcome } from './shrink.ts';
import type { Tallies } from '../tally.ts';

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
  /** Whether reads of the target are known to come late, by now. */
  readonly lagWasSeen: () => boolean;
}

/** Looks for the smallest reproduction of each failure of a run. Where no request can be spent, it is shown as it was seen. */
export class FindingSearch {
  readonly #target: Target;
  readonly #settings: SearchSettings;
  readonly #executor: Executor;
  readonly #tallies: Tallies;
  readonly #emit: (event: RunEvent) => void;
  readonly #room = new EvidenceRoom();
  /** Why nothing more could be asked. */
  ended: LimitReached | undefined;

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
      const { finding: found, wasLeftUntried } = await this.#find(requirement, first, placed, isBesideAnother);
      const finding = this.#bounded(found);
      const excuse = excuseOf(finding, first.exchanges, {
        lagWasSeen: this.#settings.lagWasSeen(),
        wasLeftUntried: wasLeftUntried && this.#isThere,
      });
      if (excuse !== undefined) {
        this.#tallies.excuse(requirement, excuse);
        continue;
      }
      if (cause !== undefined && finding.minimal) shown.add(cause);
      this.#emit({ kind: 'finding', finding });
    }
  }

  async #find(
    requirement: RequirementId,
    first: FirstViolation,
    placed: PlacedPhase,
    isBesideAnother: boolean,
  ): Promise<SearchOutcome> {
    const seen = this.#tallies.seen(requirement);
    const { seed, isOfOneCase } = this.#settings;
    if (isBesideAnother && first.exchanges.length > allowanceBesideAnother)
      return { finding: findingOfEvidence(requirement, first, seen, seed), wasLeftUntried: false };
    const most = isBesideAnother ? allowanceBesideAnother : isOfOneCase ? allowanceInAll : allowancePerFinding;
    const version = this.#target.apiVersion;
    try {
      const allowance = Math.min(most, this.#left);
      return await findSmallest(requirement, first, seen, placed, this.#executor, { version, seed, allowance });
    } catch (error) {
      // What was seen does not become unseen because the server has gone since.
      if (error instanceof LimitReached) this.ended ??= error;
      else if (!(error instanceof ServerRestarted)) throw error;
      return {
        finding: findingAsSeen(requirement, first, seen, seed),
        wasLeftUntried: !(error instanceof ServerRestarted),
      };
    }
  }

  #bounded(finding: Finding): Finding {
    const violation = shorterViolation(finding.violation);
    const { exchanges, omitted: left } = this.#room.keep(finding.reproduction, violation);
    const omitted = (finding.omitted ?? 0) + left;
    return { ...finding, violation, reproduction: exchanges, ...(omitted === 0 ? {} : { omitted }) };
  }

  /** The server answers, and nobody has interrupted the run: what is not tried again a limit of requests forbids. */
  get #isThere(): boolean {
    return !(this.ended instanceof ServerGone) && this.#settings.signal?.aborted !== true;
  }

  /** Requests that are left for the search. */
  get #left(): number {
    const isOver = this.ended !== undefined || this.#settings.signal?.aborted === true;
    return isOver ? 0 : allowanceInAll - this.#target.counts().shrinking;
  }
}
