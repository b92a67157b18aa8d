import type { Exchange } from '../../traffic/exchange.ts';
import type { CapturedExchange } from '../../targets/captures/capture.ts';

/** How finely a file tells the time of an exchange, by its sequence, in milliseconds; only where that is coarser than usual. */
export type Ticks = ReadonlyMap<number, number>;

/** How finely tools write times: what seems to overlap by less may have been one after the other. Milliseconds. */
const usual = 1;

export function ticksOf(captured: readonly CapturedExchange[]): Ticks {
  return new Map(
    captured.flatMap(({ exchange: { sequence }, tick }) => (tick === undefined ? [] : [[sequence, tick]])),
  );
}

/** Whether two exchanges were, or may have been, under way together. The first was sent before the second, or in the same tick. */
export function ticksOverlap(first: Exchange, second: Exchange, ticks: Ticks): boolean {
  const tick = coarser(first, second, ticks);
  if (tick > usual) return second.startedAt - first.endedAt < tick;
  const sameTick = second.startedAt - first.startedAt < usual && first.endedAt - first.startedAt >= usual;
  return sameTick || first.endedAt - second.startedAt > usual;
}

/** True where the times are too coarse to tell which of two came first, and at least one of both may write. */
export function areTied(one: Exchange, other: Exchange, ticks: Ticks): boolean {
  const tick = coarser(one, other, ticks);
  const [first, second] = one.sequence < other.sequence ? [one, other] : [other, one];
  const writes = [one, other].some(({ request }) => !['GET', 'HEAD', 'OPTIONS'].includes(request.method));
  return tick > usual && writes && second.startedAt - first.endedAt < tick;
}

function coarser(one: Exchange, other: Exchange, ticks: Ticks): number {
  return Math.max(ticks.get(one.sequence) ?? usual, ticks.get(other.sequence) ?? usual);
}
