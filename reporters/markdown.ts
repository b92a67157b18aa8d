import type { RunReport } from '../results/report.ts';
import type { VerdictKind } from '../results/verdict.ts';
import { baselineText } from './text/baseline-lines.ts';
import { codeBlock, codeSpan, plainMarkdown } from './markup/markdown-text.ts';
import type { ReportOptions } from './text/options.ts';
import { scoreText } from './text/summary-lines.ts';
import { reasonText } from './text/unjudged-lines.ts';
import { viewOf, type Section, type View } from './view/run-view.ts';

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
  const view = viewOf(report, options);
  const head = [...headLines(view), ...openLines(view)];
  const sections = view.sections.map((section) => sectionLines(section).join('\n'));
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

function headLines({ report, standing }: View): readonly string[] {
  const { header, footer, verdicts } = report;
  const of = (kind: VerdictKind): number => verdicts.filter((verdict) => verdict.kind === kind).length;
  const told = kinds.filter((kind) => of(kind) > 0);
  return [
    `# timeCard conformance: ${footer.verdict}`,
    '',
    `${plainMarkdown(scoreText(report))}.`,
    '',
    `Judged: ${codeSpan(header.target.baseUrl)}, ${header.apiVersion}, seed ${header.seed}, suite ${codeSpan(header.suiteVersion)}.`,
    ...(footer.stopped === undefined ? [] : ['', `Stopped: ${plainMarkdown(footer.stopped)}.`]),
    '',
    '| verdict | requirements |',
    '| --- | ---: |',
    ...told.map((kind) => `| ${kind === 'notExpressible' ? 'not expressible' : kind} | ${of(kind)} |`),
    ...(standing.known.length === 0 ? [] : [`| of these known from the baseline | ${standing.known.length} |`]),
    ...baselineLines(report),
  ];
}

function baselineLines({ footer: { baseline = [] } }: RunReport): readonly string[] {
  if (baseline.length === 0) return [];
  return ['', '## Baseline', '', ...baseline.map((row) => `- ${plainMarkdown(baselineText(row))}`)];
}

/** Requirements that a MUST leaves open keep a run from conforming; they are told by their reason. */
function openLines({ standing: { inconclusive } }: View): readonly string[] {
  if (inconclusive.length === 0) return [];
  const reasons = new Map<string, string[]>();
  for (const verdict of inconclusive) {
    const reason = reasonText(verdict);
    reasons.set(reason, [...(reasons.get(reason) ?? []), verdict.requirement]);
  }
  const lines = [...reasons].map(([reason, ids]) => `- ${plainMarkdown(reason)}: ${ids.join(', ')}`);
  return ['', '## Not decided', '', ...lines];
}

function sectionLines({ level, title, lines, id, requirements }: Section): readonly string[] {
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
    ...codeBlock(lines),
    '',
    '</details>',
  ];
}
