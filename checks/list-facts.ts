import { isJsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { notApplicable, observed } from './assertions/assertions.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { instantOf } from './assertions/instants.ts';
import { idsIn, queryOf } from './scopes/lists.ts';
import { walks, walksSoFar, type Walk } from './scopes/walks.ts';
import { itemsOf } from './trace/trace.ts';

/** What can be looked at: the order of a whole list, or how many of so many cards its first page holds. */
interface ListFact extends Subject {
  readonly walk: Walk;
  readonly about: 'order' | 3 | 10;
}

/** Every list without a filter and an order. */
const plain = /^(?:\$top=\d+)?$/;

const lists: Scope<ListFact> = {
  subjects(entry, trace, context) {
    const whole = walks(plain, 'own team').subjects(entry, trace, context);
    // Amid thousands of cards a list is not read to its end; how many a page holds shows before.
    const walk = whole[0] ?? walksSoFar(plain, 'own team').subjects(entry, trace, context)[0];
    if (walk === undefined) return [];
    const before = walk.ids.length - idsIn(entry).length;
    const sizes = ([3, 10] as const).filter((least) => before < least && walk.ids.length >= least);
    const evidence = walk.pages.map(({ sequence }) => sequence);
    return [...(whole.length > 0 ? ['order' as const] : []), ...sizes].map((about) => ({ walk, about, evidence }));
  },
};

/** Fewer may stand in any order by chance. */
const enoughForOrder = 8;

/** How lists come where the client leaves it to the server: recorded, never judged. */
export const listFactChecks: readonly Check[] = [
  check('TC-LIST-028', lists, ({ walk, about }) => (about === 'order' ? orderOf(walk) : sizeOf(walk, about))),
];

/**
 * Whether a page holds so many cards, where there are as many. With a size in place of a limit, the value would depend on how
 * many cards there were.
 */
function sizeOf({ pages: [first] }: Walk, least: number): Answer {
  if (queryOf(first) !== '') return notApplicable;
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
