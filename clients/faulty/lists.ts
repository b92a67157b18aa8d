import { isJsonObject } from '../../traffic/json.ts';
import type { ClientDefect } from './client-defect.ts';

/** Options of lists, and the ways from page to page. */
export const listDefects: readonly ClientDefect[] = [
  {
    id: 'filter-not-encoded',
    title: 'the value of $filter is encoded as a whole URL would be, so that & and # end it',
    imitates: 'encodeURI in place of encodeURIComponent',
    caughtBy: ['TC-GEN-032'],
    start: () => ({ option: (name, value) => `${name}=${encodeURI(value).replace(/#.*/, '')}` }),
  },
  {
    id: 'filter-plus-for-space',
    title: 'spaces in $filter go out as plus signs',
    imitates: 'form encoding of query strings',
    caughtBy: ['TC-GEN-032'],
    start: () => ({ option: (name, value) => `${name}=${encodeURIComponent(value).replaceAll('%20', '+')}` }),
  },
  {
    id: 'filter-quotes-single',
    title: 'doubled quotes in $filter are made single',
    imitates: 'a client that mends what it takes for a slip',
    caughtBy: ['TC-GEN-032'],
    start: () => ({ option: (name, value) => `${name}=${encodeURIComponent(value.replaceAll("''", "'"))}` }),
  },
  {
    id: 'stops-at-empty-page',
    title: 'an empty page ends the list',
    imitates: 'a page iterator that looks for items first',
    caughtBy: ['TC-LIST-020'],
    start: () => ({
      next: (link, page) => (Array.isArray(page['value']) && page['value'].length === 0 ? undefined : link),
    }),
  },
  {
    id: 'first-page-only',
    title: 'listAll gives the first page',
    imitates: 'clients without a pager',
    caughtBy: ['TC-LIST-020'],
    start: () => ({ next: () => undefined }),
  },
  {
    id: 'two-pages-only',
    title: 'listAll ends after the second page',
    imitates: 'an if where a loop was meant',
    caughtBy: ['TC-LIST-020'],
    start: () => {
      let pages = 0;
      return { next: (link) => ((pages = link === undefined ? 0 : pages + 1) > 1 ? undefined : link) };
    },
  },
  {
    id: 'token-taken-out',
    title: 'the skip token is taken out of the link and put to the usual address',
    imitates: 'clients that build the next request themselves',
    caughtBy: ['TC-LIST-021'],
    start: () => ({
      next: (link, _page, list) => {
        const token = link === undefined ? undefined : /\$skiptoken=([^&]*)/i.exec(link)?.[1];
        return token === undefined ? undefined : `${list}?$skiptoken=${token}`;
      },
    }),
  },
  {
    id: 'link-decoded',
    title: 'the link is decoded before it is followed',
    imitates: 'a client that takes links apart with the URL class of its language',
    caughtBy: ['TC-LIST-021'],
    start: () => ({ next: (link) => link?.replaceAll(/%2B/gi, '+').replaceAll(/%2F/gi, '/').replaceAll(/%3D/gi, '=') }),
  },
  {
    id: 'last-page-dropped',
    title: 'of several pages, the cards of the last are not handed over',
    imitates: 'a loop that ends one page early',
    caughtBy: ['TC-LIST-020'],
    start: () => {
      let isLater = false;
      return {
        read: (value, op) => {
          if (op !== 'listAll' || !isJsonObject(value)) return value;
          const isLast = value['@odata.nextLink'] === undefined;
          const isDropped = isLast && isLater;
          isLater = !isLast;
          return isDropped ? { ...value, value: [] } : value;
        },
      };
    },
  },
];
