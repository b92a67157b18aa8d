import { unusualEffort } from './view/effort.ts';
import type { RunReport } from '../results/report.ts';
import type { VerdictKind } from '../results/verdict.ts';
import { codeBlock, codeSpan, plainMarkdown } from './markup/markdown-text.ts';
import type { ReportOptions } from './text/options.ts';
import { sectionLines } from './text/section-lines.ts';
import { byReason } from './view/reasons.ts';
import { viewOf, type RunView, type Section } from './view/run-view.ts';

/** GitHub refuses a summary of more than 1 MiB as a whole; this leaves room for what other steps write. */
const mostBytes = 900 * 1024;
/** What has to be said where sections are left out. */
const roomForRest = 200;

const kinds: readonly VerdictKind[] = [
  'passed',
  'failed',
  'warned',
  'observed',
  'inconclusive',
  'skipped',
  'notExpressible',
];

/** The report as GitHub-flavoured Markdown, for a job summary or a comment: no text of a server is markup in it. */
export function renderMarkdown(report: RunReport, options: ReportOptions = {}): string {
  const view = viewOf(report, options.requirementOf);
  const head = [...headLines(view), ...openLines(view)];
  const sections = view.sections.map((section) => sectionText(section, options).join('\n'));
  return `${fitting(head.join('\n'), sections)}\n`;
}

/** Whole sections only: a code block that is cut in two would swallow what follows. */
function fitting(head: string, sections: readonly string[]): string {
  const taken = [head];
  let bytes = Buffer.byteLength(head) + roomForRest;
  for (const [index, section] of sections.entries()) {
    bytes += Buffer.byteLength(section) + 1;
    if (bytes > mostBytes)
      return [...taken, '', `And ${sections.length - index} more, which this summary has no room for.`].join('\n');
    taken.push(section);
  }
  return taken.join('\n');
}

function headLines({ report, breakdown, summary }: RunView): readonly string[] {
  const { header, footer, verdicts } = report;
  const effort = unusualEffort(header);
  const of = (kind: VerdictKind): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const told = kinds.filter((kind) => of(kind) > 0);
  return [
    `# timeCard conformance: ${footer.verdict}`,
    '',
    `${plainMarkdown(summary.score)}.`,
    '',
    `Judged: ${codeSpan(header.target.baseUrl)}, ${header.apiVersion}, seed ${header.seed}${effort === undefined ? '' : `, effort ${plainMarkdown(effort)}`}, suite ${codeSpan(header.suiteVersion)}.`,
    ...(footer.stopped === undefined ? [] : ['', `Stopped: ${plainMarkdown(footer.stopped)}.`]),
    '',
    '| verdict | requirements |',
    '| --- | ---: |',
    ...told.map((kind) => `| ${kind === 'notExpressible' ? 'not expressible' : kind} | ${of(kind)} |`),
    ...(breakdown.known.length === 0 ? [] : [`| of these known from the baseline | ${breakdown.known.length} |`]),
    ...baselineLines(summary),
  ];
}

function baselineLines({ baseline }: RunView['summary']): readonly string[] {
  if (baseline.length === 0) return [];
  return ['', '## Baseline', '', ...baseline.map((row) => `- ${plainMarkdown(row.text)}`)];
}

/** Requirements that a MUST leaves open keep a run from conforming; they are told by their reason. */
function openLines({ breakdown: { inconclusive } }: RunView): readonly string[] {
  if (inconclusive.length === 0) return [];
  const lines = [...byReason(inconclusive)].map(([reason, ids]) => `- ${plainMarkdown(reason)}: ${ids.join(', ')}`);
  return ['', '## Not decided', '', ...lines];
}

function sectionText(section: Section, options: ReportOptions): readonly string[] {
  const { level, title, id, requirements } = section;
  const more = requirements.length > 1 ? ` and ${requirements.length - 1} more` : '';
  return [
    '',
    `## ${level === 'failure' ? '❌' : '⚠️'} ${id}${more}`,
    '',
    plainMarkdown(title),
    '',
    '<details>',
    '<summary>What was seen, and how to see it again</summary>',
    '',
    ...codeBlock(sectionLines(section, options)),
    '',
    '</details>',
  ];
}
