import type { Exchange, Phase } from '../traffic/exchange.ts';
import type { Seen } from '../judgements/finding.ts';
import type { Judged, Judgement, Observation } from '../judgements/judgement.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  emptyCounting,
  noteUnseen,
  observe,
  withSignature,
  wrongnessOf,
  type Counting,
  type FirstViolation,
  type Undecided,
} from './counting.ts';
import { EvidenceRoom, shorterViolation } from './shrink/evidence.ts';
import { decisiveExchange } from './decisive-exchange.ts';
import { signatureOf, type ViolationSignature } from './violation-signature.ts';
import { mostSeenValues, SeenValues } from './seen-values.ts';
import { WrongValues } from './sent-wrong.ts';

/** How often a requirement could have failed, and what came of it. */
export interface Tally {
  readonly exercised: number;
  readonly violated: number;
  readonly undecided: ReadonlyMap<Undecided, number>;
  readonly observations: readonly { readonly observation: Observation; readonly count: number }[];
  /** By subject: how often it could have been observed, and was not. */
  readonly unseen: ReadonlyMap<string, number>;
}

const nothing: Tally = { exercised: 0, violated: 0, undecided: new Map(), observations: [], unseen: new Map() };

/** Collects judgements over a run. Its size depends on the number of requirements, not on the length of the run. */
export class Tallies {
  readonly #counts = new Map<RequirementId, Counting>();
  /** What says that an operation is not there, by operation: it is taken back once the operation is accepted. */
  readonly #unreachable = new Map<Operation | 'unknown', Counting>();
  readonly #wrongValues = new WrongValues();
  readonly #room: EvidenceRoom | undefined;

  /** @param room for the evidence that is kept; without it all of it is */
  constructor(room?: EvidenceRoom) {
    this.#room = room;
  }

  /** Returns the requirements that were never violated before, or never as plainly. */
  add(
    path: string,
    phase: Phase,
    judged: readonly Judged[],
    exchanges: readonly Exchange[],
  ): ReadonlyMap<RequirementId, FirstViolation> {
    this.#wrongValues.note(exchanges);
    const plainest = new Map<RequirementId, FirstViolation>();
    for (const { requirement, judgement } of judged) {
      const counting = this.#countingFor(requirement, judgement, exchanges);
      switch (judgement.kind) {
        case 'holds':
          counting.exercised += 1;
          break;
        case 'violated': {
          counting.exercised += 1;
          counting.violated += 1;
          const first = this.#noteViolation(counting, { path, phase, violation: judgement, exchanges });
          if (first !== undefined) plainest.set(requirement, first);
          break;
        }
        case 'undecided':
          counting.undecided.set(judgement.because, (counting.undecided.get(judgement.because) ?? 0) + 1);
          break;
        case 'observed':
          observe(counting, judgement.observation);
          break;
        case 'unseen':
          noteUnseen(counting, judgement.subject);
          break;
      }
    }
    return plainest;
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
      unseen: only.unseen,
    };
  }

  /** How often a requirement could have failed and did, and by which values. */
  seen(requirement: RequirementId): Seen {
    const { exercised, violated } = this.of(requirement);
    const values = this.#countingsOf(requirement)
      .flatMap((counting) => counting.values.all)
      .slice(0, mostSeenValues);
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

  /** Takes the violations of a requirement back: they decide nothing after all. */
  excuse(requirement: RequirementId, because: Undecided): void {
    const { undecided } = countingOf(this.#counts, requirement);
    for (const counting of this.#countingsOf(requirement)) {
      undecided.set(because, (undecided.get(because) ?? 0) + counting.violated);
      counting.exercised -= counting.violated;
      counting.violated = 0;
      counting.values = new SeenValues();
      counting.manners = new Map();
      delete counting.first;
    }
  }

  /**
   * Takes back that operations are not there. A 404 to one body and a 201 to the next are about the bodies: what is wrong
   * with those other requirements say.
   */
  areThere(operations: Iterable<Operation>): void {
    for (const operation of operations) this.#unreachable.delete(operation);
  }

  /** All manners in which a requirement was violated; none where they are too many, or not all known. */
  mannersOf(requirement: RequirementId): readonly ViolationSignature[] {
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

  /** Returns what is kept of it, where it is the first of its requirement, or plainer than those before. */
  #noteViolation(
    counting: Counting,
    { violation, exchanges, ...place }: Omit<FirstViolation, 'omitted' | 'sentWrong'>,
  ): FirstViolation | undefined {
    const sentWrong = this.#wrongValues.whereSent(violation, exchanges);
    counting.values.add(violation, sentWrong !== undefined);
    counting.manners = withSignature(counting.manners, signatureOf(violation, exchanges, sentWrong !== undefined));
    const wrongness = wrongnessOf(violation, exchanges, sentWrong);
    if (counting.first !== undefined && wrongness >= counting.wrongness) return undefined;
    const kept = this.#room?.keep(exchanges, violation) ?? { exchanges, omitted: 0 };
    counting.wrongness = wrongness;
    counting.first = {
      ...place,
      violation: shorterViolation(violation),
      ...kept,
      ...(sentWrong === undefined ? {} : { sentWrong }),
    };
    return counting.first;
  }

  #countingFor(requirement: RequirementId, judgement: Judgement, exchanges: readonly Exchange[]): Counting {
    const counting = countingOf(this.#counts, requirement);
    if (requirement !== reachability || judgement.kind !== 'violated') return counting;
    return countingOf(this.#unreachable, decisiveExchange(judgement, exchanges)?.operation ?? 'unknown');
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
  const counting = countings.get(key) ?? emptyCounting();
  countings.set(key, counting);
  return counting;
}

function sum(countings: readonly Counting[], figure: (counting: Counting) => number): number {
  return countings.reduce((total, counting) => total + figure(counting), 0);
}

/** Where one answer breaks several, what an operation does comes before what is said of every card and of every answer. */
function generality(requirement: RequirementId): number {
  return /^TC-(SHAPE|GEN)-/.test(requirement) ? 1 : 0;
}

/** The exchange that first showed a violation: what comes first is nearest to the cause. */
function decisive({ violation }: FirstViolation): number {
  return violation.evidence.at(-1) ?? 0;
}
