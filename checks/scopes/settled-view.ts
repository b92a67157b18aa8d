import type { JsonObject } from '../../traffic/json.ts';
import { sameId, unchanged } from '../assertions/assertions.ts';
import { comparedProperties } from '../card/card-properties.ts';
import { cardIn, type View } from '../card/history.ts';
import { mayTouch, ownerAfter } from '../card/touching-writes.ts';
import { isInDoubt, type Entry, type Trace } from '../trace/trace.ts';
import { mayBeTakenBack } from './gathered.ts';
import { isPlainGet } from './plain-requests.ts';

/**
 * What a card is known to look like: as the write that made it answered, or as a get showed it that agrees with what was
 * seen before, with no write to the card since. Undefined where nothing is certain: the first get after a write may still
 * show an old state, since no document promises when a write is to be seen.
 *
 * @param without an exchange that is not looked at
 */
export function knownState(id: string, trace: Trace, without?: Entry): View | undefined {
  const views: View[] = [];
  const entries = trace.about(id);
  // The two newest views decide.
  for (let index = entries.length - 1; index >= 0 && views.length < 2; index -= 1) {
    const entry = entries[index];
    if (entry === undefined || entry === without) continue;
    const made = viewOfMaking(entry, id);
    const shown = made === undefined ? viewOf(entry, id) : [made];
    // Older than a write to another card that may have changed this one.
    if (shown.some(({ card }) => mayBeTouched(card, entry, trace, without))) break;
    if (made !== undefined) return agreeing([...views, made]);
    if (isWriteTo(entry, id)) break;
    views.push(...shown);
  }
  return views.length > 1 ? agreeing(views) : undefined;
}

/** True where a card of the same user began after the look, so that this one may be another now. */
function mayBeTouched(card: JsonObject, look: Entry, trace: Trace, without: Entry | undefined): boolean {
  const known = untouched.get(trace) ?? new Map<Entry, number>();
  untouched.set(trace, known);
  const later = trace.writesBetween(known.get(look) ?? look.sequence, Infinity);
  const isTouching = (write: Entry) =>
    write !== without && mayWrite(write) && isOfSameUser(write, look, card) && mayTouch(write, card);
  if (later.some(isTouching)) return true;
  const certain = trace.entries.at(-1 - mayBeTakenBack)?.sequence ?? 0;
  if (certain > look.sequence && without === undefined) known.set(look, certain);
  return false;
}

/** For looks at a card, up to which exchange no write has touched it: lists show a card again and again. */
const untouched = new WeakMap<Trace, Map<Entry, number>>();

/** Or may be: a write that got no answer shows no owner. */
function isOfSameUser(write: Entry, look: Entry, card: JsonObject): boolean {
  const [theirs, own] = [ownerAfter(write), card['userId']];
  if (write.location?.teamId.toLowerCase() !== look.location?.teamId.toLowerCase()) return false;
  return (
    (write.accepted || isInDoubt(write)) && (theirs === undefined || typeof own !== 'string' || sameId(theirs, own))
  );
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

function viewOfMaking({ accepted, operation, answer, sequence }: Entry, id: string): View | undefined {
  const card = cardIn(answer);
  if (operation !== 'clockIn' && operation !== 'create') return undefined;
  return accepted && card?.id === id ? { card, sequence, by: operation } : undefined;
}

/** Any write to the card, refused ones too, in whatever letter case its id is written. */
function isWriteTo(entry: Entry, id: string): boolean {
  return mayWrite(entry) && entry.cardId?.toLowerCase() === id.toLowerCase();
}

const reads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for a request that may change something. */
export function mayWrite({ exchange }: Entry): boolean {
  return !reads.has(exchange.request.method);
}
