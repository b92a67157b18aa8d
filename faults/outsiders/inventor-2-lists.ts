import { answering, showing, withJson } from '../seams.ts';
import type { Placed } from '../../reference/card-store.ts';
import { readListQuery } from '../../reference/list-query.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { isBeta, looking, optionOf, withoutOption } from './inventor-2-tools.ts';

export const inventor2Lists: readonly InventedDefect[] = [
  {
    id: 'v1-next-link-leads-to-beta',
    title: 'The @odata.nextLink of a v1.0 list leads into beta, so that the cards behind it carry the names of beta.',
    imitates: 'A link made with the base address of another deployment slot.',
    breaches:
      'dossier.md f, Paging (concepts/paging.md): "follow @odata.nextLink whole"; csdl-timecard-v1.0.xml, timeCardEvent (no atApprovedLocation); dossier.md h, TC-SHAPE-003: "In v1.0 every event uses the name isAtApprovedLocation (boolean or null), never atApprovedLocation."',
    level: 'MUST',
    kind: 'lists',
    hooks: answering('list', (reply, { version }) => {
      if (version !== 'v1.0' || reply.content.kind !== 'json' || !isJsonObject(reply.content.value)) return reply;
      const { '@odata.nextLink': link } = reply.content.value;
      if (typeof link !== 'string') return reply;
      return withJson(reply, { ...reply.content.value, '@odata.nextLink': link.replace(/\/v1\.0\//i, '/beta/') });
    }),
  },
  {
    id: 'filtered-empty-page-ends-the-walk',
    title:
      'A filtered list cuts its pages first and filters then; a page on which nothing is left carries no link, and the rest is lost.',
    imitates: 'LIMIT before WHERE, with the link made from the last row of the filtered page.',
    breaches:
      'dossier.md h, TC-LIST-005: "When more items remain the response has @odata.nextLink" (concepts/paging.md; a page may be empty, not the end of it); pages/beta/timecard-list.md, Example: "?$top=2&$filter=state eq \'clockedOut\'"',
    level: 'MUST',
    kind: 'lists',
    hooks: {
      look: (cards, call) => {
        const { operation, received, version } = call;
        if (operation !== 'list' || optionOf(received, '$orderby') !== undefined) return cards;
        const { top, matches, after } = readListQuery(received.query, undefined, version);
        const rest = [...cards.all()].filter(({ position }) => after === undefined || position > after[1]);
        const page = rest.slice(0, top);
        if (page.some(({ card }) => matches(card))) return cards;
        return { get: (id) => cards.get(id), all: () => page };
      },
    },
  },
  {
    id: 'deleted-card-stays-in-filtered-list',
    title: 'A deleted card is gone from get and from the plain list, and stays for good in a list with a filter.',
    imitates: 'A search index for the filters that nobody tells of deletions.',
    breaches:
      'pages/v1.0/schedule-delete-timecards.md, title "Delete timeCard"; dossier.md h, TC-LIST-003: "A card created in the team is found by paging through list; a deleted one is not."',
    level: 'MUST',
    kind: 'lists',
    hooks: () => {
      const deleted = new Map<string, Placed[]>();
      return {
        store: ({ after, call, cards }) => {
          const last = cards.get(call.cardId);
          if (call.operation === 'delete' && after === undefined && last !== undefined) {
            deleted.set(call.team.id, [...(deleted.get(call.team.id) ?? []), last]);
          }
          return after;
        },
        look: (cards, { operation, received, team }) => {
          if (operation !== 'list' || optionOf(received, '$filter') === undefined) return cards;
          const all = [...cards.all(), ...(deleted.get(team.id) ?? [])].toSorted((a, b) => a.position - b.position);
          return { get: (id) => cards.get(id), all: () => all };
        },
      };
    },
  },
  {
    id: 'state-filter-misses-end-break',
    title:
      'The filter on state goes by an index that endBreak does not touch: a card back at work is found as onBreak.',
    imitates: 'A column for queries beside the document, set by every handler but one.',
    breaches:
      'pages/beta/timecard-list.md, Optional query parameters: "$filter" and Example; dossier.md h, TC-LIST-006: "gives only cards in that state" (the item itself says clockedIn, so this is no lag)',
    level: 'MUST',
    kind: 'lists',
    hooks: () => {
      const missed = new Set<string>();
      return {
        store: ({ after, call }) => {
          if (call.operation === 'endBreak') missed.add(call.cardId);
          else missed.delete(call.cardId);
          return after;
        },
        look: (cards, { operation }) =>
          operation === 'list'
            ? looking(cards, (placed) =>
                missed.has(placed.card.id) ? { ...placed, card: { ...placed.card, state: 'onBreak' } } : placed,
              )
            : cards,
        ...showing((card) => (missed.has(String(card['id'])) ? { ...card, state: 'clockedIn' } : card), 'list'),
      };
    },
  },
  {
    id: 'next-page-needs-write-scope',
    title: 'With Schedule.Read.All the first page of a list comes, and its @odata.nextLink is refused with 403.',
    imitates: 'A continuation that runs through another endpoint policy than the query itself.',
    breaches:
      'pages/v1.0/schedule-list-timecards.md, Permissions: "Delegated work/school: Schedule.Read.All | Schedule.ReadWrite.All"; dossier.md h, TC-AUTH-001: "list and get work with Schedule.Read.All."',
    level: 'MUST',
    kind: 'lists',
    hooks: {
      permit: (permitted, { operation, received, principal }) =>
        permitted &&
        (operation !== 'list' ||
          optionOf(received, '$skiptoken') === undefined ||
          principal.scopes.includes('Schedule.ReadWrite.All')),
    },
  },
  {
    id: 'beta-lower-case-list-ignores-filter',
    title: 'In beta, a list at /schedule/timecards, the path of its page, ignores $filter; at /timeCards it obeys.',
    imitates: 'An old route kept for compatibility, whose handler was never given the new query options.',
    breaches:
      'pages/beta/timecard-list.md, HTTP request: "GET /teams/{teamId}/schedule/timecards" and Optional query parameters: "$filter"; dossier.md h, TC-LIST-006: "gives only cards in that state"',
    level: 'MUST',
    kind: 'lists',
    version: 'beta',
    hooks: {
      receive: (received) =>
        isBeta(received) && received.method === 'GET' && received.path.endsWith('/schedule/timecards')
          ? { ...received, query: withoutOption(received.query, '$filter') }
          : received,
    },
  },
];
