import type { RunReport } from '../../results/report.ts';
import { findingLines, type FindingDetail } from './finding-lines.ts';
import { abbreviate, count, wrap } from './layout.ts';
import { isWarning, type Grouped } from '../view/common-causes.ts';
import type { RenderSettings } from './options.ts';
import type { Trouble } from '../view/breakdown.ts';
import { visible } from '../view/visible.ts';

/** So many findings are told in a line each; of more the ids are enough. */
const mostTold = 8;

/** What is wrong, in one sentence; what follows from it; and the smallest traffic that shows it. */
export function causeLines(group: Grouped, report: RunReport, settings: RenderSettings): readonly string[] {
  const { cause, failures, warnings } = group;
  const { colours, width, verbose } = settings;
  const detail = isWarning(group) ? 'warning' : 'failure';
  const paint = detail === 'failure' ? colours.red : colours.yellow;
  const mark = detail === 'failure' ? '✗' : '⚠';
  const [first = '', ...rest] = wrap(visible(cause.sentence), width - 2);
  return [
    `${paint(mark)} ${colours.bold(first)}`,
    ...rest.map((line) => `  ${colours.bold(line)}`),
    ...explainedLines(failures, warnings, settings),
    ...(verbose ? [] : exampleLines(detail === 'failure' ? failures : warnings, report, detail, settings)),
  ];
}

function explainedLines(
  failures: readonly Trouble[],
  warnings: readonly Trouble[],
  { colours, width, verbose }: RenderSettings,
): readonly string[] {
  const troubles = [...failures, ...warnings];
  if (troubles.length === 0) return [];
  const parts = [
    ...(failures.length > 0 ? [count(failures.length, 'failure')] : []),
    ...(warnings.length > 0 ? [count(warnings.length, 'warning')] : []),
  ];
  const where = verbose ? '' : ' (--verbose tells each in full)';
  return [
    `    explains ${parts.join(' and ')}${colours.dim(where)}:`,
    ...(troubles.length > mostTold
      ? wrap(troubles.map(({ requirement: { id } }) => id).join(' '), width - 6)
      : troubles.map(({ requirement: { id, statement } }) => abbreviate(`${id}  ${visible(statement)}`, width - 6))
    ).map((line) => `      ${line}`),
  ];
}

/** The finding with the smallest traffic stands for all. */
function exampleLines(
  troubles: readonly Trouble[],
  report: RunReport,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  const findings = troubles.flatMap(({ finding }) => (finding === undefined ? [] : [finding]));
  const [shown] = findings.toSorted(
    (left, right) =>
      Number(right.minimal) - Number(left.minimal) || left.reproduction.length - right.reproduction.length,
  );
  if (shown === undefined) return [];
  return [
    `    ${settings.colours.dim('for example')}`,
    ...findingLines(shown, report.header, detail, { ...settings, width: settings.width - 4 }).map(
      (line) => `    ${line}`,
    ),
  ];
}
