import type { RunReport } from '../../results/report.ts';
import { requirement, type Requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { breakdownOf, type Breakdown, type UnmetRequirement } from './breakdown.ts';
import { causeViews, type CauseView } from './cause-view.ts';
import { serverEndViews, type ServerEndView } from './server-end-view.ts';
import { summaryView, type SummaryView } from './summary-view.ts';

/** One finding, or several with one cause: what a report tells in one piece. */
export interface Section {
  readonly level: 'failure' | 'warning';
  /** The requirement's id; of a cause the first that follows from it. */
  readonly id: RequirementId;
  /** One sentence: what should hold, or what the cause is. */
  readonly title: string;
  /** The requirements whose findings it tells of. */
  readonly requirements: readonly RequirementId[];
  readonly about:
    | { readonly kind: 'cause'; readonly cause: CauseView }
    | { readonly kind: 'requirement'; readonly unmet: UnmetRequirement };
}

/** A run as every report tells it: what is wrong in the order in which a person needs it. */
export interface RunView {
  readonly report: RunReport;
  readonly requirementOf: (id: RequirementId) => Requirement;
  /** What does not hold, and what was not judged. */
  readonly breakdown: Breakdown;
  readonly causes: readonly CauseView[];
  /** What does not hold and follows from no cause. */
  readonly unexplained: Pick<Breakdown, 'failures' | 'warnings'>;
  /** Causes before single findings, failures before warnings. */
  readonly sections: readonly Section[];
  readonly summary: SummaryView;
  readonly serverEnds: readonly ServerEndView[];
}

/** Works out once what the reports have in common: those of one run are written one after the other. */
export function viewOf(report: RunReport, requirementOf: RunView['requirementOf'] = requirement): RunView {
  const known = views.get(report);
  const view = known?.requirementOf === requirementOf ? known : makeView(report, requirementOf);
  views.set(report, view);
  return view;
}

const views = new WeakMap<RunReport, RunView>();

function makeView(report: RunReport, requirementOf: RunView['requirementOf']): RunView {
  const breakdown = breakdownOf(report, requirementOf);
  const causes = causeViews(breakdown, report);
  const explained = new Set((report.footer.causes ?? []).flatMap(({ explains }) => explains));
  const isUnexplained = ({ requirement: { id } }: UnmetRequirement): boolean => !explained.has(id);
  const unexplained = {
    failures: breakdown.failures.filter(isUnexplained),
    warnings: breakdown.warnings.filter(isUnexplained),
  };
  return {
    report,
    requirementOf,
    breakdown,
    causes,
    unexplained,
    sections: sectionsOf(causes, unexplained),
    summary: summaryView(report, breakdown),
    serverEnds: serverEndViews(report),
  };
}

function sectionsOf(causes: readonly CauseView[], { failures, warnings }: RunView['unexplained']): readonly Section[] {
  const all = [
    ...causes.flatMap(causeSection),
    ...failures.map((unmet) => unmetSection(unmet, 'failure')),
    ...warnings.map((unmet) => unmetSection(unmet, 'warning')),
  ];
  return [...all.filter(({ level }) => level === 'failure'), ...all.filter(({ level }) => level === 'warning')];
}

/** None for a cause from which nothing in this report follows. */
function causeSection(cause: CauseView): readonly Section[] {
  const requirements = [...cause.failures, ...cause.warnings].map(({ requirement: { id } }) => id);
  const [id] = requirements;
  if (id === undefined) return [];
  return [{ level: cause.level, id, title: cause.sentence, requirements, about: { kind: 'cause', cause } }];
}

function unmetSection(unmet: UnmetRequirement, level: Section['level']): Section {
  const { id, statement } = unmet.requirement;
  return { level, id, title: statement, requirements: [id], about: { kind: 'requirement', unmet } };
}
