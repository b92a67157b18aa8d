import type { Cause } from '../../judgements/cause.ts';
import type { RunReport } from '../../results/report.ts';
import type { Standing, Trouble } from './breakdown.ts';

/** A cause with what it explains in this report. */
export interface Grouped {
  readonly cause: Cause;
  readonly failures: readonly Trouble[];
  readonly warnings: readonly Trouble[];
}

/** What a standing says once the troubles with a common cause are put under it. */
export interface GroupedStanding extends Standing {
  readonly groups: readonly Grouped[];
}

/** Puts the troubles that have a common cause under it; `failures` and `warnings` keep the others. */
export function grouped(standing: Standing, { footer: { causes = [] } }: RunReport): GroupedStanding {
  const explained = new Set(causes.flatMap(({ explains }) => explains));
  const isOpen = ({ requirement }: Trouble): boolean => !explained.has(requirement.id);
  const of = (troubles: readonly Trouble[], { explains }: Cause): readonly Trouble[] =>
    troubles.filter(({ requirement }) => explains.includes(requirement.id));
  return {
    ...standing,
    failures: standing.failures.filter(isOpen),
    warnings: standing.warnings.filter(isOpen),
    groups: causes.map((cause) => ({
      cause,
      failures: of(standing.failures, cause),
      warnings: of(standing.warnings, cause),
    })),
  };
}

/** True for a cause that explains nothing worse than warnings. */
export function isWarning({ failures, warnings }: Grouped): boolean {
  return failures.length === 0 && warnings.length > 0;
}
