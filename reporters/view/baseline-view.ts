import type { BaselineRow, BaselineStanding } from '../../results/baseline.ts';
import { visible } from './visible.ts';

/** One failure, or one entry of the baseline, and how the two agree. */
export interface BaselineView {
  readonly text: string;
  /** What keeps the run from being green. */
  readonly isAlarming: boolean;
}

export function baselineView(row: BaselineRow): BaselineView {
  const isAlarming = row.standing === 'stale' || row.standing === 'expired' || row.standing === 'fresh';
  return { text: baselineText(row), isAlarming };
}

const words: Readonly<Record<BaselineStanding, string>> = {
  known: 'is known to fail',
  fresh: 'fails and is not in the baseline',
  expired: 'fails, and its entry in the baseline has expired',
  stale: 'no longer fails: take it out of the baseline (--update-baseline)',
  quiet: 'is known to fail at times, and did not this time',
  unjudged: 'is in the baseline and was not judged',
};

/** Of what fails only at times. */
const whenFlaky: Readonly<Partial<Record<BaselineStanding, string>>> = {
  known: 'is known to fail at times (flaky)',
  fresh: 'fails at times (flaky) and is not in the baseline',
};

/** How one failure, or one entry of the baseline, stands: a line for people. */
export function baselineText({ requirement, standing, pointer, reason, issue, expires, flaky }: BaselineRow): string {
  const place = pointer === undefined ? '' : ` at ${pointer}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  const until = expires === undefined ? '' : `, until ${expires}`;
  return visible(
    `${requirement}${place} ${flaky === true ? (whenFlaky[standing] ?? words[standing]) : words[standing]}${why}${until}${issue === undefined ? '' : ` (${issue})`}`,
  );
}
