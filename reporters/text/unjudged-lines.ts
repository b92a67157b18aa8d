import type { Verdict } from '../../results/verdict.ts';
import { wrap } from './layout.ts';
import type { RenderSettings } from './options.ts';
import { byReason } from '../view/reasons.ts';

/**
 * Requirements that were skipped, grouped by the reason. Their ids are listed where the user can do something about it;
 * of the others the number is enough, unless everything is asked for.
 */
export function skippedLines(verdicts: readonly Verdict[], settings: RenderSettings): readonly string[] {
  const told = settings.verbose ? verdicts : verdicts.map(withoutDetail);
  return groupLines('Skipped', told, settings, (reason) => settings.verbose || isLiftable(reason));
}

/** Each row that cannot be tested has its own reason, which nobody can lift: `requirements ID` and --verbose tell it. */
function withoutDetail({ because = '', ...verdict }: Verdict): Verdict {
  const [reason = ''] = because.split(':', 1);
  return { ...verdict, because: reason.startsWith('cannot be tested') ? reason : because };
}

/**
 * Requirements that could not be decided, grouped by the reason. That nothing was judged is said at the top with its
 * reason `said`, and then it is said of all: their number is enough.
 */
export function inconclusiveLines(
  verdicts: readonly Verdict[],
  settings: RenderSettings,
  said?: string,
): readonly string[] {
  const told = verdicts.map((verdict) =>
    said !== undefined && verdict.because === said ? { ...verdict, because: saidAbove } : verdict,
  );
  return groupLines('Inconclusive', told, settings, (reason) => settings.verbose || reason !== saidAbove);
}

/** What a client library has no call for, by the reason; the ids are listed, since somebody may want to offer it. */
export function notExpressibleLines(verdicts: readonly Verdict[], settings: RenderSettings): readonly string[] {
  return groupLines('Not expressible', verdicts, settings, () => true);
}

const saidAbove = 'for the reason given at the top';

/** True for a reason that somebody can lift: it names the variable to set, or is a choice of theirs. */
function isLiftable(reason: string): boolean {
  return reason.includes('TIMECARD_') || reason.startsWith('excluded');
}

function groupLines(
  title: string,
  verdicts: readonly Verdict[],
  { colours, width }: RenderSettings,
  showsIds: (reason: string) => boolean,
): readonly string[] {
  if (verdicts.length === 0) return [];
  return [
    `${colours.bold(title)} ${verdicts.length}`,
    ...[...byReason(verdicts)].flatMap(([reason, members]) => [
      ...wrap(`${reason} (${members.length})`, width - 2).map((line) => `  ${line}`),
      ...(showsIds(reason) ? wrap(members.join(' '), width - 4).map((line) => `    ${colours.dim(line)}`) : []),
    ]),
  ];
}
