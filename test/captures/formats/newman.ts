import type { HarEntry, NamedValue } from '../day.ts';
import { came, instant, sent, type Export } from './entry-parts.ts';

const keyed = (headers: readonly NamedValue[]) => headers.map(({ name, value }) => ({ key: name, value }));
/** Headers that Postman's runtime adds itself. */
const addedByPostman = (entry: HarEntry) =>
  Object.entries({
    'User-Agent': 'PostmanRuntime/7.39.1',
    Accept: '*/*',
    'Cache-Control': 'no-cache',
    'Postman-Token': 'b309dd4a-dda4-46b4-9825-76636bf9753b',
    Host: new URL(entry.request.url).host,
    'Accept-Encoding': 'gzip, deflate, br',
    Connection: 'keep-alive',
  }).map(([key, value]) => ({ key, value, system: true }));

/** As newman 6.2.2 wrote a run against the reference server. */
export const newman: Export = (day) => {
  const executions = day.map((entry, index) => {
    const url = new URL(entry.request.url);
    const asked = {
      url: {
        protocol: url.protocol.replace(':', ''),
        port: url.port,
        path: url.pathname.slice(1).split('/'),
        host: url.hostname.split('.'),
        query: queryOf(url),
        variable: [],
      },
      header: keyed(entry.request.headers),
      method: entry.request.method,
      ...(sent(entry) === '' ? {} : { body: { mode: 'raw', raw: sent(entry) } }),
    };
    return {
      cursor: {
        ref: `c${index}`,
        length: day.length,
        cycles: 1,
        position: index,
        iteration: 0,
        httpRequestId: `r${index}`,
      },
      item: { id: `i${index}`, name: `step ${index}`, request: asked, response: [], event: [] },
      request: { ...asked, header: [...asked.header, ...addedByPostman(entry)] },
      response: {
        id: `a${index}`,
        status: 'OK',
        code: entry.response.status,
        header: keyed(entry.response.headers),
        stream: { type: 'Buffer', data: [...Buffer.from(came(entry))] },
        cookie: [],
        responseTime: entry.time,
        responseSize: Buffer.byteLength(came(entry)),
      },
      id: `i${index}`,
    };
  });
  const [first] = day;
  return JSON.stringify({
    collection: { _: {}, item: [], event: [], variable: [], info: { name: 'time cards' } },
    environment: { id: 'e', values: [] },
    globals: { id: 'g', values: [] },
    run: {
      stats: { requests: { total: day.length, pending: 0, failed: 0 } },
      timings: { started: first === undefined ? 0 : instant(first), completed: 0 },
      executions,
      transfers: { responseTotal: 0 },
      failures: [],
      error: null,
    },
  });
};

/** Percent-encoded, as it was sent. */
function queryOf({ search }: URL): readonly object[] {
  const parts = search === '' ? [] : search.slice(1).split('&');
  return parts.map((part) => {
    const [key, value] = part.split('=', 2);
    return { key, value };
  });
}
