import type { Observation } from '../../judgements/judgement.ts';
import type { Json } from '../../traffic/json.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { Scene } from '../scene.ts';

/** What a check says of one thing in a scene. Only `holds` and `violated` count as exercised. */
export type ClientJudgement =
  | { readonly kind: 'holds' }
  | ClientViolation
  /** A sentence fragment for people. */
  | { readonly kind: 'undecided' | 'notExpressible'; readonly because: string }
  | { readonly kind: 'observed'; readonly observation: Observation };

export interface ClientViolation {
  readonly kind: 'violated';
  /** JSON pointer into the body that was sent; `value/…` into what the driver handed over; or `header:Name`, `method`, `url`, `wait`, `connection`, `error`. */
  readonly pointer: string;
  readonly expected: Json;
  readonly actual: Json;
  /** Sequence numbers of the requests that show it, the decisive one last; none where no request came. */
  readonly evidence: readonly number[];
}

/** Judges one requirement that binds a client. */
export interface ClientCheck {
  readonly requirement: RequirementId;
  /** Paths that the driver must have shown to set and to show, or the check says nothing. */
  readonly relies: readonly string[];
  /** One judgement for each thing that could have failed; none where nothing could. */
  readonly judge: (scene: Scene) => readonly ClientJudgement[];
}

export const holdsInScene: ClientJudgement = { kind: 'holds' };

/** Declares the check of one requirement; `judge` should read like its sentence. */
export function clientCheck(
  requirement: RequirementId,
  judge: ClientCheck['judge'],
  relies: readonly string[] = [],
): ClientCheck {
  return { requirement, relies, judge };
}

/** Holds if the condition does; otherwise violated at the pointer. */
export function expectInScene(
  condition: boolean,
  pointer: string,
  expected: Json,
  actual: Json | undefined,
  evidence: readonly number[],
): ClientJudgement {
  return condition ? holdsInScene : { kind: 'violated', pointer, expected, actual: actual ?? '(nothing)', evidence };
}
