import { isWrite } from '../../specs/operation.ts';
import { unchanged } from '../assertions.ts';
import { comparedProperties } from '../card-properties.ts';
import { cardIn, type View } from '../history.ts';
import { showsWholeCards, type Entry } from '../trace.ts';

/**
 * What a card is known to look like: as the write that made it answered, or as a get showed it that agrees with what was
 * seen before, with no write to the card since. Undefined where nothing is certain: the first get after a write may still
 * show an old state, since no document promises when a write is to be seen.
 */
export function settledView(id: string, entries: readonly Entry[]): View | undefined {
  const views: View[] = [];
  for (const entry of entries.toReversed()) {
    if (makes(entry, id)) return agreeing([...views, viewOfMade(entry)]);
    if (isWriteTo(entry, id)) return views.length > 1 ? agreeing(views) : undefined;
    views.push(...viewOf(entry, id));
  }
  return views.length > 1 ? agreeing(views) : undefined;
}

/** The newest view, if it is like the one before it. */
function agreeing([newest, previous]: readonly View[]): View | undefined {
  if (newest === undefined || previous === undefined) return newest;
  return unchanged(previous.card, newest.card, comparedProperties).kind === 'holds' ? newest : undefined;
}

function viewOf(entry: Entry, id: string): readonly View[] {
  const card = cardIn(entry.answer);
  return isPlainGet(entry) && entry.accepted && card?.id === id ? [{ card, sequence: entry.sequence, by: 'get' }] : [];
}

function viewOfMade({ answer, sequence, operation }: Entry): View {
  return { card: cardIn(answer) ?? {}, sequence, by: operation === 'create' ? 'create' : 'clockIn' };
}

/** A get without a deliberate defect, of the whole card, at a time when nothing else was under way. */
export function isPlainGet(entry: Entry): boolean {
  const { intent } = entry.exchange;
  const alone = intent?.mutation === undefined && intent?.overlaps === undefined;
  return entry.operation === 'get' && alone && showsWholeCards(entry);
}

function makes({ accepted, operation, answer }: Entry, id: string): boolean {
  return accepted && (operation === 'clockIn' || operation === 'create') && cardIn(answer)?.id === id;
}

/** Any write to the card, refused ones too, in whatever letter case its id is written. */
function isWriteTo({ exchange, operation, cardId }: Entry, id: string): boolean {
  const writes = operation === 'unknown' ? !reads.has(exchange.request.method) : isWrite(operation);
  return writes && cardId?.toLowerCase() === id.toLowerCase();
}

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a request that may change something. */
export function mayWrite({ exchange }: Entry): boolean {
  return !reads.has(exchange.request.method);
}
