import type { Headers } from '../../traffic/exchange.ts';

/** Everything else may name a machine, a session or a person, and no requirement speaks of it. Of a request, all headers are ours. */
const kept: ReadonlySet<string> = new Set(
  [
    'allow cache-control connection content-encoding content-language content-length content-type date deprecation etag expires',
    'last-modified link location odata-version pragma preference-applied request-id client-request-id retry-after sunset',
    'transfer-encoding vary warning www-authenticate x-ms-request-id x-ms-client-request-id',
    'ratelimit-limit ratelimit-remaining ratelimit-reset x-ms-throttle-limit-percentage',
  ].flatMap((names) => names.split(' ')),
);

/** The headers of an answer that a recording keeps; repeated ones in their order. */
export function keptHeaders(headers: Headers): Headers {
  return headers.filter(([name]) => kept.has(name.toLowerCase()));
}
