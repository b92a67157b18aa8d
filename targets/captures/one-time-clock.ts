import type { CaptureSummary } from '../../judgements/capture-summary.ts';
import { headerValue } from '../../traffic/headers.ts';
import { locate, plainPath } from '../../traffic/location.ts';
import { apiVersions, type ApiVersion } from '../../traffic/operation.ts';
import type { Capture, CapturedExchange } from './capture.ts';
import { withoutBatches } from './batches.ts';
import { withoutRepeated } from './repeated.ts';

/** What of a capture concerns one time clock in one version of its API. */
export interface OneTimeClock {
  /** Without the version. */
  readonly baseUrl: string;
  readonly apiVersion: ApiVersion;
  /** In the order in which they were sent, numbered from 1. */
  readonly exchanges: readonly CapturedExchange[];
  readonly ignored: CaptureSummary['ignored'];
  /** How many of them were sent together with others in one $batch. */
  readonly batched: number;
  /** Other addresses, or the other version, that could be judged as well: each with its number of requests. */
  readonly others: readonly (readonly [address: string, requests: number])[];
}

/** Which one to take where a capture holds several; the one with the most requests without it. */
export interface Wanted {
  readonly baseUrl?: string;
  readonly apiVersion?: ApiVersion;
}

interface Address {
  readonly baseUrl: string;
  /** Undefined where the URL names none. */
  readonly version: ApiVersion | undefined;
}

const timeCards =
  /^(https?:\/\/[^/?#]+)([^?#]*?)(?:\/(v1\.0|beta))?\/(?:teams|groups|(?:me|users\/[^/?#]+)\/joinedTeams)\/[^/?#]+(?:\/team)?\/schedule\/timecards(?=[/?#]|$)/i;

/** Where a URL of the timeCard API points; undefined for any other. */
function addressOf(url: string): Address | undefined {
  const [scheme = ''] = /^https?:\/\//i.exec(url) ?? [];
  const [, origin, prefix, version] = timeCards.exec(`${scheme}${plainPath(url.slice(scheme.length))}`) ?? [];
  if (origin === undefined || prefix === undefined) return undefined;
  return {
    baseUrl: `${new URL(origin).origin}${prefix}`,
    version: apiVersions.find((known) => known === version?.toLowerCase()),
  };
}

/** A capture that holds no request to a time clock, or none of those wanted. */
export interface NoTimeClock {
  readonly others: OneTimeClock['others'];
}

/** The requests to one time clock. */
export function oneTimeClock({ exchanges: sent }: Capture, wanted: Wanted): OneTimeClock | NoTimeClock {
  const exchanges = withoutBatches(sent);
  const placed = exchanges.map((captured) => ({ captured, address: addressOf(captured.exchange.request.url) }));
  const counts = new Map<string, { readonly address: Address; requests: number }>();
  for (const { address } of placed) {
    if (address === undefined) continue;
    const key = `${address.baseUrl} ${address.version}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { address, requests: 1 });
    else known.requests += 1;
  }
  const candidates = [...counts.values()].toSorted((left, right) => right.requests - left.requests);
  const chosen = candidates.find(({ address }) => fits(address, wanted));
  const others = candidates.filter((one) => one !== chosen).map(named);
  if (chosen === undefined) return { others };
  const { baseUrl, version } = chosen.address;
  const apiVersion = version ?? wanted.apiVersion ?? 'v1.0';
  const mine = placed.filter(({ address }) => address?.baseUrl === baseUrl && address.version === version);
  const answered = mine.filter(({ captured }) => captured.cached !== true).map(({ captured }) => captured);
  const byServer = answered.filter(({ madeByBrowser }) => madeByBrowser !== true);
  const asked = byServer.filter((captured) => !isPreflight(captured));
  const preflights = byServer.length - asked.length;
  const madeByBrowser = answered.length - byServer.length;
  const once = withoutRepeated(asked);
  return {
    baseUrl,
    apiVersion,
    exchanges: inOrder(once),
    ignored: {
      ...leftAside(placed, baseUrl, version),
      cached: mine.length - answered.length,
      repeated: asked.length - once.length,
      ...(preflights === 0 ? {} : { preflights }),
      ...(madeByBrowser === 0 ? {} : { madeByBrowser }),
    },
    batched: once.filter(({ part }) => part !== undefined).length,
    others,
  };
}

function named({ address, requests }: { readonly address: Address; readonly requests: number }) {
  return [`${address.baseUrl}${address.version === undefined ? '' : `/${address.version}`}`, requests] as const;
}

function fits({ baseUrl, version }: Address, wanted: Wanted): boolean {
  const base = wanted.baseUrl?.replace(/\/+$/, '').toLowerCase();
  return (
    (base === undefined || baseUrl.toLowerCase() === base) &&
    (wanted.apiVersion === undefined || version === undefined || version === wanted.apiVersion)
  );
}

function leftAside(
  placed: readonly { readonly captured: CapturedExchange; readonly address: Address | undefined }[],
  baseUrl: string,
  version: ApiVersion | undefined,
): Pick<CaptureSummary['ignored'], 'otherHosts' | 'otherApis' | 'otherVersions'> {
  const { origin } = new URL(baseUrl);
  let [otherHosts, otherApis, otherVersions] = [0, 0, 0];
  for (const { captured, address } of placed) {
    if (new URL(captured.exchange.request.url).origin !== origin) otherHosts += 1;
    else if (address?.baseUrl !== baseUrl) otherApis += 1;
    else if (address.version !== version) otherVersions += 1;
  }
  return { otherHosts, otherApis, otherVersions };
}

/** A browser sends it while the request that it is for waits. Source: the Fetch standard, CORS-preflight request. */
function isPreflight({ exchange: { request } }: CapturedExchange): boolean {
  return request.method === 'OPTIONS' && headerValue(request.headers, 'access-control-request-method') !== undefined;
}

/** By when they were sent; what was sent at the same time stays in the order of the file, be its first or its last the oldest. */
function inOrder(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  return (isNewestFirst(exchanges) ? exchanges.toReversed() : exchanges)
    .toSorted((left, right) => left.exchange.startedAt - right.exchange.startedAt)
    .map((captured, index) => {
      const { request } = captured.exchange;
      const location = locate(request.method, request.url);
      // `$count` and the like stand where an id stands, and are no cards.
      const operation = location?.cardId?.startsWith('$') === true ? 'unknown' : (location?.operation ?? 'unknown');
      return { ...captured, exchange: { ...captured.exchange, sequence: index + 1, operation } };
    });
}

function isNewestFirst(exchanges: readonly CapturedExchange[]): boolean {
  let steps = 0;
  for (const [index, { exchange }] of exchanges.entries()) {
    const before = exchanges[index - 1]?.exchange.startedAt ?? exchange.startedAt;
    steps += Math.sign(exchange.startedAt - before);
  }
  return steps < 0;
}
