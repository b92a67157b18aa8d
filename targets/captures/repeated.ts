import { isDeepStrictEqual } from 'node:util';
import { headerValue } from '../../traffic/headers.ts';
import type { CapturedExchange } from './capture.ts';

/**
 * Each exchange once. Two captures that were put together, a proxy behind a browser, or a page and its service worker hold
 * one twice: with the same times, or with times of their own and the id that the server gave the request.
 */
export function withoutRepeated(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const [exact, byId] = [new ExactCopies(), new Map<string, number>()];
  const asked = requestsById(exchanges);
  const kept: CapturedExchange[] = [];
  for (const captured of exchanges) {
    if (exact.has(captured)) continue;
    const id = requestIdOf(captured);
    const place = id === undefined ? undefined : byId.get(id);
    const earlier = place === undefined ? undefined : kept[place];
    // A server that gives many requests the same id says nothing by it.
    if (id === undefined || asked.get(id) !== requestOf(captured)) kept.push(captured);
    else if (place === undefined || earlier === undefined) byId.set(id, kept.push(captured) - 1);
    else if (!isOneAnswer(earlier, captured)) byId.set(id, kept.push(captured) - 1);
    else if (earlier.gap !== undefined && captured.gap === undefined) kept[place] = captured;
  }
  return kept;
}

/** Exchanges that are alike in all that a file says of them. Few are sent at one time, so that few are compared. */
class ExactCopies {
  readonly #byTime = new Map<number, CapturedExchange[]>();

  /** Whether there was one like it before; from then on there was. */
  has(captured: CapturedExchange): boolean {
    const { startedAt } = captured.exchange;
    const others = this.#byTime.get(startedAt);
    if (others === undefined) this.#byTime.set(startedAt, [captured]);
    else if (others.some((other) => areAlike(other, captured))) return true;
    else others.push(captured);
    return false;
  }
}

function areAlike(one: CapturedExchange, other: CapturedExchange): boolean {
  const [left, right] = [one.exchange, other.exchange];
  if (left.endedAt !== right.endedAt || requestOf(one) !== requestOf(other) || one.part !== other.part) return false;
  return isDeepStrictEqual([left.request.headers, left.outcome], [right.request.headers, right.outcome]);
}

/** For each id of a request, what was asked by it; none where it was asked for several things. */
function requestsById(exchanges: readonly CapturedExchange[]): ReadonlyMap<string, string | undefined> {
  const asked = new Map<string, string | undefined>();
  for (const captured of exchanges) {
    const [id, request] = [requestIdOf(captured), requestOf(captured)];
    if (id !== undefined) asked.set(id, asked.has(id) && asked.get(id) !== request ? undefined : request);
  }
  return asked;
}

/** The clocks of two machines may differ by so much. Milliseconds. */
const mostApart = 60_000;

/** Where two tools keep different parts of an answer, it is one all the same. */
function isOneAnswer(
  { exchange: one, gap }: CapturedExchange,
  { exchange: other, ...second }: CapturedExchange,
): boolean {
  const apart = Math.max(one.startedAt, other.startedAt) - Math.min(one.endedAt, other.endedAt);
  // A read may well be answered the same twice, even by a server whose ids say little; a write is done once.
  if (apart > (one.request.method === 'GET' ? 0 : mostApart)) return false;
  if (gap !== undefined || second.gap !== undefined) return true;
  if (one.outcome.kind === 'transport' || other.outcome.kind === 'transport') return false;
  const [left, right] = [one.outcome, other.outcome];
  return left.status === right.status && JSON.stringify(left.body) === JSON.stringify(right.body);
}

function requestOf({ exchange: { request } }: CapturedExchange): string {
  return `${request.method} ${request.url}`;
}

function requestIdOf({ exchange: { outcome }, requestId }: CapturedExchange): string | undefined {
  return requestId ?? (outcome.kind === 'response' ? headerValue(outcome.headers, 'request-id') : undefined);
}
