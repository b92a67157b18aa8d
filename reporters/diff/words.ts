import type { DifferenceClass } from '../../results/diff/difference-class.ts';
import type { Diff, DifferenceGroup } from '../../results/diff/difference.ts';
import { count } from '../view/amounts.ts';

/** How each class is called in a heading. */
export const headings: Readonly<Record<DifferenceClass, string>> = {
  breaking: 'Breaking',
  risky: 'Risky',
  disputed: 'Disputed',
  loosened: 'Loosened',
  unknown: 'Unknown',
  compatible: 'Compatible',
  fixed: 'Fixed',
  notComparable: 'Not comparable',
};

/** `2 breaking, 1 risky`; what there is none of is not told. */
function countsText({ counts }: Diff): string {
  const told = Object.entries(counts).filter(([, amount]) => amount > 0);
  return told.map(([name, amount]) => `${amount} ${headings[name as DifferenceClass].toLowerCase()}`).join(', ');
}

/** The one sentence that answers what changed. */
export function verdictOfDiff(diff: Diff): string {
  if (diff.compared === 0)
    return 'Nothing could be compared: the runs have no judged requirement and no fact in common.';
  const compared = `${count(diff.compared, 'verdict and fact', 'verdicts and facts')} compared`;
  const { notComparable, ...counts } = diff.counts;
  const hidden = diff.hidden.length === 0 ? '' : `, ${diff.hidden.length} hidden by --severities`;
  if (Object.values(counts).every((amount) => amount === 0)) {
    const what = diff.hidden.length === 0 ? 'No difference in behaviour' : 'No difference in behaviour is left';
    return `${what} (${compared}${hidden}).`;
  }
  return `${countsText({ ...diff, counts: { ...diff.counts, notComparable: 0 } })} (${compared}${hidden}).`;
}

/** What only one run tried is chance or choice: it is counted, and listed where everything is asked for. */
export function toldGroups({ groups }: Diff, verbose: boolean): readonly DifferenceGroup[] {
  return verbose ? groups : groups.filter((group) => group.class !== 'notComparable');
}
