import { sameId } from './assertions/assertions.ts';
import type { JudgeContext } from './context.ts';
import { coverSameTime, spanOf } from './assertions/same-time.ts';
import { spanShown } from './card/history.ts';
import { cardsBeside, type Entry, type Trace } from './trace/trace.ts';

/** How far back the times of a create may lie, so that it is like the examples: they create a card on its own day. */
const oneDay = 86_400_000;

/**
 * True for a create whose times are in order, of the last day, and free of other cards of the user: what becomes of other
 * times is documented nowhere (TC-CREATE-014), and no page says how far back a card may be created.
 */
export function isRecentAndFree(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const { from, to } = spanOf(entry.sent);
  const { startedAt, serverClockOffset = 0 } = entry.exchange;
  const now = startedAt + serverClockOffset;
  if (from === undefined || to === undefined || from > to || to > now || from < now - oneDay) return false;
  return context.cardsElsewhere !== true && !overlapsKnownCard(entry, trace, context);
}

/** Another card of the user than the one that is written that is still there covers some of the time, or may do so. */
export function overlapsKnownCard(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const user = String(entry.sent?.['userId'] ?? context.callerId);
  const sent = spanOf(entry.sent);
  return cardsBeside(entry, trace).some(({ id, owner, state, latest }) => {
    const ofAnother = context.capabilities.has('callerIdentity') && owner !== undefined && !sameId(owner, user);
    return id !== entry.cardId && state !== 'gone' && !ofAnother && coverSameTime(spanShown(latest), sent);
  });
}
