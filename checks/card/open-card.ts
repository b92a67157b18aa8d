import { sameId } from '../assertions/assertions.ts';
import type { JudgeContext } from '../context.ts';
import { otherOpenCards } from '../trace/other-cards.ts';
import type { Entry, Trace } from '../trace/trace.ts';

/** A second clockIn while a card is open is undocumented (TC-CLOCKIN-024). */
export function holdsAnOpenCard(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  const user = clockedIn(entry, context);
  return otherOpenCards(entry, trace).some(({ state, owner }) => {
    const mayBeOpen = state !== 'clockedOut' && state !== 'gone';
    return mayBeOpen && (owner === undefined || user === undefined || sameId(owner, user));
  });
}

/** Whom a clockIn is for; undefined where it may be anybody. */
function clockedIn({ sent, exchange: { actor } }: Entry, context: JudgeContext): string | undefined {
  const named = sent?.['onBehalfOfUserId'];
  if (!context.capabilities.has('callerIdentity') || actor === 'unknown') return undefined;
  if (named !== undefined && named !== null) return String(named);
  return actor === 'secondUser' ? context.onBehalfOfUserId : context.callerId;
}
