import { allowed, type LifeState } from './time-clock.ts';

/** Whose card it is: the caller's own, or that of a second user of the team. */
export const people = ['caller', 'colleague'] as const;
export type Person = (typeof people)[number];

/** A card, as far as the documents say what it must be by now. */
export interface ModelCard {
  readonly handle: string;
  readonly owner: Person;
  readonly state: LifeState;
  /** Breaks that were begun, the open one included. */
  readonly breaks: number;
  readonly confirmed: boolean;
  readonly edited: boolean;
}

/** All cards that were ever made, the oldest first; a deleted one stays, as gone. */
export type World = readonly ModelCard[];

/** A move that makes a card. */
interface Making {
  readonly kind: 'clockIn' | 'create';
  readonly owner: Person;
  readonly handle: string;
  readonly state: LifeState;
}

/** A move on a card that is there. */
type Changing =
  | { readonly kind: 'replace'; readonly handle: string; readonly state: LifeState; readonly breaks: number }
  | {
      readonly kind: 'edit' | 'startBreak' | 'endBreak' | 'clockOut' | 'confirm' | 'delete' | 'get';
      readonly handle: string;
    };

/** What somebody does, without what the request says. */
export type Move = Making | Changing;

/**
 * The world after a move. Where the documents leave open what happens, the card is taken to stay as it was: what the
 * server makes of it is learnt from the next read, and held against nobody.
 */
export function after(world: World, move: Move): World {
  if ('owner' in move) {
    const { handle, owner, state } = move;
    return [...world, { handle, owner, state, breaks: 0, confirmed: false, edited: false }];
  }
  return world.map((card) => (card.handle === move.handle ? changed(card, move) : card));
}

function changed(card: ModelCard, move: Changing): ModelCard {
  if (move.kind === 'replace') {
    if (card.state === 'gone') return card;
    // Whether a confirmation survives is left open (TC-CONFIRM-018), so that the next one is as good as a first.
    return { ...card, state: move.state, breaks: move.breaks, confirmed: false, edited: true };
  }
  // Some of it changes, and never its state.
  if (move.kind === 'edit') return card.state === 'gone' ? card : { ...card, confirmed: false, edited: true };
  const outcome = allowed(card.state, move.kind);
  if (move.kind === 'confirm') return { ...card, confirmed: card.confirmed || outcome.kind === 'succeeds' };
  if (outcome.kind !== 'succeeds') return card;
  return { ...card, state: outcome.to, breaks: card.breaks + (move.kind === 'startBreak' ? 1 : 0) };
}

/** The cards that are still there. */
export function presentCards(world: World): World {
  return world.filter(({ state }) => state !== 'gone');
}

/** The card of a person that is clocked in or on a break, if there is one; what a second one would mean is open. */
export function openCardOf(world: World, person: Person): ModelCard | undefined {
  return presentCards(world).find(({ owner, state }) => owner === person && state !== 'clockedOut');
}
