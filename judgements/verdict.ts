import type { Observation } from './judgement.ts';
import type { ObservedOutcome } from './observed-fact.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

const verdictKinds = [
  'passed',
  'failed',
  'warned',
  'observed',
  'skipped',
  'inconclusive',
  /** A client library has no call that could show it: counted apart, and no fault of its own. */
  'notExpressible',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** What a run says about one requirement. `because` is a sentence fragment for people, set for `skipped`, `inconclusive` and `notExpressible`. */
export interface Verdict {
  readonly requirement: RequirementId;
  readonly kind: VerdictKind;
  /** How often the assertion could have failed, and how often it did. */
  readonly exercised: number;
  readonly violated: number;
  readonly because?: string;
}

/**
 * What a run had the occasion to observe, and how often it showed nothing. A fact that a run neither observed nor names here it
 * never tried.
 */
export interface UnseenRow {
  /** The lasting id of the subject, the same as that of an observation. */
  readonly id: string;
  readonly requirement: RequirementId;
  readonly subject: string;
  readonly tried: number;
}

/** What was seen of undocumented behaviour, and how often. */
export interface ObservationRow {
  readonly requirement: RequirementId;
  readonly observation: Observation;
  readonly count: number;
  /** The lasting id of the subject, and the value in a form that programs compare; set where the row is written. */
  readonly id?: string;
  readonly outcome?: ObservedOutcome;
}

/**
 * Why a requirement that a user excluded is skipped.
 *
 * @param reason what the user said
 */
export function excludedBecause(reason: string): string {
  return `excluded: ${reason}`;
}

/** Why a requirement is skipped that no traffic of a quick run comes near to. */
export const leftByQuickRun = 'left to a run without --effort quick';
