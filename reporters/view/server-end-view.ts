import type { RunReport } from '../../results/report.ts';
import type { Body, Exchange } from '../../traffic/exchange.ts';
import { durationText } from './amounts.ts';
import { statusText } from './answer-notes.ts';
import { namedUrl } from './id-names.ts';
import { visible } from './visible.ts';

/** The end of a server, or that it was gone for a while, and what it got last: one of these may have been too much for it. */
export interface ServerEndView {
  readonly title: string;
  readonly requests: readonly LastRequest[];
}

interface LastRequest {
  readonly sequence: number;
  readonly method: string;
  readonly url: string;
  readonly status: string;
  /** The body that was sent; absent where there was none. */
  readonly sent?: string;
  readonly answer?: string;
}

export function serverEndViews({ header, footer }: RunReport): readonly ServerEndView[] {
  const { stopped = '', lastExchanges, restart } = footer;
  const view = (title: string, exchanges: readonly Exchange[]): ServerEndView => ({
    title,
    requests: exchanges.map(({ sequence, request, outcome }) => ({
      sequence,
      method: visible(request.method),
      url: visible(namedUrl(request.url, header, new Map())),
      status: statusText(outcome),
      ...bodyAs('sent', request.body),
      ...(outcome.kind === 'response' ? bodyAs('answer', outcome.body) : {}),
    })),
  });
  return [
    ...(lastExchanges === undefined
      ? []
      : [view(`${capitalised(visible(stopped))}. The last requests before that:`, lastExchanges)]),
    ...(restart === undefined
      ? []
      : [
          view(
            `The server was gone for ${durationText(restart.milliseconds)}; the case that was under way does not count. The last requests before that:`,
            restart.lastExchanges,
          ),
        ]),
  ];
}

function bodyAs(name: 'sent' | 'answer', body: Body): Partial<Pick<LastRequest, 'sent' | 'answer'>> {
  return body.kind === 'empty' ? {} : { [name]: visible(body.text) };
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
