import type { SummaryView } from '../view/summary-view.ts';
import { visible } from '../view/visible.ts';
import { captureLines } from './capture-lines.ts';
import { wrap } from './layout.ts';
import { leftBehindLines } from './left-behind-lines.ts';
import type { Colours, RenderSettings } from './options.ts';

/** The end of the report: the two figures, the verdict, and what the run took. */
export function summaryLines(summary: SummaryView, settings: RenderSettings): readonly string[] {
  const { colours, files, width } = settings;
  const dimmed = (line: string | undefined): readonly string[] => (line === undefined ? [] : [colours.dim(line)]);
  return [
    summary.score,
    ...notOfferedLines(summary, colours),
    ...noSuchCallLines(summary, colours),
    ...summary.expected.map(({ text, isMet }) => (isMet ? colours.dim(text) : colours.red(text))),
    ...summary.baseline.flatMap(({ text, isAlarming }) =>
      wrap(text, width).map(isAlarming ? colours.red : colours.dim),
    ),
    verdictText(summary, colours),
    ...captureLines(summary.capture, colours),
    ...dimmed(summary.effort),
    ...dimmed(summary.lag),
    ...(summary.notKept === undefined ? [] : wrap(summary.notKept, width).map(colours.yellow)),
    ...leftBehindLines(summary.leftBehind, settings),
    ...(files.length > 0 ? [colours.dim(`reports: ${files.map(visible).join(', ')}`)] : []),
    ...(summary.isOfReference ? ['judged: the embedded reference server; --base-url judges yours'] : []),
  ];
}

function verdictText({ verdict, reasons, subject, apiVersion }: SummaryView, colours: Colours): string {
  const paint = { conforming: colours.green, nonconforming: colours.red, inconclusive: colours.yellow }[verdict];
  const why = reasons.join(', ');
  return `${paint(colours.bold(verdict))}${why === '' ? '' : `: ${why}`} ${colours.dim(`(${subject}, ${apiVersion})`)}`;
}

/** Said once, beside the figures that it lowers. */
function notOfferedLines({ notOffered }: SummaryView, colours: Colours): readonly string[] {
  if (notOffered.length === 0) return [];
  return [colours.yellow(`not offered (404, 405 or 501): ${notOffered.join(', ')}; what needs them is not judged`)];
}

function noSuchCallLines({ noSuchCall }: SummaryView, colours: Colours): readonly string[] {
  if (noSuchCall.length === 0) return [];
  return [
    colours.yellow('the library has no call for:'),
    ...noSuchCall.map(({ operation, because }) => `  ${operation}: ${because}`),
  ];
}
