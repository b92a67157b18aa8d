import type { Cards, PlacedCard } from '../card-store.ts';
import type { FaultHooks } from '../fault.ts';
import { writeMark } from '../list-query.ts';
import type { TimeCard, TimeCardEntry } from '../time-card.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { laggingReads } from './lagging.ts';
import { entries } from './variant.ts';

/** Cards of somebody whom the run does not know, one of them open. */
function foreignCard(number: 1 | 2, state: 'clockedIn' | 'clockedOut'): PlacedCard {
  const dateTime = '2025-01-06T08:00:00.000Z';
  const event = { dateTime, isAtApprovedLocation: null, notes: null };
  const entry: TimeCardEntry = { clockInEvent: event, clockOutEvent: state === 'clockedIn' ? null : event, breaks: [] };
  const user = { id: '11111111-2222-4333-8444-555555555555', displayName: 'Somebody else' };
  const by = { application: null, device: null, user };
  const card: TimeCard = {
    id: `TCK_00000000-0000-4000-8000-00000000000${number}`,
    createdDateTime: dateTime,
    lastModifiedDateTime: dateTime,
    userId: user.id,
    state,
    confirmedBy: 'none',
    notes: null,
    ...entry,
    originalEntry: entry,
    createdBy: by,
    lastModifiedBy: by,
  };
  return { card, origin: 'clocked', position: number };
}

const foreign = [foreignCard(1, 'clockedOut'), foreignCard(2, 'clockedIn')];

/** The cards of others before all that are there. */
function behindOthers(cards: Cards): Cards {
  const moved = (one: PlacedCard): PlacedCard => ({ ...one, position: one.position + foreign.length });
  return { get: (id) => cards.get(id), all: () => [...foreign, ...[...cards.all()].map(moved)] };
}

/** Higher than any position, so that a reversed one is still a positive number of few digits. */
const highest = 1e12;

/** Before every card, however a list is sorted. */
const beginning = writeMark([-999_999_999_999_999, 0]);

/** An empty page first, with a link that leads on to where the list begins. */
const emptyPages: FaultHooks = {
  reply: (reply, { operation, received }) => {
    const { query, origin, path } = received;
    const isFirst = !/(\$|%24)skiptoken=/i.test(query);
    if (operation !== 'list' || reply.status !== 200 || !isFirst) return reply;
    const link = `${origin}${path}?${query === '' ? '' : `${query}&`}$skiptoken=${beginning}`;
    return { ...reply, content: { kind: 'json', value: { '@odata.nextLink': link, value: [] } } };
  },
};

/** What lists show, in which order, and in how many pages. */
export const listVariants = entries([
  {
    id: 'short-pages',
    title: 'a page holds two cards where the client names no number',
    allows: 'concepts/paging: the server may page any list; no page names a size.',
    temptation: 'a list without $top comes whole',
    policy: { pageSize: 2 },
  },
  {
    id: 'small-maximum',
    title: 'a page holds one card at most, and a larger $top is taken for that',
    allows: 'concepts/paging: what happens above the maximum $top varies.',
    temptation: '$top=n gives n items where there are so many',
    policy: { pageSize: 1, largestPage: 1, beyondLargestPage: 'largestPage' },
  },
  {
    id: 'last-page-with-null-link',
    title: 'where no page follows, the link is null and not absent',
    allows: 'concepts/paging: go on while a link comes; null is none. best-practices: the property is not there.',
    temptation: 'a property that is there is a link',
    warns: ['TC-LIST-027'],
    hooks: {
      reply: (reply, { operation }) => {
        const { content } = reply;
        if (operation !== 'list' || content.kind !== 'json' || !isJsonObject(content.value)) return reply;
        const isPage = Array.isArray(content.value['value']);
        const value = { '@odata.nextLink': null, ...content.value };
        return isPage ? { ...reply, content: { kind: 'json', value } } : reply;
      },
    },
  },
  {
    id: 'empty-pages',
    title: 'every list begins with an empty page that has an @odata.nextLink',
    allows: 'concepts/paging: a page may be empty and yet lead on.',
    temptation: 'an empty page is the last one',
    hooks: emptyPages,
  },
  {
    id: 'option-names-heed-case',
    title: 'query options are known as the list page writes them, and left aside in another case',
    allows:
      'traverse-the-graph says only what to assume of query parameters; the pages write $top, $filter and $orderby.',
    temptation: '$TOP is $top',
    hooks: {
      receive: (received) => {
        const options = received.query
          .split('&')
          .filter((one) => !/^\$(top|filter|orderby)=/i.test(one) || /^\$[a-z]/.test(one));
        return { ...received, query: options.join('&') };
      },
    },
  },
  {
    id: 'links-spelled-otherwise',
    title: 'the path of an @odata.nextLink is spelled in lower case, with its options percent-encoded',
    allows:
      'concepts/paging: the link is opaque, to be followed whole; traverse-the-graph: names match in any letter case.',
    temptation: 'a link has the path of the list',
    hooks: {
      reply: (reply, { operation }) => {
        if (operation !== 'list' || reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
        const { value } = reply.content;
        const link = value['@odata.nextLink'];
        if (typeof link !== 'string') return reply;
        const spelled = link.replace('/schedule/timeCards?', '/schedule/timecards?').replaceAll('$', '%24');
        return { ...reply, content: { kind: 'json', value: { ...value, '@odata.nextLink': spelled } } };
      },
    },
  },
  {
    id: 'newest-first',
    title: 'lists begin with the newest card',
    allows: 'No page names an order of the list.',
    temptation: 'cards are listed in the order of their creation',
    hooks: {
      look: (cards, { operation }): Cards =>
        operation === 'list'
          ? {
              get: (id) => cards.get(id),
              all: () => [...cards.all()].toReversed().map((one) => ({ ...one, position: highest - one.position })),
            }
          : cards,
    },
  },
  {
    id: 'cards-of-others',
    title: 'lists hold cards of people whom the caller does not know, one of them open',
    allows: 'list page: "the timeCards in a schedule", which is the team’s.',
    temptation: 'a list holds the cards of this run, and the caller has no open card but those',
    hooks: {
      look: (cards, { operation }): Cards => (operation === 'list' ? behindOthers(cards) : cards),
    },
  },
  {
    id: 'lagging-reads',
    title: 'one write in 47 shows in reads only after 30 ms',
    allows: 'No page promises when a write shows; the suite waits for a while before it believes a difference.',
    temptation: 'a read shows what the write before it did',
    // Where the one that is late is of the only race of its kind.
    leavesOpen: 'no answer of this run could show it',
    hooks: laggingReads(47, 30),
  },
]);
