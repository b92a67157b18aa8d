import { requirements, type Requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { knownFailures } from '../../results/baseline.ts';
import type { RunReport } from '../../results/report.ts';
import type { VerdictKind } from '../../results/verdict.ts';

/** One of several runs, with what tells it from the others. */
export interface Column {
  /** As it was given: the file. */
  readonly name: string;
  readonly report: RunReport;
}

/** What one run says of a requirement; `absent` where it has no verdict on it, such as one of the other API version. */
export type CellKind = VerdictKind | 'known' | 'absent';

export interface Row {
  readonly requirement: Requirement;
  readonly cells: readonly CellKind[];
}

/** Several runs beside each other. No verdict is made of theirs: they may be of different servers, versions or people. */
export interface SideBySide {
  readonly columns: readonly Column[];
  /** What does not hold in at least one of them. */
  readonly failing: readonly Row[];
  /** What holds wherever it was judged, and was not judged in all of them. */
  readonly uneven: readonly Row[];
  /** How many requirements all runs judge alike. */
  readonly alike: number;
}

const failing: ReadonlySet<CellKind> = new Set(['failed', 'warned', 'known']);

/** Puts runs beside each other, in the order in which they were given. */
export function sideBySide(columns: readonly Column[]): SideBySide {
  const kinds = columns.map(({ report }) => kindsOf(report));
  const rows = requirements.flatMap((requirement): readonly Row[] => {
    const cells = kinds.map((of) => of.get(requirement.id) ?? 'absent');
    return cells.every((cell) => cell === 'absent') ? [] : [{ requirement, cells }];
  });
  const fails = ({ cells }: Row): boolean => cells.some((cell) => failing.has(cell));
  const isUneven = ({ cells }: Row): boolean => new Set(cells).size > 1;
  return {
    columns,
    failing: rows.filter(fails),
    uneven: rows.filter((row) => !fails(row) && isUneven(row)),
    alike: rows.filter((row) => !fails(row) && !isUneven(row)).length,
  };
}

function kindsOf({ verdicts, footer }: RunReport): ReadonlyMap<RequirementId, CellKind> {
  const known = knownFailures(footer.baseline ?? []);
  return new Map(
    verdicts.map(({ requirement, kind }) => [
      requirement,
      known.has(requirement) && (kind === 'failed' || kind === 'warned') ? 'known' : kind,
    ]),
  );
}
