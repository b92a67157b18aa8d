import { isNamedAsInPage } from '../specs/page-spelling.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { expectThat, holds, notApplicable, observed, violated } from './assertions/assertions.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { check, type Answer, type Check, type Scope, type Subject } from './check.ts';
import { counted } from './assertions/counted.ts';
import { instantOf } from './assertions/instants.ts';
import { refusalSays } from './assertions/refusal.ts';
import { anyState, filteredWalks, filterOn, stateIn } from './scopes/filtered-walks.ts';
import { pages, queryOf } from './scopes/lists.ts';
import { isPlain } from './scopes/plain-requests.ts';
import { firstFilledPages, laterPages, type LaterPage, type Walk } from './scopes/walks.ts';
import { itemsOf, type Entry } from './trace/trace.ts';

const limited = /\$top=(\d+)/;

const orderBy = /^\$orderby=([a-z/]+)(?: (asc|desc))?$/i;

/** Every item is in the state that the filter names, however the answer writes it. */
function onlyThatState(items: readonly Json[], query: string): Answer {
  const wanted = stateIn(query);
  const other = items.findIndex((item) => String(at(item, '/state')).toLowerCase() !== wanted.toLowerCase());
  if (items.length === 0) return notApplicable;
  return other === -1 ? holds : violated(`/value/${other}/state`, wanted, at(items[other], '/state'));
}

/** True where the last page holds as many items as were asked for, so that there may be more. */
function isFull(read: Walk['pages']): boolean {
  const top = limited.exec(queryOf(read[0]))?.[1];
  return top !== undefined && itemsOf((read.at(-1) ?? read[0]).answer).length === Number(top);
}

/** A page behind the first keeps to what the first was asked for, if that one did. */
function later({ first, page }: LaterPage, keeps: (items: readonly Json[], query: string) => Answer): Answer {
  const query = queryOf(first);
  return keeps(itemsOf(first.answer), query).kind === 'violated' ? notApplicable : keeps(itemsOf(page.answer), query);
}

/** What the page names for the version, and the example of beta asks for. */
const printedOptions: Readonly<Record<ApiVersion, RegExp>> = {
  'v1.0': /^\$top=\d+$/,
  beta: /^(?:\$top=\d+(?:&|$))?(?:\$filter=state eq 'clockedOut')?$/,
};

/** A list by the caller with options that are shown, after one without any that was accepted. */
const shownOptions: Scope<WithOptions> = {
  needsMadeTraffic: true,
  subjects(entry, trace, { apiVersion, teamId }) {
    const isOwn = (one: Entry): boolean =>
      one.operation === 'list' && one.exchange.actor === 'caller' && isPlain(one) && one.location?.teamId === teamId;
    const query = queryOf(entry);
    if (!isOwn(entry) || entry.exchange.intent === undefined || query === '' || !printedOptions[apiVersion].test(query))
      return [];
    // Under a name in another letter case the list need not be found (TC-GEN-008), whatever the options are.
    if (!isNamedAsInPage(entry.exchange.request.url, 'list')) return [];
    const control = trace.entries.find((one) => one.accepted && isOwn(one) && queryOf(one) === '');
    return control === undefined ? [] : [{ entry, evidence: [control.sequence, entry.sequence] }];
  },
};

interface WithOptions extends Subject {
  readonly entry: Entry;
}

/** What $top, $filter and $orderby do. */
export const listOptionChecks: readonly Check[] = [
  check('TC-LIST-026', shownOptions, ({ entry }) => {
    if (entry.accepted) return holds;
    const because = refusalSays(entry);
    return because === 'wrong' ? violated('status', 200, entry.status) : { kind: 'undecided', because };
  }),
  check('TC-LIST-004', pages(limited), ({ items, entry }) => atMost(items, queryOf(entry))),
  check('TC-LIST-006', firstFilledPages(filterOn('clockedOut')), ({ items, entry }) =>
    onlyThatState(items, queryOf(entry)),
  ),
  check('TC-LIST-015', firstFilledPages(filterOn('clockedIn|onBreak')), ({ items, entry }) =>
    onlyThatState(items, queryOf(entry)),
  ),
  check('TC-LIST-016', filteredWalks, ({ wanted, endless, ids, pages: read }) => {
    if (wanted.length === 0 || endless !== undefined) return notApplicable;
    const missing = wanted.find(({ id }) => !ids.includes(id));
    if (missing === undefined) return holds;
    // The card may stand on a page that nothing leads to.
    return isFull(read)
      ? violated('/@odata.nextLink', `the card ${missing.id}, or a link to the page that has it`, '(absent)')
      : violated('/value', `the card ${missing.id}`, '(absent)');
  }),
  check('TC-LIST-017', laterPages(filterOn(anyState)), (subject) => later(subject, onlyThatState)),
  check('TC-LIST-018', laterPages(limited), (subject) =>
    later(subject, (items, query) => (items.length === 0 ? notApplicable : atMost(items, query))),
  ),
  check('TC-LIST-014', pages(orderBy), ({ items, entry }) => {
    const [, path = '', direction] = orderBy.exec(queryOf(entry)) ?? [];
    const values = items.flatMap((item) => rankOf(isJsonObject(item) ? at(item, `/${path}`) : undefined));
    if (values.length < 2 || values.length < items.length) return notApplicable;
    const descending = direction?.toLowerCase() === 'desc';
    const inOrder = values.slice(1).every((next, index) => {
      const { [index]: one = next } = values;
      return descending ? one >= next : one <= next;
    });
    return observed(`order of a list with ${queryOf(entry)}`, inOrder ? 'as asked for' : 'another');
  }),
];

function atMost(items: readonly Json[], query: string): Answer {
  const top = Number(limited.exec(query)?.[1]);
  return expectThat(items.length <= top, '/value', `at most ${counted(top, 'item')}`, counted(items.length, 'item'));
}

/** Times by the instant, other text as it is. */
function rankOf(value: Json | undefined): readonly (string | number)[] {
  return typeof value === 'string' ? [instantOf(value) ?? value] : [];
}
