import { actors } from '../../traffic/actor.ts';
import type { BodyGap } from '../../judgements/capture-summary.ts';
import type { Headers, Outcome } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { answeredBody, sentBody } from './har-bodies.ts';
import type { CapturedExchange } from './capture.ts';
import { headersOf, membersOf, numberOf, textOf, type Members } from './members.ts';
import { credentialIn } from './without-secrets.ts';

/** One entry of a HAR file (1.2, and what browsers and proxies make of it), or what is wrong with it as a sentence fragment. */
export function readHarEntry(value: unknown, entry: number): CapturedExchange | string {
  const members = membersOf(value);
  const [request, response] = [membersOf(members?.['request']), membersOf(members?.['response'])];
  if (members === undefined || request === undefined) return 'has no request';
  const [method, url] = [textOf(request['method']), textOf(request['url'])];
  if (method === undefined || !/^[A-Za-z]+$/.test(method)) return 'has no request.method';
  if (url === undefined || !URL.canParse(url)) return 'has no request.url that is a whole URL';
  if (response === undefined) return 'has no response';
  const status = numberOf(response['status']);
  if (status === undefined) return 'has no response.status that is a number';
  const time = textOf(members['startedDateTime']) ?? '';
  const [startedAt, tick] = [numberOf(members['_startedAt']) ?? Date.parse(time), tickOf(time)];
  if (Number.isNaN(startedAt)) return 'has no startedDateTime that is a time';
  const endedAt = startedAt + durationOf(members);
  const headers = headersOf(request['headers']);
  const sent = sentBody(request, headers);
  const { outcome, gap } = cameBack(response, status, members);
  const requestId = gap === undefined ? undefined : headerValue(headersOf(response['headers']), 'request-id');
  const credential = credentialIn(headers);
  const exchange: CapturedExchange['exchange'] = {
    sequence: entry,
    entry,
    operation: 'unknown',
    actor: actors.find((one) => one === members['_actor']) ?? 'unknown',
    request: {
      method: method.toUpperCase(),
      url,
      headers,
      body: sent.kind === 'unknown' ? { kind: 'empty' } : sent,
    },
    outcome,
    startedAt,
    endedAt,
    throttledAttempts: 0,
  };
  return {
    exchange,
    ...(credential === undefined ? {} : { credential }),
    ...(sent.kind === 'unknown' ? { bodyUnknown: true } : {}),
    ...(gap === undefined ? {} : { gap }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(tick === 1 ? {} : { tick }),
    ...(isCached(members, response) ? { cached: true } : {}),
    ...(isMadeByBrowser(status, response) ? { madeByBrowser: true } : {}),
  };
}

interface CameBack {
  readonly outcome: Outcome;
  readonly gap?: BodyGap;
}

function cameBack(response: Members, status: number, entry: Members): CameBack {
  // A request that was broken off may have a status already, and no body yet.
  const failure = textOf(response['_error']) ?? textOf(entry['_error']) ?? textOf(response['_failureText']) ?? '';
  if (failure !== '') return { outcome: { kind: 'transport', fault: 'reset', detail: failure } };
  if (status < 100 || status > 599)
    return { outcome: { kind: 'transport', fault: 'reset', detail: 'there was no answer' } };
  const headers: Headers = headersOf(response['headers']);
  const body = answeredBody(response, status, headers);
  if (body.kind !== 'unknown') return { outcome: { kind: 'response', status, headers, body } };
  // As good as broken off: of a write nobody knows what it did, and of a read nothing follows.
  const detail = `the file does not hold the body of the answer ${status}`;
  return { outcome: { kind: 'transport', fault: 'truncated', detail }, gap: body.gap };
}

/**
 * Source: Chrome DevTools, which lists the upgrade of an address by HSTS, and redirects by extensions, as answers 307 that
 * no server gave (`Non-Authoritative-Reason`).
 */
function isMadeByBrowser(status: number, response: Members): boolean {
  if (status < 300 || status > 399) return false;
  const headers = headersOf(response['headers']);
  return (
    headerValue(headers, 'non-authoritative-reason') !== undefined ||
    textOf(response['statusText'])?.toLowerCase() === 'internal redirect'
  );
}

/** The smallest step of a time with so many digits, in milliseconds: 1 at the least. */
function tickOf(time: string): number {
  const digits = /:\d\d[.,](\d+)/.exec(time)?.[1]?.length ?? 0;
  const hasSeconds = /:\d\d:\d\d/.test(time);
  return hasSeconds ? Math.max(1000 / 10 ** digits, 1) : 60_000;
}

/** Milliseconds; what a tool does not know it gives as -1, or leaves out. */
function durationOf(entry: Members): number {
  const time = numberOf(entry['time']);
  if (time !== undefined && time >= 0) return time;
  const timings = Object.values(membersOf(entry['timings']) ?? {});
  return timings.reduce<number>((sum, part) => sum + Math.max(numberOf(part) ?? 0, 0), 0);
}

/** Source: what Chrome's network panel exports (`_fromCache` is `memory` or `disk`), and what other tools make of it. */
function isCached(entry: Members, response: Members): boolean {
  return [entry['_fromCache'], response['_fromCache'], response['_fromDiskCache']].some(
    (mark) => mark === true || (typeof mark === 'string' && mark !== ''),
  );
}
