import type { Body, Exchange, Headers } from '../../traffic/exchange.ts';

/** The exchanges of a run as a HAR file, as a proxy between the run and the server would have written it. */
export function harOf(exchanges: readonly Exchange[]): string {
  const log = {
    version: '1.2',
    creator: { name: 'test', version: '1' },
    pages: [],
    entries: exchanges.map(harEntryOf),
  };
  return JSON.stringify({ log });
}

/** One of its entries. */
export function harEntryOf({ request, outcome, startedAt, endedAt }: Exchange): object {
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: endedAt - startedAt,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: namesAndValues(request.headers),
      queryString: [],
      headersSize: -1,
      ...postData(request.body, request.headers),
    },
    response:
      outcome.kind === 'transport'
        ? { ...noAnswer, _error: `net::${outcome.detail}` }
        : {
            status: outcome.status,
            statusText: '',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: namesAndValues(outcome.headers),
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
            content: contentOf(outcome.body, outcome.headers),
          },
    cache: {},
    timings: { send: 0, wait: endedAt - startedAt, receive: 0 },
  };
}

const noAnswer = {
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  content: { size: 0, mimeType: 'x-unknown' },
};

function namesAndValues(headers: Headers): readonly object[] {
  return headers.map(([name, value]) => ({ name, value }));
}

function postData(body: Body, headers: Headers): object {
  if (body.kind === 'empty') return { bodySize: 0 };
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return { bodySize: Buffer.byteLength(body.text), postData: { mimeType: type, text: body.text } };
}

function contentOf(body: Body, headers: Headers): object {
  const mimeType = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'x-unknown';
  if (body.kind === 'empty') return { size: 0, mimeType };
  return { size: Buffer.byteLength(body.text), mimeType, text: body.text };
}
