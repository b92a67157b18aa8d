import type { PlacedCard } from '../../reference/card-store.ts';
import type { Change, FaultHooks } from '../../reference/fault.ts';
import type { Operation } from '../../traffic/operation.ts';

type Storing = NonNullable<FaultHooks['store']>;

/** The ids of the cards on which an operation was carried out. */
export function touchedBy(operation: Operation): { readonly ids: ReadonlySet<unknown>; readonly store: Storing } {
  const ids = new Set<unknown>();
  return {
    ids,
    store: ({ before, after, call }) => {
      if (call.operation === operation) ids.add(after?.id ?? before?.id);
      return after;
    },
  };
}

/** The deleted cards of each team, as they were, with their former place. */
export function deletedCards(): { readonly of: (teamId: string) => readonly PlacedCard[]; readonly store: Storing } {
  const deleted = new Map<string, PlacedCard[]>();
  const of = (teamId: string) => deleted.get(teamId) ?? [];
  return {
    of,
    store: ({ after, call, cards }: Change) => {
      const placed = call.operation === 'delete' ? cards.get(call.cardId) : undefined;
      if (placed) deleted.set(call.teamId, [...of(call.teamId), placed]);
      return after;
    },
  };
}

/** The cards of all teams but one, as they are, placed behind all others. */
export function cardsOfOtherTeams(): {
  readonly than: (teamId: string) => readonly PlacedCard[];
  readonly store: Storing;
} {
  const known = new Map<string, PlacedCard & { readonly teamId: string }>();
  return {
    than: (teamId) => [...known.values()].filter((one) => one.teamId !== teamId),
    store: ({ before, after, call }) => {
      const place = { origin: 'created', position: 1_000_000 + known.size, teamId: call.teamId } as const;
      if (after) known.set(after.id, { ...place, ...known.get(after.id), card: after });
      else if (before) known.delete(before.id);
      return after;
    },
  };
}
