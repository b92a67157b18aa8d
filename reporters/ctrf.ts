import { unusualEffort } from './view/effort.ts';
import { createHash } from 'node:crypto';
import type { RunReport } from '../results/report.ts';
import type { Verdict } from '../results/verdict.ts';
import { sorted } from '../results/serialise.ts';
import type { ReportOptions } from './text/options.ts';
import { sectionLines } from './text/section-lines.ts';
import { viewOf, type RunView } from './view/run-view.ts';
import { visible } from './view/visible.ts';

type CtrfStatus = 'passed' | 'failed' | 'skipped' | 'pending' | 'other';

/**
 * CTRF, the Common Test Report Format (ctrf.io): a test per requirement. What CTRF has no word for keeps ours as `rawStatus`;
 * the exit code, which alone says whether the run is green, is in `summary.extra`.
 */
export function renderCtrf(report: RunReport, options: ReportOptions = {}): string {
  const view = viewOf(report, options.requirementOf);
  const { header, footer, verdicts } = report;
  const tests = verdicts.map((verdict) => testOf(verdict, view, options));
  const effort = unusualEffort(header);
  const start = Date.parse(header.startedAt);
  const of = (status: CtrfStatus): number => tests.filter((test) => test.status === status).length;
  const document = {
    reportFormat: 'CTRF',
    specVersion: '0.0.0',
    results: {
      tool: { name: 'timecard-conformance', version: visible(header.suiteVersion) },
      summary: {
        tests: tests.length,
        passed: of('passed'),
        failed: of('failed'),
        skipped: of('skipped'),
        pending: of('pending'),
        other: of('other'),
        start,
        stop: start + footer.durationMs,
        extra: {
          verdict: footer.verdict,
          exitCode: footer.exitCode,
          score: view.summary.score,
          ...(footer.stopped === undefined ? {} : { stopped: visible(footer.stopped) }),
        },
      },
      tests,
      extra: {
        target: visible(header.target.baseUrl),
        apiVersion: header.apiVersion,
        seed: header.seed,
        ...(effort === undefined ? {} : { effort }),
      },
    },
  };
  return `${JSON.stringify(sorted(document), null, 2)}\n`;
}

function testOf(
  { requirement: id, kind, because }: Verdict,
  { breakdown, sections, requirementOf }: RunView,
  options: ReportOptions,
) {
  const { statement, level, provenance } = requirementOf(id);
  const section = sections.find(({ requirements }) => requirements.includes(id));
  const isKnown = breakdown.known.some(({ requirement }) => requirement.id === id);
  const isFailure = breakdown.failures.some(({ requirement }) => requirement.id === id);
  return {
    id: uuidOf(id),
    name: `${id} ${statement}`,
    status: isFailure ? ('failed' as const) : statusOf(kind, isKnown),
    rawStatus: isKnown ? 'known failure' : kind,
    duration: 0,
    suite: [id.split('-').slice(0, 2).join('-')],
    labels: { level, provenance },
    ...(because === undefined ? {} : { message: visible(because) }),
    ...(section === undefined
      ? {}
      : { message: visible(section.title), trace: sectionLines(section, options).join('\n') }),
  };
}

/** A failure that the baseline bears is no failure of the run, and no success either. */
function statusOf(kind: Verdict['kind'], isKnown: boolean): CtrfStatus {
  if (isKnown) return 'other';
  switch (kind) {
    case 'passed':
      return 'passed';
    case 'failed':
      return 'failed';
    case 'warned':
    case 'observed':
      return 'other';
    case 'skipped':
    case 'notExpressible':
      return 'skipped';
    case 'inconclusive':
      return 'pending';
  }
}

/** A UUID of version 8 (RFC 9562) that is always the same for one requirement: readers follow a test from run to run by it. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(`graph-timecard-conformance ${id}`).digest('hex');
  const variant = ((Number.parseInt(hex.charAt(16), 16) % 4) + 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
