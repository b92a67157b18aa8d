import type { JsonObject } from '../../traffic/json.ts';
import { isWrite } from '../../traffic/operation.ts';
import { sameId } from '../assertions/assertions.ts';
import type { Scope, Subject } from '../check.ts';
import { cardIn } from '../card/history.ts';
import { sameActor } from '../assertions/same-actor.ts';
import { mayTouch, ownerAfter } from '../card/touching-writes.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { isPlainGet } from './plain-requests.ts';
import { mayWrite, knownState } from './settled-view.ts';

/** What happened between two gets of a card: nothing but reads, or writes that were all of one kind. */
export type Between = 'reads' | 'sameUser' | 'otherUser' | 'otherTeam';

/** A card before and after what happened beside it. */
export interface Beside extends Subject {
  readonly between: Between;
  readonly before: JsonObject;
  /** Undefined if the card is not there any more. */
  readonly after: JsonObject | undefined;
  /** A card beside it was deleted. */
  readonly afterDelete: boolean;
  readonly status: number;
}

/**
 * A get of a card whose state was certain, with writes to other cards since and none to it. Writes that overlapped each
 * other are as good as any; a get that overlapped a write shows one of two states, and is left out.
 */
export const beside: Scope<Beside> = {
  subjects(entry, trace) {
    const { cardId, status, answer, before: history } = entry;
    if (!isPlainGet(entry) || cardId === undefined || status === undefined || history === undefined) return [];
    const after = cardIn(answer);
    const gone = status === 404 || status === 410;
    if (!gone && (!entry.accepted || after?.id !== cardId)) return [];
    const known = knownState(cardId, trace, entry);
    if (known?.by !== 'get') return [];
    const writes = since(known.sequence, trace).filter((one) => one !== entry && mayWrite(one));
    const between = kindOf(writes, entry, known.card);
    // Somebody else may not be allowed to see the card at all.
    const seenBy = trace.at(known.sequence)?.exchange.actor;
    if (between === undefined || (gone && !sameActor(seenBy, entry.exchange.actor))) return [];
    return [
      {
        between,
        before: known.card,
        after: gone ? undefined : after,
        afterDelete: writes.some(({ operation, accepted }) => operation === 'delete' && accepted),
        status,
        evidence: [known.sequence, ...writes.map(({ sequence }) => sequence), entry.sequence],
      },
    ];
  },
};

/** All that came after that number, in the order in which it came. */
function since(sequence: number, { entries }: Trace): readonly Entry[] {
  const place = entries.findLastIndex((one) => one.sequence === sequence);
  return entries.slice(Math.max(place, 0)).filter((one) => one.sequence > sequence);
}

/** Undefined where some of the writes may change the card, or belong to nobody in particular. */
function kindOf(writes: readonly Entry[], get: Entry, card: JsonObject): Between | undefined {
  if (writes.length === 0) return 'reads';
  const done = writes.filter(({ status = 0 }) => status < 400 || status > 499 || status === 408 || status === 429);
  const kinds = new Set(done.map((write) => kindOfWrite(write, get, card)));
  const [kind] = kinds;
  return kinds.size === 1 ? kind : undefined;
}

function kindOfWrite(write: Entry, get: Entry, card: JsonObject): Between | undefined {
  if (write.operation === 'unknown' || !isWrite(write.operation) || !write.accepted) return undefined;
  if (write.location?.teamId.toLowerCase() !== get.location?.teamId.toLowerCase()) return 'otherTeam';
  const [theirs, own] = [ownerAfter(write), card['userId']];
  if (theirs === undefined || typeof own !== 'string') return undefined;
  if (!sameId(theirs, own)) return 'otherUser';
  return mayTouch(write, card) ? undefined : 'sameUser';
}
