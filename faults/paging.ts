import { isJsonObject, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import type { CallSoFar } from '../reference/call.ts';
import type { Cards } from '../reference/card-store.ts';
import type { FaultHooks } from '../reference/fault.ts';
import { pageOf, readListQuery } from '../reference/list-query.ts';
import { defects } from './defect.ts';
import { answering, withJson, without } from './seams.ts';

const link = '@odata.nextLink';

/** Lists that lose, repeat or hide items. */
export const pagingDefects = defects('paging', [
  {
    id: 'top-ignored',
    title: '$top is ignored',
    imitates: 'mocks that drop the query before they match',
    caughtBy: ['TC-LIST-004'],
    hooks: withoutOption('$top'),
  },
  {
    id: 'filter-ignored',
    title: '$filter is ignored',
    imitates: 'mocks that drop the query before they match',
    caughtBy: ['TC-LIST-006', 'TC-LIST-008'],
    hooks: withoutOption('$filter'),
  },
  {
    id: 'filter-of-open-ignored',
    title: '$filter is applied for clockedOut only',
    imitates: 'the one example of the page, taken for all',
    caughtBy: ['TC-LIST-015'],
    hooks: withoutOption('$filter', (value) => !value.includes('clockedOut')),
  },
  {
    id: 'filter-loses-one',
    title: 'a filtered list lacks the first card that fits',
    imitates: 'an offset that is counted before the filter is applied',
    caughtBy: ['TC-LIST-016'],
    hooks: onPage((page, { received }) =>
      /filter/i.test(received.query) && !/skiptoken/i.test(received.query)
        ? { ...page, value: items(page).slice(1) }
        : page,
    ),
  },
  {
    id: 'next-page-unfiltered',
    title: 'the pages behind the first are not filtered',
    imitates: 'a page token that holds a place and no query',
    caughtBy: ['TC-LIST-017'],
    hooks: withoutOption('$filter', () => true, 'later'),
  },
  {
    id: 'next-page-of-any-size',
    title: 'the pages behind the first do not keep to $top',
    imitates: 'a page token that holds a place and no query',
    caughtBy: ['TC-LIST-018'],
    hooks: withoutOption('$top', () => true, 'later'),
  },
  {
    id: 'invalid-filter-empty',
    title: 'a $filter that cannot be understood gives an empty list',
    imitates: 'a filter that matches nothing instead of failing',
    caughtBy: ['TC-LIST-008'],
    hooks: {
      reply: (reply, { operation, received }) =>
        operation === 'list' && reply.status === 400 && /filter/i.test(received.query)
          ? { ...withJson(reply, { value: [] }), status: 200 }
          : reply,
    },
  },
  {
    id: 'next-link-missing',
    title: 'a page that is not the last has no @odata.nextLink',
    imitates: 'servers that cut a list at its limit',
    caughtBy: ['TC-LIST-005'],
    hooks: onPage((page) => without(page, link)),
  },
  {
    id: 'list-ends-at-ten',
    title: 'a list ends after ten cards, and has no link to the others',
    imitates: 'a default page size without paging',
    caughtBy: ['TC-LIST-003', 'TC-LIST-005'],
    alike: 'shows only where there are more than ten cards',
    hooks: onPage((page) =>
      items(page).length > 10 ? { ...without(page, link), value: items(page).slice(0, 10) } : page,
    ),
  },
  {
    id: 'filtered-list-shows-creator',
    title: 'in a filtered list userId is that of the creator',
    imitates: 'a query that joins the wrong column',
    caughtBy: ['TC-LIST-013'],
    alike: 'shows only in a filtered list, and only of a card that somebody keeps for another',
    hooks: onPage((page, { received }) =>
      /filter/i.test(received.query)
        ? { ...page, value: items(page).map((card) => ({ ...card, userId: at(card, '/createdBy/user/id') ?? null })) }
        : page,
    ),
  },
  {
    id: 'next-page-skips-one',
    title: 'the next page begins one card too late',
    imitates: 'an offset counted from one',
    caughtBy: ['TC-LIST-012'],
    hooks: onPage((page, { received }) =>
      /skiptoken/i.test(received.query) ? { ...page, value: items(page).slice(1) } : page,
    ),
  },
  {
    id: 'next-page-repeats-one',
    title: 'the next page repeats the last card of the page before',
    imitates: 'a page token that includes where it points',
    caughtBy: ['TC-LIST-012'],
    hooks: () => {
      let last: JsonObject | undefined;
      return onPage((page, { received }) => {
        const repeated = last && /skiptoken/i.test(received.query) ? [last] : [];
        last = items(page).at(-1);
        return { ...page, value: [...repeated, ...items(page)] };
      });
    },
  },
  {
    id: 'next-link-endless',
    title: 'the last page links to itself',
    imitates: 'a next link that is always written',
    caughtBy: ['TC-LIST-005'],
    hooks: onPage((page, { received }) =>
      page[link] === undefined ? { ...page, [link]: `${received.origin}${received.path}?${received.query}` } : page,
    ),
  },
  {
    id: 'next-link-into-other-version',
    title: 'the link to the next page leads into the other version of the API',
    imitates: 'a link made with the base address of another deployment',
    caughtBy: ['TC-LIST-024'],
    hooks: onPage((page) => {
      const next = page[link];
      if (typeof next !== 'string') return page;
      return { ...page, [link]: next.replace(/\/(v1\.0|beta)\//, (own) => (own === '/beta/' ? '/v1.0/' : '/beta/')) };
    }),
  },
  {
    id: 'next-page-lost-with-its-first-card',
    title: 'a page whose first card was deleted since the page before is empty, and the last one',
    imitates: 'a page token that names the card to begin with',
    caughtBy: ['TC-LIST-025'],
    hooks: () => {
      /** The first card of the page behind each token. */
      const begins = new Map<string, string>();
      let seen: Cards | undefined;
      const tokenIn = (query: string): string => /skiptoken=([^&]*)/i.exec(query)?.[1] ?? '';
      return {
        look: (cards) => (seen = cards),
        ...onPage((page, { received, version }) => {
          const first = begins.get(tokenIn(received.query));
          if (first !== undefined && seen?.get(first) === undefined) return { value: [] };
          const next = String(page[link] ?? '').split('?')[1];
          if (next === undefined || seen === undefined) return page;
          const [item] = pageOf(seen.all(), readListQuery(next, undefined, version)).items;
          if (item !== undefined) begins.set(tokenIn(next), item.card.id);
          return page;
        }),
      };
    },
  },
]);

/** A list as if one option had not been sent, on all pages or on those behind the first. */
function withoutOption(
  name: string,
  dropped: (value: string) => boolean = () => true,
  pages: 'all' | 'later' = 'all',
): FaultHooks {
  return {
    receive: (received) => {
      if (pages === 'later' && !/skiptoken/i.test(received.query)) return received;
      const kept = [...new URLSearchParams(received.query)].filter(
        ([option, value]) => option.toLowerCase() !== name || !dropped(value),
      );
      return { ...received, query: new URLSearchParams(kept).toString() };
    },
  };
}

function onPage(change: (page: JsonObject, call: CallSoFar) => JsonObject): FaultHooks {
  return answering('list', (reply, call) =>
    reply.content.kind === 'json' && isJsonObject(reply.content.value)
      ? withJson(reply, change(reply.content.value, call))
      : reply,
  );
}

function items(page: JsonObject): readonly JsonObject[] {
  return Array.isArray(page['value']) ? (page['value'] as readonly JsonObject[]) : [];
}
