import type { Exchange, Phase } from '../specs/exchange.ts';
import type { Judged, Judgement, Observation, Violated } from '../specs/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { EvidenceRoom, shorterJson, shorterViolation } from './evidence.ts';
import { mannerOf, type Manner } from './manner.ts';

export type Undecided = Extract<Judgement, { kind: 'undecided' }>['because'];

/** Where a requirement was first seen violated, with the traffic that showed it. */
export interface FirstViolation {
  /** Index of the case in the whole run, and in a replay the way through its shrinks. */
  readonly path: string;
  readonly phase: Phase;
  readonly violation: Violated;
  readonly exchanges: readonly Exchange[];
  /** How many exchanges before these are not kept. */
  readonly omitted: number;
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
  /** Undefined once there are more than are kept, or one is not known. */
  manners: Map<string, Manner> | undefined;
  readonly undecided: Map<Undecided, number>;
  readonly observations: Map<string, { readonly observation: Observation; count: number }>;
}

const nothing: Tally = { exercised: 0, violated: 0, undecided: new Map(), observations: [] };

/** Collects judgements over a run. Its size depends on the number of requirements, not on the length of the run. */
export class Tallies {
  readonly #counts = new Map<RequirementId, Counting>();
  readonly #room: EvidenceRoom | undefined;

  /** @param room for the evidence that is kept; without it all of it is */
  constructor(room?: EvidenceRoom) {
    this.#room = room;
  }

  /** Returns the requirements that were never violated before. */
  add(
    path: string,
    phase: Phase,
    judged: readonly Judged[],
    exchanges: readonly Exchange[],
  ): ReadonlyMap<RequirementId, FirstViolation> {
    const firsts = new Map<RequirementId, FirstViolation>();
    for (const { requirement, judgement } of judged) {
      const counting = this.#countingOf(requirement);
      switch (judgement.kind) {
        case 'holds':
          counting.exercised += 1;
          break;
        case 'violated':
          counting.exercised += 1;
          counting.violated += 1;
          if (counting.first === undefined) {
            const kept = this.#room?.keep(exchanges, judgement) ?? { exchanges, omitted: 0 };
            counting.first = { path, phase, violation: shorterViolation(judgement), ...kept };
            firsts.set(requirement, counting.first);
          }
          counting.manners = withManner(counting.manners, mannerOf(judgement, exchanges));
          break;
        case 'undecided':
          counting.undecided.set(judgement.because, (counting.undecided.get(judgement.because) ?? 0) + 1);
          break;
        case 'observed':
          observe(counting, judgement.observation);
          break;
      }
    }
    return firsts;
  }

  of(requirement: RequirementId): Tally {
    const counting = this.#counts.get(requirement);
    if (counting === undefined) return nothing;
    const { exercised, violated, undecided, observations } = counting;
    return { exercised, violated, undecided, observations: [...observations.values()] };
  }

  /** The requirements that were violated, with where they were first, in the order in which that was seen. */
  violated(): readonly (readonly [RequirementId, FirstViolation])[] {
    const violated = [...this.#counts].flatMap(([requirement, { first }]) =>
      first === undefined ? [] : [[requirement, first] as const],
    );
    return violated.toSorted(([, left], [, right]) => decisive(left) - decisive(right));
  }

  /** Takes the violations of a requirement back: they decide nothing after all. */
  excuse(requirement: RequirementId, because: Undecided): void {
    const counting = this.#countingOf(requirement);
    const { violated } = counting;
    counting.exercised -= violated;
    counting.violated = 0;
    delete counting.first;
    counting.undecided.set(because, (counting.undecided.get(because) ?? 0) + violated);
  }

  /** All manners in which a requirement was violated; none where they are too many, or not all known. */
  mannersOf(requirement: RequirementId): readonly Manner[] {
    return [...(this.#counts.get(requirement)?.manners?.values() ?? [])];
  }

  /** True where a requirement was never judged, though an answer came near to it. */
  leavesOpen(requirement: RequirementId): boolean {
    const { exercised, undecided } = this.of(requirement);
    return exercised === 0 && undecided.size > 0;
  }

  /** True if nothing of what was judged could have failed. */
  get exercisedNothing(): boolean {
    return [...this.#counts.values()].every(({ exercised }) => exercised === 0);
  }

  #countingOf(requirement: RequirementId): Counting {
    const known = this.#counts.get(requirement);
    if (known !== undefined) return known;
    const counting: Counting = {
      exercised: 0,
      violated: 0,
      manners: new Map(),
      undecided: new Map(),
      observations: new Map(),
    };
    this.#counts.set(requirement, counting);
    return counting;
  }
}

/** The exchange that first showed a violation: what comes first is nearest to the cause. */
function decisive({ violation }: FirstViolation): number {
  return violation.evidence.at(-1) ?? 0;
}

/** There are no more for one requirement, unless a server makes up statuses. */
const mostManners = 40;

function withManner(
  manners: Map<string, Manner> | undefined,
  manner: Manner | undefined,
): Map<string, Manner> | undefined {
  if (manners === undefined || manner === undefined) return undefined;
  const key = Object.values(manner).join(' ');
  if (manners.size >= mostManners && !manners.has(key)) return undefined;
  return manners.set(key, manner);
}

/** Facts that differ from run to run would make runs incomparable, so there are only so many of one requirement. */
const mostObservations = 20;

function observe({ observations }: Counting, observation: Observation): void {
  const kept = { subject: observation.subject, value: shorterJson(observation.value) };
  const key = JSON.stringify(kept);
  const known = observations.get(key);
  if (known !== undefined) known.count += 1;
  else if (observations.size < mostObservations) observations.set(key, { observation: kept, count: 1 });
}
