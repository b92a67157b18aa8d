import { allowed, cardStates, type LifeState } from '../../model/time-clock.ts';
import type { Actor } from '../../traffic/actor.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';
import { spanOf, type Span } from '../assertions/same-time.ts';

/** One whole representation of a card, as some answer showed it. */
export interface View {
  readonly card: JsonObject;
  /** From when to when that card is; absent where it is worked out each time. */
  readonly span?: Span;
  readonly sequence: number;
  readonly by: 'get' | 'list' | 'clockIn' | 'create';
}

/** The answer that first showed a card as made by this traffic. */
export interface Making {
  readonly operation: 'clockIn' | 'create';
  readonly sequence: number;
  readonly actor: Actor | 'unknown';
  readonly teamId: string | undefined;
}

/** An accepted write that no read has followed yet. */
export interface PendingWrite {
  /** `beside` for a write to another card of which no document tells what it does to this one. */
  readonly operation: Operation | 'beside';
  readonly sequence: number;
  /** A document tells what it does to a card in that state, so that a read shows whether it is done, and was waited for. */
  readonly isTold?: boolean;
}

/** What the traffic so far says about one card. Never changed in place, so that a repeated read can step back. */
export interface History {
  readonly id: string;
  /** Absent for a card that was there before. */
  readonly madeBy?: Making;
  /** Made as the documents show it and never replaced, so that they say which states it goes through. */
  readonly documentedLife?: true;
  /** Made, and replaced where it was, by requests from which its state follows: what it shows must fit together. */
  readonly knownState?: true;
  /** The user the card belongs to, as last shown. */
  readonly owner?: string;
  /** The last representation seen. */
  readonly latest?: View;
  /**
   * The last representation may be older than an accepted write before it: no document tells what that write does, or it
   * was one of several, so that nothing in it shows whether it is already done, and nobody waited for it.
   */
  readonly unsettled?: true;
  readonly writes: readonly PendingWrite[];
  /** The writes to it that were refused since the last representation, and before any other write. */
  readonly refusals: readonly number[];
  readonly state: LifeState | 'unknown';
  readonly deletedBy?: number;
  /** A write to it got no usable answer, so that it may or may not have been done; a read settles it. */
  readonly doubtful?: true;
}

/**
 * True where a document tells what an accepted write does to a card in that state. A replace may be of a card in any: what
 * is replaced is what was sent. Whether it must be accepted is another question.
 */
function tellsEffect(state: LifeState | 'unknown', operation: Operation): boolean {
  if (state === 'unknown') return false;
  return operation === 'replace' ? state !== 'gone' : allowed(state, operation).kind === 'succeeds';
}

/** The state is one that a document tells; or nobody waited for the write, as it was not certain what was there before it. */
function isExpected({ state, unsettled }: History): boolean {
  return state !== 'unknown' || unsettled === true;
}

function stateShown(card: JsonObject): LifeState | 'unknown' {
  const state = card['state'];
  return cardStates.find((known) => known === state && known !== 'gone') ?? 'unknown';
}

/** From when to when a card is, as far as it was shown. */
export function spanShown(view: View | undefined): Span {
  return view?.span ?? spanOf(view?.card);
}

/** What is known of a card before anything is seen of it. */
export function unseenCard(id: string): History {
  return { id, writes: [], refusals: [], state: 'unknown' };
}

/** The history after a representation of the card was seen. */
export function afterSight(history: History, view: View): History {
  const owner = view.card['userId'];
  const { doubtful: _, unsettled: __, ...known } = history;
  // Of several writes together no check knows what to wait for: they may lead back to a state from before them.
  const mayBeOld =
    history.writes.length > 1 ||
    history.writes.some(({ isTold }) => isTold !== true) ||
    // What contradicts the write may be from before it: nobody waits without end.
    (history.writes.length > 0 && history.state !== stateShown(view.card) && isExpected(history));
  return {
    ...known,
    latest: view,
    ...(mayBeOld ? { unsettled: true } : {}),
    writes: [],
    refusals: [],
    state: stateShown(view.card),
    ...(typeof owner === 'string' ? { owner } : {}),
  };
}

/** The history after a card of the same user began while this one was open, or at the same time: it may be another now. */
export function afterSiblingOpened(history: History, sequence: number): History {
  // Of a card that several writes may have changed one more tells nothing new.
  if (history.state === 'unknown' && history.refusals.length === 0 && history.writes.length > 1) return history;
  return {
    ...history,
    writes: [...history.writes, { operation: 'beside', sequence }],
    refusals: [],
    state: 'unknown',
  };
}

/** The history after an accepted write. */
export function written(
  history: History,
  {
    shows = true,
    saysState = false,
    ...write
  }: PendingWrite & { readonly operation: Operation; readonly shows?: boolean; readonly saysState?: boolean },
): History {
  if (write.operation === 'delete') {
    const { latest: _, ...kept } = history;
    return { ...kept, writes: [], refusals: [], state: 'gone', deletedBy: write.sequence };
  }
  const { documentedLife, knownState, ...kept } = history;
  // A replaced card is in the state of what was sent, as far as that follows from it: the next read tells.
  const { state } = history;
  const outcome = state === 'unknown' || write.operation === 'replace' ? undefined : allowed(state, write.operation);
  return {
    ...kept,
    ...(documentedLife === undefined || write.operation === 'replace' ? {} : { documentedLife }),
    ...(knownState === undefined || (write.operation === 'replace' && !saysState) ? {} : { knownState }),
    writes: [...history.writes, { ...write, isTold: shows && tellsEffect(state, write.operation) }],
    refusals: [],
    state: outcome?.kind === 'succeeds' ? outcome.to : 'unknown',
  };
}

/** The history after a refused write: the card must be what it was, if that is known. */
export function afterRefusal(history: History, sequence: number): History {
  const known = history.latest !== undefined && history.writes.length === 0;
  return known ? { ...history, refusals: [...history.refusals, sequence] } : history;
}

/** The history after a write of which nobody knows what it did: broken off, answered 5xx, or a clockIn that met the card. */
export function afterUnknownOutcome(history: History, operation: Operation | 'unknown'): History {
  const { latest: _, documentedLife, ...kept } = history;
  const lives = documentedLife !== undefined && !['replace', 'clockIn', 'create'].includes(operation);
  return {
    ...kept,
    ...(lives ? { documentedLife } : {}),
    writes: [],
    refusals: [],
    state: 'unknown',
    doubtful: true,
  };
}

/** The card in a body, if it is an object with an id. */
export function cardIn(value: unknown): (JsonObject & { readonly id: string }) | undefined {
  const body = value as JsonObject | undefined;
  return isJsonObject(body) && typeof body['id'] === 'string'
    ? (body as JsonObject & { readonly id: string })
    : undefined;
}
