import type { Operation } from '../../traffic/operation.ts';
import { leftByQuickRun } from '../../judgements/verdict.ts';
import type { ClientDescription, RunHeader } from '../../results/line.ts';
import type { RunReport } from '../../results/report.ts';
import type { TargetVerdict } from '../../results/verdict.ts';
import { count, durationText } from './amounts.ts';
import { baselineView, type BaselineView } from './baseline-view.ts';
import type { Breakdown } from './breakdown.ts';
import { captureView, type CaptureView } from './capture-view.ts';
import { leftBehindView, type LeftBehindView } from './left-behind-view.ts';
import { visible } from './visible.ts';

/** The end of a report: the two figures, the verdict, and what the run took. */
export interface SummaryView {
  /** `52 of 54 exercised requirements hold; 54 of 96 could be exercised`: two figures, since neither means much alone. */
  readonly score: string;
  /** What a partial mock has not built, unless a cause tells it already. */
  readonly notOffered: readonly Operation[];
  /** What a client library cannot be asked is as much a result as what it does wrong. */
  readonly noSuchCall: readonly { readonly operation: string; readonly because: string }[];
  readonly expected: readonly ExpectedView[];
  readonly baseline: readonly BaselineView[];
  readonly verdict: TargetVerdict;
  /** What led to it, and what restricts it. */
  readonly reasons: readonly string[];
  /** Who was judged. */
  readonly subject: string;
  readonly apiVersion: RunHeader['apiVersion'];
  /** Of traffic that others made. */
  readonly capture?: CaptureView;
  /** Requests, time and seed, of a run of ours. */
  readonly effort?: string;
  readonly lag?: string;
  /** What the report no longer holds, since a server sent more than can be kept. */
  readonly notKept?: string;
  readonly leftBehind: LeftBehindView;
  readonly isOfReference: boolean;
}

/** A failure of a client library that was expected. */
export interface ExpectedView {
  readonly text: string;
  /** False where it no longer fails. */
  readonly isMet: boolean;
}

export function summaryView(report: RunReport, breakdown: Breakdown): SummaryView {
  const { header, footer } = report;
  const { capture } = header;
  const notKept = notKeptText(report);
  return {
    score: scoreText(report),
    notOffered: notOffered(report),
    noSuchCall: (footer.notExpressible ?? []).map(({ operation, because }) => ({
      operation: visible(operation),
      because: visible(because),
    })),
    expected: expectedViews(report),
    baseline: (footer.baseline ?? []).map(baselineView),
    verdict: footer.verdict,
    reasons: verdictReasons(report, breakdown),
    subject: subjectText(header),
    apiVersion: header.apiVersion,
    ...(capture === undefined ? { effort: effortText(report) } : { capture: captureView(capture) }),
    ...(footer.longestLag > 0 ? { lag: `reads lagged behind writes by up to ${durationText(footer.longestLag)}` } : {}),
    ...(notKept === undefined ? {} : { notKept }),
    leftBehind: leftBehindView(report),
    isOfReference: header.target.kind === 'reference',
  };
}

export function scoreText({ score: { holding, exercised, total } }: RunReport): string {
  return `${holding} of ${count(exercised, 'exercised requirement')} ${exercised === 1 ? 'holds' : 'hold'}; ${exercised} of ${total} could be exercised`;
}

function subjectText({ target: { kind, baseUrl, recorded }, client }: RunHeader): string {
  if (client !== undefined) return clientText(client);
  const isReference = kind === 'reference' || recorded?.provenance === 'reference';
  const server = isReference ? 'the embedded reference server' : visible(baseUrl);
  return recorded === undefined ? server : `a recording of ${server} of ${visible(recorded.startedAt.slice(0, 10))}`;
}

function clientText({ name, version, language, host }: ClientDescription): string {
  if (host === 'watched') return 'the program that called';
  return `${visible(name)} ${visible(version)}, ${visible(language)}, host ${host}`;
}

function verdictReasons(
  { header, footer: { stopped } }: RunReport,
  { failures, known, warnings, skipped }: Breakdown,
): readonly string[] {
  const failed =
    failures.length === 0
      ? []
      : [`${count(failures.length, 'requirement')} ${failures.length === 1 ? 'does' : 'do'} not hold`];
  const borne = known.length === 0 ? [] : [`${count(known.length, 'known failure')}, as the baseline has it`];
  const warned = warnings.length === 0 ? [] : [count(warnings.length, 'warning')];
  const chosen = skipped.some(({ because = '' }) => because.startsWith('not chosen'));
  const part = chosen ? ['only what was chosen was judged'] : [];
  const left = skipped.filter(({ because }) => because === leftByQuickRun).length;
  const quick =
    header.effort === 'quick'
      ? [left === 0 ? 'a quick run' : `a quick run, ${count(left, 'requirement')} left out`]
      : [];
  const excluded = skipped.filter(({ because = '' }) => because.startsWith('excluded')).length;
  const without = excluded === 0 ? [] : [`${count(excluded, 'requirement')} excluded`];
  return [
    ...failed,
    ...borne,
    ...warned,
    ...part,
    ...quick,
    ...without,
    ...(stopped === undefined ? [] : [visible(stopped)]),
  ];
}

function notOffered({ footer }: RunReport): readonly Operation[] {
  const { notOffered: all = [], causes = [] } = footer;
  const isSaid = (operation: Operation): boolean =>
    causes.some(({ fact }) =>
      fact.kind === 'operationFails' ? fact.operations.includes(operation) : fact.kind === 'sameAnswer',
    );
  return all.filter((operation) => !isSaid(operation));
}

function expectedViews({ footer: { expected = [] } }: RunReport): readonly ExpectedView[] {
  return expected.map(({ requirement, issue, fails }) => ({
    text: fails
      ? `${requirement} fails as expected: ${visible(issue)}`
      : `${requirement} is expected to fail and does not: take it out of the list (${visible(issue)})`,
    isMet: fails,
  }));
}

function effortText({ header, footer, cutOff }: RunReport): string {
  const seed = `seed ${header.seed}`;
  // A run that was cut off could not say what it took.
  if (cutOff === true) return seed;
  const { sent, throttled, shrinking, cleanUp } = footer.requests;
  const parts = [
    throttled > 0 ? `${throttled} throttled` : '',
    shrinking > 0 ? `${shrinking} shrinking` : '',
    cleanUp > 0 ? `${cleanUp} clean-up` : '',
  ].filter((part) => part !== '');
  const detail = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `${count(sent, 'request')}${detail} in ${durationText(footer.durationMs)}, ${seed}`;
}

function notKeptText({ footer: { notKept } }: RunReport): string | undefined {
  if (notKept === undefined) return undefined;
  const { texts, cases } = notKept;
  const parts = [
    ...(texts === 0
      ? []
      : [`of ${count(texts, 'text')} in answers, each of more than 20,000 characters, only the beginning is kept`]),
    ...(cases === 0 ? [] : [`${count(cases, 'case')} ended early, since the answers were more than is kept of one`]),
  ];
  return parts.join('; ');
}
