import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { sameId } from '../assertions/assertions.ts';
import type { Scope, Subject } from '../check.ts';
import { cardIn } from '../card/history.ts';
import { itemsOf, showsWholeCards, type Entry } from '../trace/trace.ts';
import { idsIn, nextLink } from './lists.ts';
import { isPlain } from './plain-requests.ts';
import { knownState } from './settled-view.ts';
import { walkEndingWith } from './walk-end.ts';

/** A card as get showed it, and as a list shows it with no write to it in between. */
export interface Listed extends Subject {
  readonly got: JsonObject;
  readonly listed: JsonObject;
  /** JSON pointer of the item. */
  readonly pointer: string;
}

/** Every item of a list whose state was certain from gets. */
export const listedAndGot: Scope<Listed> = {
  subjects(entry, trace) {
    if (entry.operation !== 'list' || !entry.accepted || !isPlain(entry) || !showsWholeCards(entry)) return [];
    return itemsOf(entry.answer).flatMap((item, index): readonly Listed[] => {
      const id = cardIn(item)?.id;
      if (id === undefined || !trace.cards.has(id) || !isJsonObject(item)) return [];
      const known = knownState(id, trace);
      if (known?.by !== 'get') return [];
      const evidence = [known.sequence, entry.sequence];
      return [{ got: known.card, listed: item, pointer: `/value/${index}`, evidence }];
    });
  },
};

/** A card that was deleted while the pages of a list were read. */
export interface DeletedMeanwhile extends Subject {
  readonly shown: boolean;
}

/** The cards that were deleted between two pages, each as soon as a later page shows it or the last page is read. */
export const deletedMeanwhile: Scope<DeletedMeanwhile> = {
  subjects(entry, trace) {
    if (entry.operation !== 'list' || !entry.accepted) return [];
    const pages = walkEndingWith(entry, trace);
    const [first] = pages;
    const deletes = trace.writesBetween(first.sequence, Infinity).filter(({ operation }) => operation === 'delete');
    const ids = new Set(deletes.flatMap(({ cardId }) => cardId ?? []));
    return [...ids].flatMap((id): readonly DeletedMeanwhile[] => {
      const deletedBy = trace.deleted.get(id)?.deletedBy;
      if (deletedBy === undefined || deletedBy < first.sequence) return [];
      if (pages.slice(0, -1).some((page) => shows(page, id))) return [];
      const shown = shows(entry, id);
      if (!shown && nextLink(entry) !== undefined) return [];
      return [{ shown, evidence: [...pages.map(({ sequence }) => sequence), deletedBy] }];
    });
  },
};

function shows(page: Entry, id: string): boolean {
  return idsIn(page).some((one) => sameId(one, id));
}
