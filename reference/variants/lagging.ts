import type { Cards, PlacedCard } from '../card-store.ts';
import type { FaultHooks } from '../fault.ts';

/** A change that reads do not see yet: the card as it was before. */
interface Pending {
  readonly cardId: string;
  readonly teamId: string;
  readonly before: PlacedCard | undefined;
  readonly until: number;
}

/** Every so many writes, the reads show the card for some milliseconds as it was before. Writes always work on what is there. */
export function laggingReads(
  every: number,
  milliseconds: number,
  reads: 'list' | 'get' | 'both' = 'both',
): () => FaultHooks {
  return () => {
    let pending: readonly Pending[] = [];
    let writes = 0;
    return {
      store: ({ before, after, call, cards }) => {
        const cardId = after?.id ?? before?.id;
        if (cardId === undefined || (writes += 1) % every !== 0) return after;
        const until = call.received.time + milliseconds;
        pending = [...pending, { cardId, teamId: call.team.id, before: cards.get(cardId), until }];
        return after;
      },
      look: (cards, { operation, team, received: { time } }) => {
        if (reads !== 'both' && operation !== reads) return cards;
        pending = pending.filter(({ until }) => until > time);
        const concerned = pending.filter(({ teamId }) => teamId === team.id);
        return concerned.length === 0 ? cards : asBefore(cards, concerned);
      },
    };
  };
}

/** The cards as they were before the oldest of the changes to each. */
function asBefore(cards: Cards, changes: readonly Pending[]): Cards {
  const old = new Map(changes.toReversed().map(({ cardId, before }) => [cardId, before]));
  const get = (id: string) => (old.has(id) ? old.get(id) : cards.get(id));
  const all = () => {
    const ids = new Set([...[...cards.all()].map(({ card }) => card.id), ...old.keys()]);
    const found = [...ids].flatMap((id) => get(id) ?? []);
    return found.toSorted((one, other) => one.position - other.position);
  };
  return { get, all };
}
