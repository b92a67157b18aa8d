import type { RunReport } from '../../results/report.ts';
import { findingLines, headLines, type FindingDetail } from './finding-lines.ts';
import type { RunHeader } from '../../results/line.ts';
import type { AnyFinding } from '../../judgements/finding.ts';
import type { RenderSettings } from './options.ts';
import type { Trouble } from '../view/breakdown.ts';

/** All that is known of one requirement that does not hold. */
export function troubleLines(
  { requirement, finding }: Trouble,
  { header }: RunReport,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  if (finding !== undefined) return remembered(finding, header, detail, settings);
  return [...headLines(requirement, detail, [], settings), '    no reproduction was kept'];
}

interface Remembered {
  readonly header: RunHeader;
  readonly requirementOf: RenderSettings['requirementOf'];
  /** By detail, width, and how much is told. */
  readonly lines: Map<string, readonly string[]>;
}

/** Where no colours are wanted, several forms of one report show the same lines, and to make them is most of their work. */
const remember = new WeakMap<AnyFinding, Remembered>();

function remembered(
  finding: AnyFinding,
  header: RunHeader,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  const { colours, width, verbose, requirementOf } = settings;
  if (colours.red('x') !== 'x') return findingLines(finding, header, detail, settings);
  const known = remember.get(finding);
  const isSame = known?.header === header && known.requirementOf === requirementOf;
  const { lines } = known !== undefined && isSame ? known : { lines: new Map<string, readonly string[]>() };
  const key = `${detail} ${width} ${verbose}`;
  const told = lines.get(key) ?? findingLines(finding, header, detail, settings);
  lines.set(key, told);
  remember.set(finding, { header, requirementOf, lines });
  return told;
}
