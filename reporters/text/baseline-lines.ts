import type { BaselineRow, BaselineStanding } from '../../results/baseline.ts';
import type { RunReport } from '../../results/report.ts';
import { wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';
import { visible } from '../view/visible.ts';

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

/** How the run stands against its baseline; nothing where it has none. What fails anew is told above in full. */
export function baselineLines(
  { footer: { baseline = [] } }: RunReport,
  { colours, width }: RenderSettings,
): readonly string[] {
  return baseline.flatMap((row) => {
    const isLoud = row.standing === 'stale' || row.standing === 'expired' || row.standing === 'fresh';
    return wrap(baselineText(row), width).map(isLoud ? colours.red : colours.dim);
  });
}
