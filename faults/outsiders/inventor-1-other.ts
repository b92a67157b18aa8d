import { storing, withEvent, withStatus, withoutBody } from '../seams.ts';
import type { Placed } from '../../reference/card-store.ts';
import { principals } from '../../reference/tokens.ts';
import type { Operation } from '../../specs/operation.ts';
import type { InventedDefect } from './entry.ts';
import { lastSegment } from './inventor-1-shared.ts';

const kind = 'other';
const fiveMinutes = 300_000;
const actions: readonly Operation[] = ['clockOut', 'startBreak', 'endBreak', 'confirm'];

export const inventor1Other: readonly InventedDefect[] = [
  {
    id: 'read-only-token-acts-in-lower-case',
    title:
      'A token with Schedule.Read.All may call clockin, clockout, startbreak and endbreak where they are spelled in lower case.',
    imitates: 'An access list of paths that is matched with regard to case, behind a router that is not.',
    breaches:
      'pages/v1.0/timecard-clockin.md, "Permissions": "Delegated work/school: Schedule.ReadWrite.All", and example 1, which calls ".../timeCards/clockin"; dossier.md, TC-AUTH-002: "with only Schedule.Read.All they are refused with 403."',
    level: 'MUST',
    kind,
    hooks: {
      permit: (permitted, { received, principal }) =>
        permitted ||
        (/^(?:clockin|clockout|startbreak|endbreak)$/.test(lastSegment(received)) &&
          principal.scopes.includes('Schedule.Read.All')),
    },
  },
  {
    id: 'next-link-needs-no-token',
    title: 'The link to the next page is answered without a token, or with one that has no permission.',
    imitates: 'A signed link that is taken for an authorization.',
    breaches:
      'pages/v1.0/schedule-list-timecards.md, "Request headers": "Authorization|Bearer {token}. Required."; dossier.md, TC-GEN-002: "A request without an Authorization header ... is refused with 401."',
    level: 'MUST',
    kind,
    hooks: () => {
      let following = false;
      return {
        receive: (received) => {
          following = received.method === 'GET' && /(?:\$|%24)skiptoken=/i.test(received.query);
          return received;
        },
        identify: (principal) => principal ?? (following ? principals.readOnly : undefined),
        permit: (permitted, { operation }) => permitted || (following && operation === 'list'),
      };
    },
  },
  {
    id: 'action-on-deleted-card-succeeds',
    title:
      'clockOut, startBreak, endBreak and confirm of a card that was deleted answer 204; of one that never was, 404.',
    imitates: 'A command queue that accepts whatever id it has once seen.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKOUT-012, TC-BREAK-012, TC-CONFIRM-007 (concepts/errors.md, 404): an action "on an unknown card id is refused with 404", with TC-DELETE-002: the card is gone.',
    level: 'MUST',
    kind,
    hooks: () => {
      const deleted = new Set<string>();
      return {
        store: ({ before, after }) => {
          if (before && after === undefined) deleted.add(before.id);
          return after;
        },
        reply: (reply, { operation, cardId }) => {
          const accepted = operation !== undefined && actions.includes(operation) && deleted.has(cardId ?? '');
          return accepted && reply.status === 404 ? withoutBody(withStatus(reply, 204)) : reply;
        },
      };
    },
  },
  {
    id: 'card-once-read-is-found-in-every-team',
    title: 'A card that was read once with get is then found under the path of any other team as well.',
    imitates: 'A cache whose key is the id of the card alone.',
    breaches:
      'csdl-timecard-v1.0.xml, schedule: <NavigationProperty Name="timeCards" ... ContainsTarget="true" />; pages/v1.0/timecard-get.md, "HTTP request": "GET /teams/{teamsId}/schedule/timeCards/{timeCardId}"; dossier.md, TC-GET-002: "get on an unknown id is refused with 404."',
    level: 'MUST',
    kind,
    hooks: () => {
      const read = new Map<string, Placed>();
      return {
        look: (cards, { operation }) => ({
          all: () => cards.all(),
          get: (id) => {
            const placed = cards.get(id);
            if (operation !== 'get') return placed;
            if (placed) read.set(id, placed);
            return placed ?? read.get(id);
          },
        }),
        store: ({ before, after }) => {
          if (before) read.delete(before.id);
          return after;
        },
      };
    },
  },
  {
    id: 'confirmed-by-both-rounds-times',
    title: 'Once user and manager have both confirmed a card, its clock-in and clock-out are rounded to five minutes.',
    imitates: 'Payroll rounding that is written back.',
    breaches:
      'pages/beta/timecard-get.md, example: "confirmedBy": "user,manager" with "2021-05-27T22:58:41.327Z" as in pages/beta/timecard-clockin.md, example, of the same card; dossier.md, TC-CONFIRM-005: "confirm leaves state, events and breaks unchanged".',
    level: 'MUST',
    kind,
    hooks: storing('confirm', (after, before) => {
      if (after.confirmedBy !== 'user,manager' || before?.confirmedBy === after.confirmedBy) return after;
      const names = ['clockInEvent', 'clockOutEvent'] as const;
      return names.reduce(
        (card, name) =>
          withEvent(card, name, (event) => {
            const rounded = Math.round(Date.parse(event.dateTime) / fiveMinutes) * fiveMinutes;
            return { ...event, dateTime: new Date(rounded).toISOString() };
          }),
        after,
      );
    }),
  },
];
