import type { RunReport } from '../../results/report.ts';
import type { Breakdown, UnmetRequirement } from './breakdown.ts';
import { visible } from './visible.ts';

/** What is wrong with a server as a whole, and what of this report follows from it. */
export interface CauseView {
  readonly sentence: string;
  readonly failures: readonly UnmetRequirement[];
  readonly warnings: readonly UnmetRequirement[];
  /** A cause that explains nothing worse than warnings is none of a failure. */
  readonly level: 'failure' | 'warning';
  /** The one with the smallest traffic, which stands for all. */
  readonly example: UnmetRequirement | undefined;
}

/** The causes of a report, in the order in which the run names them. */
export function causeViews({ failures, warnings }: Breakdown, { footer }: RunReport): readonly CauseView[] {
  return (footer.causes ?? []).map(({ sentence, explains }) => {
    const explained = (all: readonly UnmetRequirement[]): readonly UnmetRequirement[] =>
      all.filter(({ requirement }) => explains.includes(requirement.id));
    const failing = explained(failures);
    const warned = explained(warnings);
    const level = failing.length === 0 && warned.length > 0 ? 'warning' : 'failure';
    return {
      sentence: visible(sentence),
      failures: failing,
      warnings: warned,
      level,
      example: smallest(level === 'failure' ? failing : warned),
    };
  });
}

function smallest(all: readonly UnmetRequirement[]): UnmetRequirement | undefined {
  const [first] = all
    .flatMap(({ requirement, finding }) => (finding === undefined ? [] : [{ requirement, finding }]))
    .toSorted(
      ({ finding: left }, { finding: right }) =>
        Number(right.isMinimal) - Number(left.isMinimal) || left.requests.length - right.requests.length,
    );
  return first;
}
