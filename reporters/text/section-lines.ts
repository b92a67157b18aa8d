import type { RunReport } from '../../results/report.ts';
import { findingLines, headLines, type FindingDetail } from './finding-lines.ts';
import type { RenderSettings } from './options.ts';
import type { Trouble } from '../view/breakdown.ts';

/** All that is known of one requirement that does not hold. */
export function troubleLines(
  { requirement, finding }: Trouble,
  { header }: RunReport,
  detail: FindingDetail,
  settings: RenderSettings,
): readonly string[] {
  if (finding !== undefined) return findingLines(finding, header, detail, settings);
  return [...headLines(requirement, detail, [], settings), '    no reproduction was kept'];
}
