import { unusualEffort } from './view/effort.ts';
import type { Level } from '../specs/requirement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { exitCodes } from '../results/exit-code.ts';
import type { RunReport } from '../results/report.ts';
import type { Verdict } from '../results/verdict.ts';
import { element, xmlText } from './markup/xml.ts';
import { unmetLines } from './text/finding-lines.ts';
import { noColours, settingsOf, type RenderSettings, type ReportOptions } from './text/options.ts';
import { baselineText } from './view/baseline-view.ts';
import type { UnmetRequirement } from './view/breakdown.ts';
import { reasonText } from './view/reasons.ts';
import { viewOf, type RunView } from './view/run-view.ts';
import { visible, visibleJson } from './view/visible.ts';

/** What a JUnit reader tells apart. */
type CaseKind = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly kind: CaseKind;
  readonly xml: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/**
 * JUnit XML: one suite per group of requirements, one test case per requirement. A failure carries the text of the
 * terminal report. What keeps a run from a verdict is an error, so that no CI shows it green; and where the run ends with 0
 * there is neither.
 */
export function renderJunit(report: RunReport, options: ReportOptions = {}): string {
  const settings = { ...settingsOf(options), colours: noColours };
  const view = viewOf(report, settings.requirementOf);
  const suites = [...requirementSuites(view, settings), ...baselineSuite(report), ...runSuite(report)];
  // The schema that the xunit plugin of Jenkins goes by has no number of skipped cases here, and refuses the file for it.
  const { skipped: _, ...counts } = tally(suites.flatMap(({ cases }) => cases));
  const root = element(
    'testsuites',
    { name: 'timecard-conformance', ...counts, time: report.footer.durationMs / 1000 },
    ['\n', ...suites.map((suite) => suiteXml(suite, view))],
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function requirementSuites(view: RunView, settings: RenderSettings): readonly Suite[] {
  const { report } = view;
  const ids = new Set([
    ...report.verdicts.map(({ requirement }) => requirement),
    ...report.findings.map(({ requirement }) => requirement),
  ]);
  const groups = new Map<string, Case[]>();
  for (const id of ids) {
    const group = id.split('-').slice(0, 2).join('-');
    groups.set(group, [...(groups.get(group) ?? []), caseOf(id, view, settings)]);
  }
  return [...groups].map(([name, cases]) => ({ name, cases }));
}

function caseOf(id: RequirementId, { report, breakdown }: RunView, settings: RenderSettings): Case {
  const { statement, level } = settings.requirementOf(id);
  const attributes = { name: `${id} ${statement}`, classname: id.split('-').slice(0, 2).join('-'), time: 0 };
  const isOf = ({ requirement }: UnmetRequirement): boolean => requirement.id === id;
  const failure = breakdown.failures.find(isOf);
  const warning = breakdown.warnings.find(isOf);
  const verdict = report.verdicts.find(({ requirement }) => requirement === id);
  const known = breakdown.known.some(isOf)
    ? (report.footer.baseline ?? []).find((row) => row.requirement === id)
    : undefined;
  if (known !== undefined) {
    const content = [element('skipped', { message: baselineText(known) })];
    return { kind: 'skipped', xml: element('testcase', attributes, content) };
  }
  const [kind, content] =
    failure === undefined
      ? unfailed(warning, verdict, level, report, settings)
      : failed(failure, level, report, settings);
  return { kind, xml: element('testcase', attributes, content) };
}

function failed(
  unmet: UnmetRequirement,
  level: string,
  report: RunReport,
  settings: RenderSettings,
): [CaseKind, string[]] {
  const text = [...commonCause(unmet, report), ...unmetLines(unmet, 'failure', settings)].join('\n');
  const message = messageOf(unmet);
  return ['failure', [element('failure', { message, type: level }, [xmlText(`\n${text}\n`)])]];
}

/** What the finding has in common with others, in front of what is its own. */
function commonCause(
  { requirement: { id } }: UnmetRequirement,
  { footer: { causes = [] } }: RunReport,
): readonly string[] {
  const cause = causes.find(({ explains }) => explains.includes(id));
  return cause === undefined
    ? []
    : [`${visible(cause.sentence)} (one of ${cause.explains.length} findings with this cause)`];
}

/** One line for the list of failures that every CI shows. */
function messageOf({ finding }: UnmetRequirement): string {
  if (finding === undefined) return 'does not hold';
  return `${finding.place}: expected ${finding.expected}, actual ${finding.actual}`;
}

function unfailed(
  warning: UnmetRequirement | undefined,
  verdict: Verdict | undefined,
  level: Level,
  report: RunReport,
  settings: RenderSettings,
): [CaseKind, string[]] {
  if (warning !== undefined) {
    const text = [...commonCause(warning, report), ...unmetLines(warning, 'warning', settings)].join('\n');
    return ['passed', [element('system-out', {}, [xmlText(`\n${text}\n`)])]];
  }
  if (verdict === undefined) return ['passed', []];
  const because = reasonText(verdict);
  switch (verdict.kind) {
    case 'skipped':
    case 'notExpressible':
      return ['skipped', [element('skipped', { message: because })]];
    case 'inconclusive':
      // Only a MUST that is left open keeps a run from conforming; see `targetVerdict`.
      return level === 'MUST'
        ? ['error', [element('error', { message: because, type: 'inconclusive' })]]
        : ['skipped', [element('skipped', { message: `inconclusive: ${because}` })]];
    case 'observed':
      return ['passed', observedXml(verdict.requirement, report)];
    case 'passed':
    case 'failed':
    case 'warned':
      return ['passed', []];
  }
}

function observedXml(id: RequirementId, { observations }: RunReport): string[] {
  const facts = observations
    .filter(({ requirement }) => requirement === id)
    .map(({ observation, count }) => `${visible(observation.subject)}: ${visibleJson(observation.value)} (×${count})`);
  return facts.length === 0 ? [] : [element('system-out', {}, [xmlText(`\n${facts.join('\n')}\n`)])];
}

/** An entry that no longer fails keeps the run from being green, and no requirement is at fault. */
function baselineSuite({ footer: { baseline = [] } }: RunReport): readonly Suite[] {
  const stale = baseline.filter(({ standing }) => standing === 'stale');
  if (stale.length === 0) return [];
  const cases = stale.map((row): Case => {
    const failure = element('failure', { message: baselineText(row), type: 'baseline' });
    const name = `The baseline is right about ${row.requirement}`;
    return { kind: 'failure', xml: element('testcase', { name, classname: 'baseline', time: 0 }, [failure]) };
  });
  return [{ name: 'baseline', cases }];
}

/** A run that came to no verdict must not look green only because every case that it got to is. */
function runSuite({ footer }: RunReport): readonly Suite[] {
  if (footer.exitCode === exitCodes.conforming || (footer.verdict === 'nonconforming' && footer.stopped === undefined))
    return [];
  const message = visible(footer.stopped ?? 'not enough could be judged');
  const xml = element('testcase', { name: 'The run comes to a verdict', classname: 'run', time: 0 }, [
    element('error', { message, type: 'inconclusive' }),
  ]);
  return [{ name: 'run', cases: [{ kind: 'error', xml }] }];
}

function tally(cases: readonly Case[]): Readonly<Record<string, number>> {
  const of = (kind: CaseKind): number => cases.filter((each) => each.kind === kind).length;
  return { tests: cases.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
}

function suiteXml({ name, cases }: Suite, view: RunView): string {
  const attributes = { name, ...tally(cases), time: 0, timestamp: view.report.header.startedAt };
  const inner = [`    ${propertiesXml(view)}\n`, ...cases.map(({ xml }) => `    ${xml}\n`)];
  return `  ${element('testsuite', attributes, ['\n', ...inner, '  '])}\n`;
}

/** What shaped the run, in the one place that JUnit has for it. */
function propertiesXml({ report: { header }, summary }: RunView): string {
  const effort = unusualEffort(header);
  const properties = {
    target: visible(header.target.baseUrl),
    apiVersion: header.apiVersion,
    ...(header.capture === undefined ? { seed: header.seed } : { file: visible(header.capture.file) }),
    ...(effort === undefined ? {} : { effort }),
    suiteVersion: header.suiteVersion,
    score: summary.score,
  };
  const written = Object.entries(properties).map(([name, value]) => element('property', { name, value }));
  return element('properties', {}, written);
}
