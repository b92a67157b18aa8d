import type { Scope } from '../check.ts';
import type { History } from '../card/history.ts';
import { queryOf } from './lists.ts';
import { walks, type Walk } from './walks.ts';

// Whether the name of an option, or of a state, means the same in another case is only observed (TC-GEN-025).

/** A filter on state alone, perhaps with a page size or the token of a later page. */
export const filterOn = (states: string): RegExp =>
  new RegExp(String.raw`^(\$top=\d+&)?\$filter=state eq '(${states})'(&\$(top|skip[tT]oken|orderby)=[^&]*)*$`);

export const anyState = 'clockedIn|onBreak|clockedOut';

/** The state that a filter names, as it is written there. */
export function stateIn(query: string): string {
  return /state eq '(\w+)'/.exec(query)?.[1] ?? '';
}

const walksOfAnyState = walks(filterOn(anyState), 'own team');

/** With the looks that show which cards are in that state: a look may have been late. */
export const filteredWalks: Scope<
  Pick<Walk, 'pages' | 'ids' | 'endless' | 'evidence'> & { readonly wanted: readonly History[] }
> = {
  subjects: (entry, trace, context) =>
    walksOfAnyState.subjects(entry, trace, context).map((walk) => {
      const state = stateIn(queryOf(walk.pages[0])).toLowerCase();
      // Only what the whole list has shown, and where no write is waiting to be seen.
      const wanted = walk.own.filter(
        ({ id, writes, unsettled, state: shown }) =>
          walk.listed.has(id) && writes.length === 0 && unsettled !== true && shown.toLowerCase() === state,
      );
      const { pages, ids, endless } = walk;
      return {
        pages,
        ids,
        endless,
        wanted,
        // Of a long capture it is much, and only who finds something wrong asks for it.
        get evidence() {
          const looks = wanted.flatMap(({ latest }) => latest?.sequence ?? []);
          return [...new Set([...walk.evidence, ...looks])].toSorted((one, other) => one - other);
        },
      };
    }),
};

/** Lists of the cards in a state in which few are at a time: on a team with thousands of cards they come to an end as well. */
export const walksOfOpenCards = walks(filterOn('clockedIn|onBreak'), 'own team');
