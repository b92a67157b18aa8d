import type { Exchange, Phase } from '../specs/exchange.ts';
import type { Judged, Judgement, Observation, Violated } from '../specs/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

export type Undecided = Extract<Judgement, { kind: 'undecided' }>['because'];

/** Where a requirement was first seen violated, with the traffic that showed it. */
export interface FirstViolation {
  /** Index of the case in the whole run, and in a replay the way through its shrinks. */
  readonly path: string;
  readonly phase: Phase;
  readonly violation: Violated;
  readonly exchanges: readonly Exchange[];
}

/** How often a requirement could have failed, and what came of it. */
export interface Tally {
  readonly exercised: number;
  readonly violated: number;
  readonly undecided: ReadonlyMap<Undecided, number>;
  readonly observations: readonly { readonly observation: Observation; readonly count: number }[];
}

interface Counting {
  exercised: number;
  violated: number;
  first?: FirstViolation;
  readonly undecided: Map<Undecided, number>;
  readonly observations: Map<string, { readonly observation: Observation; count: number }>;
}

const nothing: Tally = { exercised: 0, violated: 0, undecided: new Map(), observations: [] };

/** Collects judgements over a run. Its size depends on the number of requirements, not on the length of the run. */
export class Tallies {
  readonly #counts = new Map<RequirementId, Counting>();

  add(path: string, phase: Phase, judged: readonly Judged[], exchanges: readonly Exchange[]): void {
    for (const { requirement, judgement } of judged) {
      const counting = this.#countingOf(requirement);
      switch (judgement.kind) {
        case 'holds':
          counting.exercised += 1;
          break;
        case 'violated':
          counting.exercised += 1;
          counting.violated += 1;
          counting.first ??= { path, phase, violation: judgement, exchanges };
          break;
        case 'undecided':
          counting.undecided.set(judgement.because, (counting.undecided.get(judgement.because) ?? 0) + 1);
          break;
        case 'observed':
          observe(counting, judgement.observation);
          break;
      }
    }
  }

  of(requirement: RequirementId): Tally {
    const counting = this.#counts.get(requirement);
    return counting === undefined ? nothing : { ...counting, observations: [...counting.observations.values()] };
  }

  /** The requirements that were violated, with where they were first, in the order in which that was seen. */
  violated(): readonly (readonly [RequirementId, FirstViolation])[] {
    const violated = [...this.#counts].flatMap(([requirement, { first }]) =>
      first === undefined ? [] : [[requirement, first] as const],
    );
    return violated.toSorted(([, left], [, right]) => decisive(left) - decisive(right));
  }

  #countingOf(requirement: RequirementId): Counting {
    const known = this.#counts.get(requirement);
    if (known !== undefined) return known;
    const counting: Counting = { exercised: 0, violated: 0, undecided: new Map(), observations: new Map() };
    this.#counts.set(requirement, counting);
    return counting;
  }
}

/** The exchange that first showed a violation: what comes first is nearest to the cause. */
function decisive({ violation }: FirstViolation): number {
  return violation.evidence.at(-1) ?? 0;
}

/** Facts that differ from run to run would make runs incomparable, so there are only so many of one requirement. */
const mostObservations = 20;

function observe({ observations }: Counting, observation: Observation): void {
  const key = JSON.stringify(observation);
  const known = observations.get(key);
  if (known !== undefined) known.count += 1;
  else if (observations.size < mostObservations) observations.set(key, { observation, count: 1 });
}
