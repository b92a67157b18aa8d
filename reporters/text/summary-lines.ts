import type { Operation } from '../../traffic/operation.ts';
import type { ClientDescription } from '../../results/line.ts';
import type { RunReport } from '../../results/report.ts';
import { count, duration, wrap } from './layout.ts';
import { leftBehindLines } from './left-behind-lines.ts';
import { baselineLines } from './baseline-lines.ts';
import type { Colours, RenderSettings } from './options.ts';
import { captureLines } from './capture-lines.ts';
import type { Standing } from '../view/breakdown.ts';
import { visible } from '../view/visible.ts';

/** The end of the report: the two figures, the verdict, and what the run took. */
export function summaryLines(report: RunReport, standing: Standing, settings: RenderSettings): readonly string[] {
  const { colours, files } = settings;
  const { header, footer } = report;
  return [
    scoreText(report),
    ...notOfferedLines(report, colours),
    ...noSuchCallLines(report, colours),
    ...expectedLines(report, colours),
    ...baselineLines(report, settings),
    verdictText(report, standing, colours),
    ...captureLines(report, colours),
    ...(header.capture === undefined ? [colours.dim([...effort(report), `seed ${header.seed}`].join(', '))] : []),
    ...(footer.longestLag > 0
      ? [colours.dim(`reads lagged behind writes by up to ${duration(footer.longestLag)}`)]
      : []),
    ...notKeptLines(report, settings),
    ...leftBehindLines(report, settings),
    ...(files.length > 0 ? [colours.dim(`reports: ${files.map(visible).join(', ')}`)] : []),
    ...(header.target.kind === 'reference' ? ['judged: the embedded reference server; --base-url judges yours'] : []),
  ];
}

/** `52 of 54 exercised requirements hold; 54 of 96 could be exercised`: two figures, since neither means much alone. */
export function scoreText({ score: { holding, exercised, total } }: RunReport): string {
  return `${holding} of ${count(exercised, 'exercised requirement')} ${exercised === 1 ? 'holds' : 'hold'}; ${exercised} of ${total} could be exercised`;
}

function verdictText({ header, footer }: RunReport, standing: Standing, colours: Colours): string {
  const paint = { conforming: colours.green, nonconforming: colours.red, inconclusive: colours.yellow }[footer.verdict];
  const where = whereText(header);
  const reason = verdictReason(footer.stopped, standing);
  return `${paint(colours.bold(footer.verdict))}${reason === '' ? '' : `: ${reason}`} ${colours.dim(`(${where}, ${header.apiVersion})`)}`;
}

function whereText({ target: { kind, baseUrl, recorded }, client }: RunReport['header']): string {
  if (client !== undefined) return clientText(client);
  const isReference = kind === 'reference' || recorded?.provenance === 'reference';
  const server = isReference ? 'the embedded reference server' : visible(baseUrl);
  return recorded === undefined ? server : `a recording of ${server} of ${visible(recorded.startedAt.slice(0, 10))}`;
}

function clientText({ name, version, language, host }: ClientDescription): string {
  if (host === 'watched') return 'the program that called';
  return `${visible(name)} ${visible(version)}, ${visible(language)}, host ${host}`;
}

function verdictReason(stopped: string | undefined, { failures, known, warnings, skipped }: Standing): string {
  const failed =
    failures.length === 0
      ? []
      : [`${count(failures.length, 'requirement')} ${failures.length === 1 ? 'does' : 'do'} not hold`];
  const borne = known.length === 0 ? [] : [`${count(known.length, 'known failure')}, as the baseline has it`];
  const warned = warnings.length === 0 ? [] : [count(warnings.length, 'warning')];
  const chosen = skipped.some(({ because = '' }) => because.startsWith('not chosen'));
  const part = chosen ? ['only what was chosen was judged'] : [];
  const excluded = skipped.filter(({ because = '' }) => because.startsWith('excluded')).length;
  const without = excluded === 0 ? [] : [`${count(excluded, 'requirement')} excluded`];
  return [
    ...failed,
    ...borne,
    ...warned,
    ...part,
    ...without,
    ...(stopped === undefined ? [] : [visible(stopped)]),
  ].join(', ');
}

/** What a partial mock has not built is said once: beside the figures that it lowers, unless it is a cause of findings. */
function notOfferedLines({ footer }: RunReport, colours: Colours): readonly string[] {
  const { notOffered = [], causes = [] } = footer;
  const isSaid = (operation: Operation): boolean =>
    causes.some(({ fact }) =>
      fact.kind === 'operationFails' ? fact.operations.includes(operation) : fact.kind === 'sameAnswer',
    );
  const unsaid = notOffered.filter((operation) => !isSaid(operation));
  if (unsaid.length === 0) return [];
  return [colours.yellow(`not offered (404, 405 or 501): ${unsaid.join(', ')}; what needs them is not judged`)];
}

/** What a client library cannot be asked is as much a result as what it does wrong. */
function noSuchCallLines({ footer: { notExpressible = [] } }: RunReport, colours: Colours): readonly string[] {
  if (notExpressible.length === 0) return [];
  return [
    colours.yellow('the library has no call for:'),
    ...notExpressible.map(({ operation, because }) => `  ${visible(operation)}: ${visible(because)}`),
  ];
}

function expectedLines({ footer: { expected = [] } }: RunReport, colours: Colours): readonly string[] {
  return expected.map(({ requirement, issue, fails }) =>
    fails
      ? colours.dim(`${requirement} fails as expected: ${visible(issue)}`)
      : colours.red(`${requirement} is expected to fail and does not: take it out of the list (${visible(issue)})`),
  );
}

/** What a run took; nothing where the run was cut off before it could say. */
function effort({ footer, cutOff }: RunReport): readonly string[] {
  if (cutOff === true) return [];
  const { sent, throttled, shrinking, cleanUp } = footer.requests;
  const parts = [
    throttled > 0 ? `${throttled} throttled` : '',
    shrinking > 0 ? `${shrinking} shrinking` : '',
    cleanUp > 0 ? `${cleanUp} clean-up` : '',
  ].filter((part) => part !== '');
  const detail = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return [`${count(sent, 'request')}${detail} in ${duration(footer.durationMs)}`];
}

/** What a report no longer holds, since a server sent more than can be kept. */
function notKeptLines({ footer: { notKept } }: RunReport, { colours, width }: RenderSettings): readonly string[] {
  if (notKept === undefined) return [];
  const { texts, cases } = notKept;
  const parts = [
    ...(texts === 0
      ? []
      : [`of ${count(texts, 'text')} in answers, each of more than 20,000 characters, only the beginning is kept`]),
    ...(cases === 0 ? [] : [`${count(cases, 'case')} ended early, since the answers were more than is kept of one`]),
  ];
  return wrap(parts.join('; '), width).map(colours.yellow);
}
