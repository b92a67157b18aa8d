import { sameId } from '../assertions/assertions.ts';
import type { JudgeContext } from '../context.ts';
import { cardIn } from './history.ts';
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

/** The user of the clockIn was clocked in before the run, and may still be. */
export function wasClockedInBefore(entry: Entry, context: JudgeContext): boolean {
  const user = clockedIn(entry, context);
  return (context.openBefore ?? []).some(
    ({ owner }) => owner === undefined || user === undefined || sameId(owner, user),
  );
}

/** The answer shows a card that was open before the run: none was made. */
export function showsCardOpenBefore({ answer }: Entry, { openBefore = [] }: JudgeContext): boolean {
  const id = cardIn(answer)?.id;
  return openBefore.some((card) => card.id === id);
}

/** Whom a clockIn is for; undefined where it may be anybody. */
function clockedIn({ sent, exchange: { actor } }: Entry, context: JudgeContext): string | undefined {
  const named = sent?.['onBehalfOfUserId'];
  if (!context.capabilities.has('callerIdentity') || actor === 'unknown') return undefined;
  if (named !== undefined && named !== null) return String(named);
  return actor === 'secondUser' ? context.onBehalfOfUserId : context.callerId;
}
