import { isJsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { notApplicable, observed } from './assertions/assertions.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { instantOf } from './assertions/instants.ts';
import { queryOf } from './scopes/lists.ts';
import { walks, type Walk } from './scopes/walks.ts';
import { itemsOf } from './trace/trace.ts';

/** What of a whole list can be looked at: its order, or whether its first page holds so many cards. */
interface ListFact extends Subject {
  readonly walk: Walk;
  readonly about: 'order' | 3 | 10;
}

/** Every whole list without a filter and an order. */
const wholeLists: Scope<ListFact> = {
  subjects: (entry, trace, context) =>
    walks(/^(?:\$top=\d+)?$/, 'own team')
      .subjects(entry, trace, context)
      .flatMap((walk) =>
        (['order', 3, 10] as const).map((about) => ({
          walk,
          about,
          evidence: walk.pages.map(({ sequence }) => sequence),
        })),
      ),
};

/** Fewer may stand in any order by chance. */
const enoughForOrder = 8;

/** How lists come where the client leaves it to the server: recorded, never judged. */
export const listFactChecks: readonly Check[] = [
  check('TC-LIST-028', wholeLists, ({ walk, about }) => (about === 'order' ? orderOf(walk) : sizeOf(walk, about))),
];

/**
 * Whether a page holds so many cards, where there are as many. With a size in place of a limit, the value would depend on how
 * many cards there were.
 */
function sizeOf({ pages: [first], ids }: Walk, least: number): Answer {
  if (queryOf(first) !== '' || ids.length < least) return notApplicable;
  const size = itemsOf(first.answer).length;
  return observed(`page of a list of ${least} or more cards`, size >= least ? `at least ${least}` : `${size}`);
}

function orderOf({ pages }: Walk): Answer {
  const times = pages
    .flatMap(({ answer }) => itemsOf(answer))
    .flatMap((item) => (isJsonObject(item) ? (instantOf(at(item, '/createdDateTime')) ?? []) : []));
  if (new Set(times).size < enoughForOrder) return notApplicable;
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const order = steps.every((step) => step >= 0)
    ? 'oldest first'
    : steps.every((step) => step <= 0)
      ? 'newest first'
      : 'another';
  return observed('order of a list without $orderby', order);
}
