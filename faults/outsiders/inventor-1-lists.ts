import { answering, showing, withJson } from '../seams.ts';
import type { CallSoFar } from '../../reference/call.ts';
import type { Cards } from '../../reference/card-store.ts';
import type { FaultHooks } from '../../reference/fault.ts';
import { pageOf, readListQuery } from '../../reference/list-query.ts';
import type { CardState } from '../../reference/time-card.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { shownAs } from './inventor-1-shared.ts';

const kind = 'lists';
const nextLink = '@odata.nextLink';

/** Changes the link to the next page. */
function linking(change: (link: string, call: CallSoFar) => string): FaultHooks {
  return answering('list', (reply, call) => {
    if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
    const link = reply.content.value[nextLink];
    if (typeof link !== 'string') return reply;
    return withJson(reply, { ...reply.content.value, [nextLink]: change(link, call) });
  });
}

function isLaterPage({ received }: CallSoFar): boolean {
  return /skiptoken=/i.test(received.query);
}

export const inventor1Lists: readonly InventedDefect[] = [
  {
    id: 'third-page-loses-filter',
    title:
      'The link on a page that was itself reached by a link no longer carries the filter: from the third page on everything is listed.',
    imitates: 'A next link that is built from the token of the page instead of the request.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-006: "$filter=state eq \'clockedOut\' gives only cards in that state." with TC-LIST-005 (concepts/paging.md): "following it whole, unchanged, reaches the rest"; pages/beta/timecard-list.md, example with $top and $filter.',
    level: 'MUST',
    kind,
    hooks: linking((link, call) => (isLaterPage(call) ? link.replace(/(?<=[?&])\$?filter=[^&]*&/i, '') : link)),
  },
  {
    id: 'filter-knows-state-before-edit',
    title:
      'A filter on state finds a card under the state it had before a replace changed it, until another step is made.',
    imitates: 'A search index that every step but the edit keeps up to date.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-006: "$filter=state eq \'clockedOut\' gives only cards in that state."; pages/v1.0/schedule-list-timecards.md, "Optional query parameters": "supports the `$filter`".',
    level: 'MUST',
    kind,
    hooks: () => {
      const indexed = new Map<string, CardState>();
      const real = new Map<string, CardState>();
      return {
        ...showing((card) => {
          const state = typeof card['id'] === 'string' ? real.get(card['id']) : undefined;
          return state === undefined ? card : { ...card, state };
        }, 'list'),
        store: ({ after, call }) => {
          if (after) {
            real.set(after.id, after.state);
            if (call.operation !== 'replace') indexed.set(after.id, after.state);
          }
          return after;
        },
        look: (cards, { operation, received }) =>
          operation === 'list' && /filter=/i.test(received.query)
            ? shownAs(cards, (placed) => {
                const state = indexed.get(placed.card.id);
                return state === undefined ? placed : { ...placed, card: { ...placed.card, state } };
              })
            : cards,
      };
    },
  },
  {
    id: 'delete-unlinks-the-next-card',
    title:
      'A delete also takes the card that was made next after the deleted one out of every list; get still finds it.',
    imitates: 'A linked list that skips one node too many when a node is removed.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-003: "A card created in the team is found by paging through list; a deleted one is not."; pages/v1.0/schedule-delete-timecards.md: one timeCard is deleted.',
    level: 'MUST',
    kind,
    hooks: () => {
      const unlinked = new Set<string>();
      return {
        look: (cards, { operation }) =>
          operation === 'list'
            ? shownAs(cards, (placed) => (unlinked.has(placed.card.id) ? undefined : placed))
            : cards,
        store: ({ before, after, cards }) => {
          if (after !== undefined || before === undefined) return after;
          const ids = [...cards.all()].map(({ card }) => card.id);
          const next = ids[ids.indexOf(before.id) + 1];
          if (next !== undefined) unlinked.add(next);
          return after;
        },
      };
    },
  },
  {
    id: 'manager-confirm-takes-all-of-user',
    title:
      'When a manager confirms a card of another user, all closed cards of that user say that a manager confirmed them.',
    imitates: 'Approval of a time sheet that is stored by user and not by card.',
    breaches:
      'pages/v1.0/timecard-confirm.md, "HTTP request": "POST /teams/{teamsId}/schedule/timeCards/{timeCardId}/confirm" (one card); dossier.md, TC-CREATE-008: "confirmedBy of a new card is none"; "c. State machine": only confirm lets confirmedBy grow.',
    level: 'MUST',
    kind,
    hooks: () => {
      const approved = new Set<string>();
      return {
        look: (cards) =>
          shownAs(cards, (placed) => {
            const { card } = placed;
            if (!approved.has(card.id) || card.confirmedBy.includes('manager')) return placed;
            const confirmedBy = card.confirmedBy === 'user' ? 'user,manager' : 'manager';
            return { ...placed, card: { ...card, confirmedBy } };
          }),
        store: ({ after, call: { operation, user }, cards }) => {
          if (operation !== 'confirm' || after === undefined || user?.id === after.userId) return after;
          for (const { card } of cards.all()) {
            if (card.userId === after.userId && card.state === 'clockedOut') approved.add(card.id);
          }
          return after;
        },
      };
    },
  },
  {
    id: 'descending-list-turns-on-second-page',
    title: 'The link to the second page of a descending list has lost the word desc, so that pages overlap.',
    imitates: 'A next link that keeps the property of $orderby and not its direction.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-005 (concepts/paging.md): "following it whole, unchanged, reaches the rest without repeats"; pages/v1.0/schedule-list-timecards.md, "Optional query parameters": "`$orderby`".',
    level: 'MUST',
    kind,
    hooks: linking((link) => link.replace(/(orderby=[^&]*?)%20desc\b/i, '$1')),
  },
  {
    id: 'link-to-deleted-card-ends-list',
    title:
      'A link to the next page leads to an empty last page where the first card of that page was deleted since; the cards behind it are lost.',
    imitates: 'A page token that names the card to start with instead of the place to go on.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-LIST-005 (concepts/paging.md): "When more items remain the response has @odata.nextLink; following it whole, unchanged, reaches the rest"; TC-LIST-003: "A card created in the team is found by paging through list; a deleted one is not."',
    level: 'MUST',
    kind,
    hooks: () => {
      const firsts = new Map<string, string>();
      let seen: Cards | undefined;
      return {
        look: (cards) => (seen = cards),
        ...answering('list', (reply, { received, version }) => {
          if (reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
          const first = firsts.get(received.query);
          if (first !== undefined && seen?.get(first) === undefined) return withJson(reply, { value: [] });
          const link = reply.content.value[nextLink];
          if (typeof link !== 'string' || seen === undefined) return reply;
          const query = link.slice(link.indexOf('?') + 1);
          const [next] = pageOf(seen.all(), readListQuery(query, undefined, version)).items;
          if (next) firsts.set(query, next.card.id);
          return reply;
        }),
      };
    },
  },
];
