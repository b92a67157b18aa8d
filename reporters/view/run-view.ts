import type { RunReport } from '../../results/report.ts';
import { causeLines } from '../text/cause-lines.ts';
import { grouped, isWarning, type GroupedStanding } from './common-causes.ts';
import { noColours, settingsOf, type RenderSettings, type ReportOptions } from '../text/options.ts';
import { standingOf, type Standing, type Trouble } from './breakdown.ts';
import { troubleLines } from '../text/section-lines.ts';
import { visible } from './visible.ts';

/** One finding, or several with one cause, as every report shows it. */
export interface Section {
  readonly level: 'failure' | 'warning';
  /** The requirement's id; of a cause the first that follows from it. */
  readonly id: string;
  /** One sentence: what should hold, or what the cause is. */
  readonly title: string;
  /** The requirements whose findings it tells of. */
  readonly requirements: readonly string[];
  /** The text of the terminal report, line by line, safe to print. */
  readonly lines: readonly string[];
}

/** A run as every report tells it: what is wrong in the order in which a person needs it. */
export interface View {
  readonly report: RunReport;
  readonly standing: Standing;
  readonly settings: RenderSettings;
  readonly sections: readonly Section[];
}

/** Works out once what the reports have in common; causes come before single findings, failures before warnings. */
export function viewOf(report: RunReport, options: ReportOptions = {}): View {
  const settings = { ...settingsOf(options), colours: noColours, width: 100 };
  const known = views.get(report);
  const isSame =
    known?.settings.verbose === settings.verbose && known.settings.requirementOf === settings.requirementOf;
  const view = known !== undefined && isSame ? known : madeView(report, settings);
  views.set(report, view);
  return view;
}

/** The reports of one run are written one after the other, and with many findings the view is most of their work. */
const views = new WeakMap<RunReport, View>();

function madeView(report: RunReport, settings: RenderSettings): View {
  const standing = standingOf(report, settings.requirementOf);
  const sections = sectionsOf(grouped(standing, report), report, settings);
  return { report, standing, settings, sections };
}

function sectionsOf(standing: GroupedStanding, report: RunReport, settings: RenderSettings): readonly Section[] {
  const causes = standing.groups.flatMap((group): readonly Section[] => {
    const requirements = [...group.failures, ...group.warnings].map(({ requirement: { id } }) => id);
    const [id] = requirements;
    if (id === undefined) return [];
    const level = isWarning(group) ? 'warning' : 'failure';
    return [
      { level, id, title: visible(group.cause.sentence), requirements, lines: causeLines(group, report, settings) },
    ];
  });
  const single = (level: Section['level'], troubles: readonly Trouble[]): readonly Section[] =>
    troubles.map((trouble) => ({
      level,
      id: trouble.requirement.id,
      title: trouble.requirement.statement,
      requirements: [trouble.requirement.id],
      lines: troubleLines(trouble, report, level, settings),
    }));
  const all = [...causes, ...single('failure', standing.failures), ...single('warning', standing.warnings)];
  return [...all.filter(({ level }) => level === 'failure'), ...all.filter(({ level }) => level === 'warning')];
}
