import type { Cards, PlacedCard } from '../card-store.ts';
import type { CallSoFar, Received } from '../call.ts';
import type { FaultHooks } from '../fault.ts';
import { readListQuery } from '../list-query.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { laggingReads } from './lagging.ts';
import { entries } from './variant.ts';

const nextLink = '@odata.nextLink';

/** Changes the links of lists. */
function linking(change: (link: string, call: CallSoFar, items: number) => string): FaultHooks {
  return {
    reply: (reply, call) => {
      if (call.operation !== 'list' || reply.content.kind !== 'json' || !isJsonObject(reply.content.value))
        return reply;
      const { value: items, ...rest } = reply.content.value;
      const link = rest[nextLink];
      if (typeof link !== 'string' || !Array.isArray(items)) return reply;
      return {
        ...reply,
        content: { kind: 'json', value: { ...rest, [nextLink]: change(link, call, items.length), value: items } },
      };
    },
  };
}

/** Pages that are counted by how many items come before them: a delete before them moves the rest up. */
function byPlace(): FaultHooks {
  const token = /&?\$skiptoken=place(\d+)/i;
  let place = 0;
  return {
    receive: (received) => {
      place = Number(token.exec(received.query)?.[1] ?? 0);
      return place === 0 ? received : { ...received, query: received.query.replace(token, '') };
    },
    look: (cards, { operation, received, version }): Cards => {
      if (operation !== 'list' || place === 0) return cards;
      const { matches, rank = () => 0 } = readListQuery(received.query, undefined, version);
      const inOrder = [...cards.all()]
        .filter(({ card }) => matches(card))
        .toSorted((one, other) => rank(one.card) - rank(other.card) || one.position - other.position);
      return { get: (id) => cards.get(id), all: () => inOrder.slice(place) };
    },
    ...linking((link, _call, items) => link.replace(/\$skiptoken=[^&]*/i, `$skiptoken=place${place + items}`)),
  };
}

/** Pages that are all of the moment at which the first was asked for. */
function ofOneMoment(): FaultHooks {
  const moments: (readonly PlacedCard[])[] = [];
  const option = /&moment=(\d+)/;
  let moment: number | undefined;
  return {
    receive: (received) => {
      const [, known] = option.exec(received.query) ?? [];
      moment = known === undefined ? undefined : Number(known);
      return known === undefined ? received : { ...received, query: received.query.replace(option, '') };
    },
    look: (cards, { operation }): Cards => {
      if (operation !== 'list') return cards;
      const kept = moment === undefined ? undefined : moments[moment];
      if (kept !== undefined) return { get: (id) => cards.get(id), all: () => kept };
      moment = moments.push([...cards.all()]) - 1;
      return cards;
    },
    ...linking((link) => `${link}&moment=${moment ?? 0}`),
  };
}

/** A path that says nothing of what it leads to. */
const shortPath = /^\/v1\.0\/pages\/(\d+)$/;

function withShortLinks(): FaultHooks {
  const links: Pick<Received, 'path' | 'query'>[] = [];
  return {
    receive: (received) => {
      const [, number] = shortPath.exec(received.path) ?? [];
      return { ...received, ...links[Number(number)] };
    },
    ...linking((link, { received }) => {
      const { pathname, search } = new URL(link);
      const number = links.push({ path: pathname, query: search.slice(1) }) - 1;
      return `${received.origin}/v1.0/pages/${number}`;
    }),
  };
}

/** How the pages of a list hang together. */
export const pagingVariants = entries([
  {
    id: 'pages-by-place',
    title: 'a page begins behind as many items as were shown before it, whatever was deleted meanwhile',
    allows: 'concepts/paging: a link may carry $skip; no page says what a list shows of changes while it is read.',
    temptation: 'a delete between two pages never moves the cards behind it',
    hooks: byPlace,
  },
  {
    id: 'pages-of-one-moment',
    title: 'all pages of a list are of the moment at which the first was asked for',
    allows: 'No page says what a list shows of changes while it is read.',
    temptation: 'a card that is deleted between two pages is on none of those that follow',
    hooks: ofOneMoment,
  },
  {
    id: 'links-of-their-own',
    title: 'a link to the next page has a short path of its own that names neither team nor query',
    allows: 'best-practices: treat the entire URL as an opaque string.',
    temptation: 'a link has the path of the list, and tells the version by it',
    versions: ['v1.0'],
    hooks: withShortLinks,
  },
  {
    id: 'lists-behind-cards',
    title: 'lists show every second write after 40 ms only, and get shows it at once',
    allows: 'No page promises when a write shows.',
    temptation: 'a list that was read after a write shows it, with a filter or without',
    hooks: () => {
      const all = laggingReads(2, 40)();
      return {
        ...all,
        look: (cards, call) => (call.operation === 'list' ? (all.look?.(cards, call) ?? cards) : cards),
      };
    },
  },
]);
