import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

/** Undocumented behaviour, as a stable fact that two runs can be compared by. */
export interface Observation {
  /** What was looked at, e.g. `status of a second clockIn`. */
  readonly subject: string;
  readonly value: Json;
}

export interface Violated {
  readonly kind: 'violated';
  /** JSON pointer into the response body, or `status`, `header:Name`, `body`. */
  readonly pointer: string;
  readonly expected: Json;
  readonly actual: Json;
  /** Sequence numbers of the exchanges that show it, the decisive one last. */
  readonly evidence: readonly number[];
}

/** What one check says about one subject. Only `holds` and `violated` count as exercised. */
export type Judgement =
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'holds' }
  | Violated
  | {
      readonly kind: 'undecided';
      readonly because:
        | 'lag'
        | 'transport'
        | 'refused'
        | 'noControl'
        | 'cardInTheWay'
        | 'tooSoon'
        | 'unreadableTime'
        | 'unknownClock'
        | 'undocumented';
    }
  | { readonly kind: 'observed'; readonly observation: Observation }
  /** The occasion to observe it was there, and what happened showed nothing of it. */
  | { readonly kind: 'unseen'; readonly subject: string };

/** A judgement with the requirement it is about. `notApplicable` is never recorded. */
export interface Judged {
  readonly requirement: RequirementId;
  readonly judgement: Exclude<Judgement, { kind: 'notApplicable' }>;
}

/** Violated by a refusal where success is promised, and not by one with another status than the one that is documented. */
export function expectsSuccess(judgement: Judgement): boolean {
  if (judgement.kind !== 'violated' || judgement.pointer !== 'status') return false;
  const { expected } = judgement;
  return typeof expected === 'number' ? expected < 400 : typeof expected === 'string' && expected !== '4xx';
}
