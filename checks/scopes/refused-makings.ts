import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { duringCall, sameId } from '../assertions/assertions.ts';
import type { Scope, Subject } from '../check.ts';
import type { JudgeContext } from '../context.ts';
import { isInDoubt, itemsOf, type Entry, type Trace } from '../trace/trace.ts';
import { idsIn } from './lists.ts';
import { walkEndingWith } from './walk-end.ts';
import { walks, type Walk } from './walks.ts';

/** All cards, or all open ones, before and after requests that would have made some and were refused, with nothing accepted in between. */
export interface RefusedMakings extends Subject {
  /** Ids of the caller's cards that only the second list shows, and that no answer has spoken of. */
  readonly appeared: readonly string[];
}

/** A list that would show a card that was made, with the requests that would have made it. */
interface Looked {
  readonly lists: Scope<Walk>;
  readonly makes: (entry: Entry) => boolean;
}

const looks: readonly Looked[] = [
  { lists: walks(/^$/, 'own team'), makes: ({ operation }) => operation === 'create' || operation === 'clockIn' },
  // A card of clockIn is open: where the whole list is long, that of the open ones is not.
  { lists: walks(/^\$filter=state eq 'clockedIn'$/, 'own team'), makes: ({ operation }) => operation === 'clockIn' },
];

export const afterRefusedMakings: Scope<RefusedMakings> = {
  // Of others nobody knows whether a second client of the same user made the card meanwhile.
  needsMadeTraffic: true,
  subjects(entry, trace, context) {
    return looks.flatMap((look) => ghosts(look, entry, trace, context));
  },
};

function ghosts(
  { lists, makes }: Looked,
  entry: Entry,
  trace: Trace,
  context: JudgeContext,
): readonly RefusedMakings[] {
  return lists.subjects(entry, trace, context).flatMap(({ pages }) => {
    const [{ sequence: first }] = pages;
    const earlier = trace.entries.findLast(
      (one) => one.sequence < first && lists.subjects(one, trace, context).length > 0,
    );
    if (earlier === undefined) return [];
    // Between the pages of the second walk there is none: it would be no walk.
    const between = trace.entries.filter((one) => makes(one) && one.sequence > earlier.sequence);
    // After a timeout (408) nobody knows whether the card was made.
    const refused = between.filter((one) => (one.status ?? 0) >= 400 && (one.status ?? 0) < 500 && !isInDoubt(one));
    if (refused.length === 0 || refused.length < between.length) return [];
    const before = new Set(walkEndingWith(earlier, trace).flatMap(idsIn));
    const appeared = pages
      .flatMap((page) => ownIdsIn(page, context, refused))
      .filter((id) => !before.has(id) && !trace.cards.get(id)?.madeBy);
    const evidence = [earlier, ...refused, ...pages].map(({ sequence }) => sequence);
    return [{ appeared, evidence }];
  });
}

/** The caller's cards of the time of one of the requests: a second client of the same user may make others. */
function ownIdsIn({ answer }: Entry, { callerId }: JudgeContext, refused: readonly Entry[]): readonly string[] {
  return itemsOf(answer).flatMap((item) => {
    if (!isJsonObject(item) || !refused.some(({ exchange }) => isDuring(item, exchange))) return [];
    const { id, userId } = item;
    return typeof id === 'string' && sameId(userId, callerId) ? [id] : [];
  });
}

function isDuring(card: JsonObject, exchange: Exchange): boolean {
  return duringCall(card, '/createdDateTime', exchange).kind === 'holds';
}
