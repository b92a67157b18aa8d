import type { RunReport } from '../../results/report.ts';
import type { Body, Exchange } from '../../traffic/exchange.ts';
import { statusText } from '../view/answer-note.ts';
import { abbreviate, duration, wrap } from './layout.ts';
import { namedUrl } from '../view/id-names.ts';
import type { RenderSettings } from './options.ts';
import { visible } from '../view/visible.ts';

/** Long enough to send the request again by hand. */
const longestBody = 4000;

/** The end of the server, told before all else: what it got last, with bodies, since one of these may have been too much for it. */
export function serverEndLines(report: RunReport, settings: RenderSettings): readonly string[] {
  const { stopped = '', lastExchanges, restart } = report.footer;
  return [
    ...(lastExchanges === undefined
      ? []
      : lastRequests(
          `${capitalised(visible(stopped))}. The last requests before that:`,
          lastExchanges,
          report,
          settings,
        )),
    ...(restart === undefined
      ? []
      : lastRequests(
          `The server was gone for ${duration(restart.milliseconds)}; the case that was under way does not count. The last requests before that:`,
          restart.lastExchanges,
          report,
          settings,
        )),
  ];
}

function lastRequests(
  title: string,
  exchanges: readonly Exchange[],
  { header }: RunReport,
  { colours, width }: RenderSettings,
): readonly string[] {
  return [
    ...wrap(title, width).map((line) => colours.bold(line)),
    ...exchanges.flatMap(({ sequence, request, outcome }) => [
      `  ${sequence}  ${visible(request.method)} ${visible(namedUrl(request.url, header, new Map()))}  ${colours.bold(statusText(outcome))}`,
      ...bodyLine('sent', request.body),
      ...(outcome.kind === 'response' ? bodyLine('answer', outcome.body) : []),
    ]),
  ];
}

function bodyLine(label: string, body: Body): readonly string[] {
  return body.kind === 'empty' ? [] : [`     ${label}  ${abbreviate(visible(body.text), longestBody)}`];
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
