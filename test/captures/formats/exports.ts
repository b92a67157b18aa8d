import type { HarEntry, NamedValue } from '../day.ts';
import { base64, came, instant, sent, type Export } from './entry-parts.ts';
import { newman } from './newman.ts';

const byName = (headers: readonly NamedValue[]) => Object.fromEntries(headers.map(({ name, value }) => [name, value]));
const listsByName = (headers: readonly NamedValue[]) =>
  Object.fromEntries(headers.map(({ name, value }) => [name, [value]]));

/** As WireMock 3.13.2 answered after it had passed such a run on (`--proxy-all`). */
const wiremock: Export = (day) =>
  JSON.stringify({
    requests: day.toReversed().map((entry, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      request: {
        url: new URL(entry.request.url).pathname,
        absoluteUrl: entry.request.url,
        method: entry.request.method,
        clientIp: '127.0.0.1',
        headers: byName(entry.request.headers),
        cookies: {},
        browserProxyRequest: false,
        loggedDate: instant(entry),
        bodyAsBase64: base64(sent(entry)),
        body: sent(entry),
        protocol: 'HTTP/1.1',
        scheme: new URL(entry.request.url).protocol.replace(':', ''),
        host: new URL(entry.request.url).hostname,
        port: Number(new URL(entry.request.url).port),
        loggedDateString: entry.startedDateTime,
        queryParams: {},
        formParams: {},
      },
      responseDefinition: { status: entry.response.status, proxyBaseUrl: 'http://127.0.0.1:4977' },
      response: {
        status: entry.response.status,
        headers: byName(entry.response.headers),
        bodyAsBase64: base64(came(entry)),
        body: came(entry),
      },
      wasMatched: true,
      timing: { addedDelay: 0, processTime: 1, responseSendTime: 1, serveTime: 2, totalTime: entry.time },
    })),
    meta: { total: day.length },
    requestJournalDisabled: false,
  });

const hoverfly: Export = (day) =>
  JSON.stringify({
    journal: day.map((entry) => {
      const { protocol, host, pathname, search } = new URL(entry.request.url);
      return {
        request: {
          path: pathname,
          method: entry.request.method,
          destination: host,
          scheme: protocol.replace(':', ''),
          query: search.slice(1),
          body: sent(entry),
          headers: listsByName(entry.request.headers),
        },
        response: {
          status: entry.response.status,
          body: came(entry),
          encodedBody: false,
          headers: listsByName(entry.response.headers),
        },
        mode: 'capture',
        timeStarted: entry.startedDateTime.replace('Z', '+00:00'),
        latency: entry.time,
      };
    }),
    offset: 0,
    limit: 25,
    total: day.length,
  });

const quoted = (text: string) => JSON.stringify(text);
const yamlHeaders = (headers: readonly NamedValue[], indent: string) =>
  headers.map(({ name, value }) => `${indent}${name}:\n${indent}- ${quoted(value)}`).join('\n');

const vcr: Export = (day) =>
  `---\nhttp_interactions:\n${day
    .map(
      (entry) => `- request:
    method: ${entry.request.method.toLowerCase()}
    uri: ${entry.request.url}
    body:
      encoding: UTF-8
      string: ${quoted(sent(entry))}
    headers:
${yamlHeaders(entry.request.headers, '      ')}
  response:
    status:
      code: ${entry.response.status}
      message: ''
    headers:
${yamlHeaders(entry.response.headers, '      ')}
    body:
      encoding: ASCII-8BIT
      string: !binary |-
        ${base64(came(entry))}
  recorded_at: ${new Date(instant(entry)).toUTCString()}
`,
    )
    .join('')}recorded_with: VCR 6.3.1\n`;

/** As vcrpy 9.4.2 kept such a run. Its serialiser of JSON writes the same members. */
const vcrpy: Export = (day) =>
  `interactions:\n${day
    .map(
      (entry) => `- request:
    body: ${sent(entry) === '' ? 'null' : quoted(sent(entry))}
    headers:
${yamlHeaders(entry.request.headers, '      ')}
    method: ${entry.request.method}
    uri: ${entry.request.url}
  response:
    body:
      string: ${quoted(came(entry))}
    headers:
${yamlHeaders(entry.response.headers, '      ')}
    status:
      code: ${entry.response.status}
      message: OK
`,
    )
    .join('')}version: 1\n`;

const attribute = (key: string, value: object) => ({ key, value });
const spanOf = (entry: HarEntry, index: number) => ({
  traceId: '5b8efff798038103d269b633813fc60c',
  spanId: index.toString(16).padStart(16, '0'),
  name: entry.request.method,
  kind: 3,
  startTimeUnixNano: `${instant(entry)}000000`,
  endTimeUnixNano: `${instant(entry) + entry.time}000000`,
  attributes: [
    attribute('http.request.method', { stringValue: entry.request.method }),
    attribute('url.full', { stringValue: entry.request.url }),
    attribute('http.response.status_code', { intValue: String(entry.response.status) }),
    ...entry.request.headers.map(({ name, value }) =>
      attribute(`http.request.header.${name}`, { arrayValue: { values: [{ stringValue: value }] } }),
    ),
    ...entry.response.headers.map(({ name, value }) =>
      attribute(`http.response.header.${name}`, { arrayValue: { values: [{ stringValue: value }] } }),
    ),
    attribute('http.request.body', { stringValue: sent(entry) }),
    attribute('http.response.body', { stringValue: came(entry) }),
  ],
  status: {},
});
const batch = (spans: readonly object[]) => ({
  resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ scope: { name: 'http' }, spans }] }],
});

const polly: Export = (day) =>
  JSON.stringify({
    log: {
      _recordingName: 'time cards',
      creator: { comment: 'persister:fs', name: 'Polly.JS', version: '6.0.6' },
      entries: day.map((entry, index) => ({ _id: `${index}`.padStart(32, '0'), _order: index, cache: {}, ...entry })),
      pages: [],
      version: '1.2',
    },
  });

/** Bodies are in files of their own, named by their hash. */
const playwright: Export = (day) =>
  day
    .map(({ response, request, ...entry }) => {
      const { text: _, ...content } = response.content;
      return JSON.stringify({
        type: 'resource-snapshot',
        snapshot: {
          ...entry,
          request: { ...request, ...(request.postData === undefined ? {} : { postData: { _sha1: 'a.json' } }) },
          response: { ...response, content: { ...content, _sha1: 'b.json' } },
          _monotonicTime: 1,
        },
      });
    })
    .join('\n');

/** One for each format, with all that it keeps. */
export const exports: Readonly<Record<string, Export>> = {
  newman,
  'a request journal of WireMock': wiremock,
  'a journal of Hoverfly': hoverfly,
  'a cassette of VCR': vcr,
  'a cassette of vcrpy': vcrpy,
  'an export of OpenTelemetry': (day) => JSON.stringify(batch(day.map(spanOf))),
  'batches of OpenTelemetry': (day) =>
    day.map((entry, index) => JSON.stringify(batch([spanOf(entry, index)]))).join('\n'),
  'a recording of Polly': polly,
};

/** Those that keep no bodies. */
export const exportsWithoutBodies: Readonly<Record<string, Export>> = { 'a network log of Playwright': playwright };
