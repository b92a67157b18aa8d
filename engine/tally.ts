import type { Exchange, Phase } from '../specs/exchange.ts';
import type { Seen, SentWrong } from '../specs/finding.ts';
import type { Judged, Judgement, Observation, Violated } from '../specs/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { Operation } from '../specs/operation.ts';
import { mannerOf, type Manner } from './manner.ts';
import { SeenValues } from './seen-values.ts';
import { tookWrongWrite, WrongValues } from './sent-wrong.ts';

export type Undecided = Extract<Judgement, { kind: 'undecided' }>['because'];

/** Where a requirement was first seen violated, with the traffic that showed it. */
export interface FirstViolation {
  /** Index of the case in the whole run, and in a replay the way through its shrinks. */
  readonly path: string;
  readonly phase: Phase;
  readonly violation: Violated;
  readonly exchanges: readonly Exchange[];
  /** Where the wrong value was sent on purpose; absent as soon as there is one that was not. */
  readonly sentWrong?: SentWrong;
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
  readonly values: SeenValues;
  /** Undefined once there are more than are kept, or one is not known. */
  manners: Map<string, Manner> | undefined;
  readonly undecided: Map<Undecided, number>;
  readonly observations: Map<string, { readonly observation: Observation; count: number }>;
}

const nothing: Tally = { exercised: 0, violated: 0, undecided: new Map(), observations: [] };

/** Collects judgements over a run. Its size depends on the number of requirements, not on the length of the run. */
export class Tallies {
  readonly #counts = new Map<RequirementId, Counting>();
  /** What says that an operation is not there, by operation: it is taken back once the operation is accepted. */
  readonly #wrongValues = new WrongValues();
  readonly #unreachable = new Map<Operation | 'unknown', Counting>();

  add(path: string, phase: Phase, judged: readonly Judged[], exchanges: readonly Exchange[]): void {
    this.#wrongValues.note(exchanges);
    for (const { requirement, judgement } of judged) {
      const counting = this.#countingFor(requirement, judgement, exchanges);
      switch (judgement.kind) {
        case 'holds':
          counting.exercised += 1;
          break;
        case 'violated':
          counting.exercised += 1;
          counting.violated += 1;
          this.#noteViolation(counting, { path, phase, violation: judgement, exchanges });
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
    const all = this.#countingsOf(requirement);
    const [only] = all;
    if (only === undefined) return nothing;
    return {
      exercised: sum(all, ({ exercised }) => exercised),
      violated: sum(all, ({ violated }) => violated),
      // Only what is not said of single operations is undecided or observed.
      undecided: only.undecided,
      observations: [...only.observations.values()],
    };
  }

  /** How often a requirement could have failed and did, and by which values. */
  seen(requirement: RequirementId): Seen {
    const { exercised, violated } = this.of(requirement);
    const values = this.#countingsOf(requirement).flatMap((counting) => counting.values.all);
    return { violated, exercised, ...(values.length > 1 ? { values } : {}) };
  }

  /** The requirements that were violated, with where they were first, in the order in which that was seen. */
  violated(): readonly (readonly [RequirementId, FirstViolation])[] {
    const violated = [...this.#counts.keys()].flatMap((requirement) => {
      const [first] = this.#countingsOf(requirement)
        .flatMap((counting) => counting.first ?? [])
        .toSorted((left, right) => decisive(left) - decisive(right));
      return first === undefined ? [] : [[requirement, first] as const];
    });
    return violated.toSorted(
      ([one, left], [other, right]) => decisive(left) - decisive(right) || generality(one) - generality(other),
    );
  }

  /** All manners in which a requirement was violated; none where they are too many, or not all known. */
  mannersOf(requirement: RequirementId): readonly Manner[] {
    const violated = this.#countingsOf(requirement).filter((counting) => counting.violated > 0);
    if (violated.some(({ manners }) => manners === undefined)) return [];
    return violated.flatMap(({ manners }) => [...(manners?.values() ?? [])]);
  }

  /** True where a requirement was never judged, though an answer came near to it. */
  leavesOpen(requirement: RequirementId): boolean {
    const { exercised, undecided } = this.of(requirement);
    return exercised === 0 && undecided.size > 0;
  }

  /** True if nothing of what was judged could have failed. */
  get exercisedNothing(): boolean {
    return [...this.#counts.keys()].every((requirement) => this.of(requirement).exercised === 0);
  }

  /**
   * Takes back that operations are not there. A 404 to one body and a 201 to the next are about the bodies: what is wrong
   * with those other requirements say.
   */
  areThere(operations: Iterable<Operation>): void {
    for (const operation of operations) this.#unreachable.delete(operation);
  }

  #noteViolation(counting: Counting, seen: FirstViolation): void {
    const { violation, exchanges } = seen;
    const sentWrong = this.#wrongValues.whereSent(violation, exchanges);
    const first = { ...seen, ...(sentWrong === undefined ? {} : { sentWrong }) };
    if (counting.first === undefined || isPlainer(first, counting.first)) counting.first = first;
    counting.values.add(violation, sentWrong !== undefined);
    counting.manners = withManner(counting.manners, mannerOf(violation, exchanges, sentWrong !== undefined));
  }

  #countingFor(requirement: RequirementId, judgement: Judgement, exchanges: readonly Exchange[]): Counting {
    const counting = countingOf(this.#counts, requirement);
    if (requirement !== reachability || judgement.kind !== 'violated') return counting;
    const last = exchanges.find(({ sequence }) => sequence === judgement.evidence.at(-1));
    return countingOf(this.#unreachable, last?.operation ?? 'unknown');
  }

  #countingsOf(requirement: RequirementId): readonly Counting[] {
    const counting = this.#counts.get(requirement);
    if (counting === undefined) return [];
    return requirement === reachability ? [counting, ...this.#unreachable.values()] : [counting];
  }
}

/** The requirement whose violations say that an operation is not there. */
const reachability: RequirementId = 'TC-GEN-001';

function countingOf<Key>(countings: Map<Key, Counting>, key: Key): Counting {
  const counting = countings.get(key);
  if (counting !== undefined) return counting;
  const fresh: Counting = {
    exercised: 0,
    violated: 0,
    values: new SeenValues(),
    manners: new Map(),
    undecided: new Map(),
    observations: new Map(),
  };
  countings.set(key, fresh);
  return fresh;
}

function sum(countings: readonly Counting[], figure: (counting: Counting) => number): number {
  return countings.reduce((total, counting) => total + figure(counting), 0);
}

/** Where one answer breaks several, what an operation does comes before what is said of every card and of every answer. */
function generality(requirement: RequirementId): number {
  return /^TC-(SHAPE|GEN)-/.test(requirement) ? 1 : 0;
}

/** What a server does by itself says more than what it does once it took something wrong, and that more than what only comes back. */
function isPlainer(one: FirstViolation, other: FirstViolation): boolean {
  return wrongness(one) < wrongness(other);
}

function wrongness({ sentWrong, violation, exchanges }: FirstViolation): number {
  if (sentWrong !== undefined) return 2;
  const last = violation.evidence.at(-1) ?? 0;
  return exchanges.some((one) => one.sequence < last && tookWrongWrite(one)) ? 1 : 0;
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
  const key = JSON.stringify(observation);
  const known = observations.get(key);
  if (known !== undefined) known.count += 1;
  else if (observations.size < mostObservations) observations.set(key, { observation, count: 1 });
}
