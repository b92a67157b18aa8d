import type { RunHeader } from '../results/line.ts';
import type { Verdict } from '../results/verdict.ts';
import { wrap } from './fit.ts';
import { liftedBy } from './lifting.ts';
import type { RenderSettings } from './options.ts';
import { visible } from './visible.ts';

/** Requirements that were skipped, grouped by the reason, with what would lift it. */
export function skippedLines(
  verdicts: readonly Verdict[],
  header: RunHeader,
  settings: RenderSettings,
): readonly string[] {
  return groupLines('Skipped', verdicts, (verdict) => reasonText(verdict, header, settings), settings);
}

/** Requirements that could not be decided, grouped by the reason. */
export function inconclusiveLines(
  verdicts: readonly Verdict[],
  header: RunHeader,
  settings: RenderSettings,
): readonly string[] {
  return groupLines('Inconclusive', verdicts, (verdict) => reasonText(verdict, header, settings), settings);
}

/** Why a requirement was not judged and, if it was skipped, which variables let it be. */
export function reasonText(
  { kind, requirement, because }: Verdict,
  header: RunHeader,
  settings: RenderSettings,
): string {
  const reason = visible(because ?? 'no reason was given');
  // What the run itself advises knows more than the specs do.
  if (kind !== 'skipped' || reason.includes('TIMECARD_') || reason.includes('--')) return reason;
  const lifting = liftedBy(settings.requirementOf(requirement), header);
  return lifting.length === 0 ? reason : `${reason}: set ${lifting.join(' and ')}`;
}

function groupLines(
  title: string,
  verdicts: readonly Verdict[],
  reasonOf: (verdict: Verdict) => string,
  { colours, width }: RenderSettings,
): readonly string[] {
  if (verdicts.length === 0) return [];
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const reason = reasonOf(verdict);
    groups.set(reason, [...(groups.get(reason) ?? []), verdict]);
  }
  return [
    `${colours.bold(title)} ${verdicts.length}`,
    ...[...groups].flatMap(([reason, members]) => [
      ...wrap(reason, width - 2).map((line) => `  ${line}`),
      ...wrap(members.map(({ requirement }) => requirement).join(' '), width - 4).map(
        (line) => `    ${colours.dim(line)}`,
      ),
    ]),
  ];
}
