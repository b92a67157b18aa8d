import type { Cards, PlacedCard } from '../../reference/card-store.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import type { TimeCard } from '../../reference/time-card.ts';

/** Cards as reads show them, where one write has reached others than its own. */
export interface ShownOtherwise {
  readonly look: NonNullable<FaultHooks['look']>;
  /** From now on the card is shown so; what was said of it before is forgotten. */
  show(id: string, change: (card: TimeCard) => TimeCard): void;
  /** The card is shown as it is held. */
  forget(id: string): void;
}

/** A fault can change only the card that a call is about; what it does to others is laid over them where they are read. */
export function shownOtherwise(): ShownOtherwise {
  const changes = new Map<string, (card: TimeCard) => TimeCard>();
  const shown = (placed: PlacedCard): PlacedCard => {
    const change = changes.get(placed.card.id);
    return change ? { ...placed, card: change(placed.card) } : placed;
  };
  return {
    look: (cards): Cards => ({
      get: (id) => {
        const placed = cards.get(id);
        return placed && shown(placed);
      },
      all: () => [...cards.all()].map(shown),
    }),
    show: (id, change) => void changes.set(id, change),
    forget: (id) => void changes.delete(id),
  };
}
