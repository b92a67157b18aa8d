import type { Judgement } from '../judgements/judgement.ts';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { JudgeContext } from './context.ts';
import type { Entry, Trace } from './trace/trace.ts';

/** What a check looks at. The evidence ends with the exchange that closes it: the subject is judged when that is in. */
export interface Subject {
  readonly evidence: readonly number[];
}

/** Finds, in traffic that ends with `entry`, what a check can look at. One scope serves many checks. */
export interface Scope<S extends Subject> {
  /** Finds subjects only in traffic that was made to show them: in that of others there are none, or none to rely on. */
  readonly needsMadeTraffic?: true;
  subjects(entry: Entry, trace: Trace, context: JudgeContext): readonly S[];
}

/** What a check says; the evidence is the subject's, unless the check knows better. */
export type Answer =
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'holds' }
  | { readonly kind: 'violated'; readonly pointer: string; readonly expected: Json; readonly actual: Json }
  | Extract<Judgement, { readonly kind: 'undecided' }>
  | Extract<Judgement, { readonly kind: 'observed' | 'unseen' }>;

/** Judges one requirement. */
export interface Check {
  readonly requirement: RequirementId;
  readonly scope: Scope<Subject>;
  judge(subject: Subject, context: JudgeContext): Judgement;
}

/** Declares the check of one requirement; `judge` should read like the requirement's sentence. */
export function check<S extends Subject>(
  requirement: RequirementId,
  scope: Scope<S>,
  judge: (subject: S, context: JudgeContext) => Answer,
): Check {
  return {
    requirement,
    scope,
    judge(subject, context) {
      // A check is only ever given the subjects of its own scope.
      const answer = judge(subject as S, context);
      return answer.kind === 'violated' ? { ...answer, evidence: subject.evidence } : answer;
    },
  };
}
