import { expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import { runAgainst } from './run-against.ts';

/** The ids and skip tokens that a server chose, in the order in which it first told them. */
function chosenBy(exchanges: readonly Exchange[]): ReadonlyMap<string, string> {
  const chosen = new Map<string, string>();
  for (const { outcome } of exchanges) {
    if (outcome.kind !== 'response' || outcome.body.kind !== 'json') continue;
    for (const [, id, token = ''] of outcome.body.text.matchAll(/"((?:TCK|BRK)_[\w-]+)"|\$skiptoken=([\w%.-]+)/gi)) {
      const known = (id ?? token).toLowerCase();
      if (!chosen.has(known)) chosen.set(known, `<${chosen.size}>`);
    }
  }
  return chosen;
}

/** An id that is right but for its last character is sent on purpose. */
function almost(id: string, chosen: ReadonlyMap<string, string>): string {
  const right = [...chosen].find(([known]) => known.slice(0, -1) === id.slice(0, -1).toLowerCase());
  return right === undefined ? id : `almost ${right[1]}`;
}

/** A request as it went out, but for what differs between two servers: their address, their tokens, the ids they chose. */
function sent({ request, intent }: Exchange, chosen: ReadonlyMap<string, string>): string {
  // In any case, and percent-encoded: requests ask for ids in such ways, too.
  const mask = (text: string): string =>
    text
      .replaceAll(/127\.0\.0\.1:\d+/g, 'server')
      // A text may be written with its first letter escaped.
      .replaceAll(/\\u00(54CK|42RK)_/g, (_, rest: string) => `${rest.startsWith('54') ? 'T' : 'B'}${rest.slice(2)}_`)
      .replaceAll(
        /(?:TCK|BRK)_[\w-]+|(?<=skiptoken=)[\w%.-]+/gi,
        (id) => chosen.get(id.toLowerCase()) ?? almost(id, chosen),
      )
      .replaceAll(/TCK%5F[\w%-]+/g, (id) => encodeURIComponent(chosen.get(decodeURIComponent(id).toLowerCase()) ?? id));
  const headers = request.headers
    .filter(([name]) => !/^(authorization|host|connection)$/i.test(name))
    .map(([name, value]) => `${name}: ${mask(value)}`);
  const text = request.body.kind === 'empty' ? '' : mask(request.body.text);
  // One edit leaves a card at the times that the server's clock gave it.
  const isAtShownTimes = intent?.case === 'html notes and plain ones by turns' && intent.step === 'replace';
  const body = isAtShownTimes ? text.replaceAll(/\d{4}-[\dT:.-]+Z/g, 'time') : text;
  return [`${request.method} ${mask(request.url)}`, ...headers, '', body].join('\n');
}

async function requestsOf(seed: number): Promise<readonly string[]> {
  const { exchanges } = await runAgainst(undefined, { seed });
  const chosen = chosenBy(exchanges);
  return exchanges.map((exchange) => sent(exchange, chosen));
}

test('the same seed sends the same requests in the same order, byte for byte; another seed sends others', async () => {
  const first = await requestsOf(11);
  const second = await requestsOf(11);
  expect(first.length).toBeGreaterThan(300);
  // The first difference, not a thousand lines.
  const differing = first.findIndex((request, index) => request !== second[index]);
  expect({ at: differing, is: second[differing] }).toEqual({ at: -1, is: undefined });
  expect(second.length).toBe(first.length);

  const other = await requestsOf(12);
  const bodies = (requests: readonly string[]) => new Set(requests.map((request) => request.split('\n\n')[1]));
  const known = bodies(first);
  expect([...bodies(other)].filter((body) => !known.has(body)).length).toBeGreaterThan(10);
});
