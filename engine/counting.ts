import type { Exchange, Phase } from '../traffic/exchange.ts';
import type { SentWrong } from '../judgements/finding.ts';
import type { Judgement, Observation, Violated } from '../judgements/judgement.ts';
import { shorterJson } from './shrink/evidence.ts';
import type { ViolationSignature } from './violation-signature.ts';
import { SeenValues } from './seen-values.ts';
import { tookWrongWrite } from './sent-wrong.ts';

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
  /** Where the wrong value was sent on purpose; absent as soon as there is one that was not. */
  readonly sentWrong?: SentWrong;
}

/** What came of the judgements on one requirement. */
export interface Counting {
  exercised: number;
  violated: number;
  first?: FirstViolation;
  /** How plainly the server is to blame for the first violation; the less the plainer. */
  wrongness: Wrongness;
  values: SeenValues;
  /** Undefined once there are more than are kept, or one is not known. */
  manners: Map<string, ViolationSignature> | undefined;
  readonly undecided: Map<Undecided, number>;
  readonly observations: Map<string, { readonly observation: Observation; count: number }>;
  /** By subject: how often it could have been observed, and was not. */
  readonly unseen: Map<string, number>;
}

/** Nothing was judged yet. */
export function emptyCounting(): Counting {
  return {
    exercised: 0,
    violated: 0,
    wrongness: 0,
    values: new SeenValues(),
    manners: new Map(),
    undecided: new Map(),
    observations: new Map(),
    unseen: new Map(),
  };
}

/** What a server does by itself says more than what it does once it took something wrong, and that more than what only comes back. */
type Wrongness = 0 | 1 | 2;

export function wrongnessOf(
  { evidence }: Violated,
  exchanges: readonly Exchange[],
  sentWrong: SentWrong | undefined,
): Wrongness {
  if (sentWrong !== undefined) return 2;
  const last = evidence.at(-1) ?? 0;
  return exchanges.some((one) => one.sequence < last && tookWrongWrite(one)) ? 1 : 0;
}

/** There are no more for one requirement, unless a server makes up statuses. */
const mostManners = 40;

export function withSignature(
  manners: Map<string, ViolationSignature> | undefined,
  manner: ViolationSignature | undefined,
): Map<string, ViolationSignature> | undefined {
  if (manners === undefined || manner === undefined) return undefined;
  const key = Object.values(manner).join(' ');
  if (manners.size >= mostManners && !manners.has(key)) return undefined;
  return manners.set(key, manner);
}

/** Facts that differ from run to run would make runs incomparable, so there are only so many of one requirement. */
const mostObservations = 20;

export function observe({ observations }: Counting, observation: Observation): void {
  const kept = { subject: observation.subject, value: shorterJson(observation.value) };
  // Most values are text, which can be told from other text as it is. No subject has a line break.
  const key =
    typeof kept.value === 'string' ? `${kept.subject}\n${kept.value}` : JSON.stringify([kept.subject, kept.value]);
  const known = observations.get(key);
  if (known !== undefined) known.count += 1;
  else if (observations.size < mostObservations) observations.set(key, { observation: kept, count: 1 });
}

/** The subjects are sentences of the checks, which are only so many. */
export function noteUnseen({ unseen }: Counting, subject: string): void {
  unseen.set(subject, (unseen.get(subject) ?? 0) + 1);
}
