import { unusualEffort } from './view/effort.ts';
import type { RunReport } from '../results/report.ts';
import { exitCodes } from '../results/exit-code.ts';
import { htmlElement as element, htmlPage, htmlText as text } from './markup/html-page.ts';
import type { ReportOptions } from './text/options.ts';
import { sectionLines } from './text/section-lines.ts';
import { sourceLines } from './text/source-lines.ts';
import { reasonText } from './view/reasons.ts';
import { viewOf, type RunView, type Section } from './view/run-view.ts';
import { visibleJson } from './view/visible.ts';

/**
 * One HTML page that needs nothing else: no script, no font, no network. Each requirement has an anchor of its own, such as
 * `report.html#TC-CLOCKOUT-003`. Well-formed as XML, too.
 */
export function renderHtml(report: RunReport, options: ReportOptions = {}): string {
  const view = viewOf(report, options.requirementOf);
  const title = `timeCard conformance: ${report.footer.verdict}`;
  const body = [
    ...summary(view),
    ...findings(view, options),
    ...baseline(view),
    element('h2', { id: 'requirements' }, ['Requirements']),
    coverage(view),
    ...observations(report),
  ];
  return htmlPage(title, body);
}

function summary({ report, summary: { score } }: RunView): readonly string[] {
  const { header, footer } = report;
  const effort = unusualEffort(header);
  const facts: readonly (readonly [string, string])[] = [
    ['Judged', header.target.baseUrl],
    ['API version', header.apiVersion],
    ...(header.capture === undefined
      ? [['Seed', `${header.seed}`] as const]
      : [['File', header.capture.file] as const]),
    ['Suite', header.suiteVersion],
    ['Begun', header.startedAt],
    ['Requests', `${footer.requests.sent}`],
    ...(effort === undefined ? [] : [['Effort', effort] as const]),
    ...(footer.stopped === undefined ? [] : [['Stopped', footer.stopped] as const]),
  ];
  const isGreen = footer.exitCode === exitCodes.conforming;
  return [
    element('p', { class: `verdict ${isGreen ? 'conforming' : footer.verdict}` }, [
      element('strong', {}, [text(footer.verdict)]),
      ` ${text(score)}.`,
    ]),
    element(
      'dl',
      {},
      facts.flatMap(([name, value]) => [element('dt', {}, [text(name)]), element('dd', {}, [text(value)])]),
    ),
  ];
}

function findings({ sections, report, requirementOf }: RunView, options: ReportOptions): readonly string[] {
  if (sections.length === 0)
    return [
      element('p', {}, [report.score.exercised > 0 ? 'Nothing that was exercised fails.' : 'Nothing was judged.']),
    ];
  const listed = sections.map((section, index) => sectionHtml(section, index, requirementOf, options));
  return [element('h2', { id: 'findings' }, ['Findings']), ...listed];
}

function sectionHtml(
  section: Section,
  index: number,
  requirementOf: RunView['requirementOf'],
  options: ReportOptions,
): string {
  const { level, id, title, requirements } = section;
  const more = requirements.length > 1 ? ` and ${requirements.length - 1} more` : '';
  const sources = sourceLines(requirementOf(id), { width: 1000, all: true, quote: true });
  return element('section', { class: level, id: `finding-${index + 1}` }, [
    element('h3', {}, [element('a', { href: `#${id}` }, [text(`${id}${more}`)]), ` ${text(title)}`]),
    element('details', { open: 'open' }, [
      element('summary', {}, ['What was seen, and how to see it again']),
      element('pre', { tabindex: '0' }, [sectionLines(section, options).map(text).join('\n')]),
    ]),
    element('details', {}, [
      element('summary', {}, ['Sources']),
      element(
        'ul',
        {},
        sources.map((line) => element('li', {}, [text(line.trim())])),
      ),
    ]),
  ]);
}

function baseline({ summary: { baseline: rows } }: RunView): readonly string[] {
  if (rows.length === 0) return [];
  const items = rows.map((row) => element('li', {}, [text(row.text)]));
  return [element('h2', { id: 'baseline' }, ['Baseline']), element('ul', {}, items)];
}

function coverage({ report, requirementOf }: RunView): string {
  const cells = (name: 'td' | 'th', values: readonly string[]): string =>
    element(
      'tr',
      {},
      values.map((value) => element(name, name === 'th' ? { scope: 'col' } : {}, [value])),
    );
  const rows = report.verdicts.map((verdict) => {
    const { id, level, statement } = requirementOf(verdict.requirement);
    const why = verdict.because === undefined ? '' : ` (${reasonText(verdict)})`;
    return element('tr', { id, class: verdict.kind }, [
      element('td', {}, [element('a', { href: `#${id}` }, [text(id)])]),
      element('td', {}, [text(level)]),
      element('td', {}, [text(`${verdict.kind === 'notExpressible' ? 'not expressible' : verdict.kind}${why}`)]),
      element('td', {}, [`${verdict.violated} / ${verdict.exercised}`]),
      element('td', {}, [text(statement)]),
    ]);
  });
  const heading = cells('th', ['Requirement', 'Level', 'Verdict', 'Violated / exercised', 'Statement']);
  const table = element('table', {}, [element('thead', {}, [heading]), element('tbody', {}, rows)]);
  return element('section', { class: 'wide', tabindex: '0', 'aria-label': 'Requirements' }, [table]);
}

function observations({ observations: rows }: RunReport): readonly string[] {
  if (rows.length === 0) return [];
  const items = rows.map(({ requirement, observation, count }) =>
    element('li', {}, [text(`${requirement} ${observation.subject}: ${visibleJson(observation.value)} (×${count})`)]),
  );
  return [
    element('h2', { id: 'observations' }, ['Observed']),
    element('details', {}, [
      element('summary', {}, [`${rows.length} facts that no document settles`]),
      element('ul', {}, items),
    ]),
  ];
}
