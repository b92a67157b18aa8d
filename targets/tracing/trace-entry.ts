import type { Headers } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import type { Times, WireOutcome, WireRequest } from '../wire.ts';

/** One exchange as it is written down, without anything real in it. */
export interface Traced {
  readonly request: WireRequest;
  readonly outcome: WireOutcome;
  readonly times: Times;
}

/** An entry of a HAR file (1.2). What has no place there stands under names with an underscore, as the format wants it. */
export function traceEntry({ request, outcome, times: { startedAt, endedAt } }: Traced): object {
  const time = endedAt - startedAt;
  const { asked } = request;
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    // Which of two requests came first is not told by milliseconds.
    _startedAt: startedAt,
    time,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: named(request.headers),
      queryString: [...new URL(request.url).searchParams].map(([name, value]) => ({ name, value })),
      ...(request.text === undefined ? {} : { postData: contentOf(request.headers, request.text) }),
      headersSize: -1,
      bodySize: Buffer.byteLength(request.text ?? ''),
    },
    response: responseOf(outcome),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    ...(asked === undefined ? {} : { _actor: asked.actor, _operation: asked.operation, _purpose: asked.purpose }),
  };
}

function responseOf(outcome: WireOutcome): object {
  const usual = { httpVersion: 'HTTP/1.1', statusText: '', cookies: [], headersSize: -1 };
  if (outcome.kind === 'transport')
    return {
      ...usual,
      status: 0,
      headers: [],
      content: { size: 0, mimeType: '' },
      redirectURL: '',
      bodySize: -1,
      _error: `${outcome.fault}: ${outcome.detail}`,
    };
  const size = Buffer.byteLength(outcome.text);
  return {
    ...usual,
    status: outcome.status,
    headers: named(outcome.headers),
    content: { size, ...contentOf(outcome.headers, outcome.text) },
    redirectURL: headerValue(outcome.headers, 'location') ?? '',
    bodySize: size,
  };
}

function contentOf(headers: Headers, text: string): { readonly mimeType: string; readonly text: string } {
  return { mimeType: headerValue(headers, 'content-type') ?? '', text };
}

function named(headers: Headers): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }));
}
