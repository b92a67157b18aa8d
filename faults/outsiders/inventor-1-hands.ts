import { storing } from '../seams.ts';
import type { Placed } from '../../reference/card-store.ts';
import type { IdentitySet } from '../../reference/time-card.ts';
import type { InventedDefect } from './entry.ts';
import { shownAs } from './inventor-1-shared.ts';

const kind = 'hands';

export const inventor1Hands: readonly InventedDefect[] = [
  {
    id: 'owner-takes-over-creation',
    title: 'When the owner clocks out of a card that somebody else made for them, createdBy becomes the owner.',
    imitates: 'A card that is claimed by its user on the first own write.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CLOCKOUT-008: "clockOut leaves id, userId, createdBy, createdDateTime and clockInEvent unchanged."; pages/v1.0/timecard-clockin.md, example 2: createdBy is the one who called.',
    level: 'MUST',
    kind,
    hooks: storing('clockOut', (after, _before, { user, principal }) => {
      const own = user !== undefined && user.id === after.userId && principal.kind === 'user';
      return own && after.createdBy.user?.id !== user.id
        ? { ...after, createdBy: { application: null, device: null, user } }
        : after;
    }),
  },
  {
    id: 'end-break-credits-who-started-it',
    title: 'lastModifiedBy after endBreak is the one who started the break, where somebody else ends it.',
    imitates: 'A break session that remembers its user and stamps with that.',
    breaches:
      'dossier.md, "d. Field invariants", 5: "lastModifiedBy is a third person (who clocked out)", from pages/beta/timecard-list.md, example, both items; pages/v1.0/timecard-clockin.md, example 2: lastModifiedBy is the caller.',
    level: 'MUST',
    kind,
    hooks: () => {
      const starters = new Map<string, IdentitySet>();
      return storing(['startBreak', 'endBreak'], (after, _before, { operation }) => {
        if (operation === 'startBreak') starters.set(after.id, after.lastModifiedBy);
        return { ...after, lastModifiedBy: starters.get(after.id) ?? after.lastModifiedBy };
      });
    },
  },
  {
    id: 'manager-delete-takes-own-open-card',
    title:
      'A manager who is clocked in and deletes the card of another user loses the own open card; the other one stays.',
    imitates: 'A delete that resolves "the current card" from the session before it looks at the path.',
    breaches:
      'pages/v1.0/schedule-delete-timecards.md, "HTTP request": "DELETE /teams/{teamsId}/schedule/timeCards/{timeCardId}"; dossier.md, TC-DELETE-002: "After delete, get of that id gives 404."; TC-LIST-003: a card is found unless it was deleted.',
    level: 'MUST',
    kind,
    hooks: () => {
      const gone = new Set<string>();
      return {
        receive: (received) => ({
          ...received,
          path: received.path.replaceAll(/TCK_[^/]+/g, (id) => (gone.has(id) ? 'TCK_none' : id)),
        }),
        look: (cards) => shownAs(cards, (placed) => (gone.has(placed.card.id) ? undefined : placed)),
        store: ({ before, after, call: { operation, principal }, cards }) => {
          const me = principal.identity.id;
          if (operation !== 'delete' || principal.kind !== 'user' || before?.userId === me) return after;
          const own = [...cards.all()].find(({ card }) => card.userId === me && card.state !== 'clockedOut');
          if (own === undefined) return after;
          gone.add(own.card.id);
          return before;
        },
      };
    },
  },
  {
    id: 'acts-as-sticks-to-application',
    title:
      'Once an application has named a user in MS-APP-ACTS-AS, its later calls without the header count as that user too.',
    imitates: 'A token cache that keeps the impersonated user with the token.',
    breaches:
      'pages/v1.0/timecard-clockout.md, "Request headers": "`MS-APP-ACTS-AS` header is deprecated and no longer required with application tokens" (a header speaks for its request only); dossier.md, "d. Field invariants", 5: createdBy and lastModifiedBy tell who called.',
    level: 'MUST',
    kind,
    hooks: () => {
      const named = new Map<string, string>();
      return {
        receive: (received) => {
          const remembered = named.get(received.headers['authorization'] ?? '');
          if (remembered === undefined || received.headers['ms-app-acts-as'] !== undefined) return received;
          return { ...received, headers: { ...received.headers, 'ms-app-acts-as': remembered } };
        },
        reply: (reply, { principal, received }) => {
          const { authorization, 'ms-app-acts-as': user } = received.headers;
          if (principal?.kind === 'application' && reply.status < 400 && authorization && user)
            named.set(authorization, user);
          return reply;
        },
      };
    },
  },
  {
    id: 'confirm-of-card-made-for-me-counts-as-manager',
    title:
      'When a user confirms their own card that somebody else made for them, confirmedBy says manager and not user.',
    imitates: 'A role decided by comparing the caller with the creator instead of the owner.',
    breaches:
      'dossier.md, "h. Requirement catalogue", TC-CONFIRM-003: "After the owner of the card confirms, confirmedBy contains user."; pages/beta/timecard-confirmforuser.md, example: userId of the card confirms, "confirmedBy": "user".',
    level: 'MUST',
    kind,
    hooks: storing('confirm', (after, before, { user, principal }) => {
      const own = principal.kind === 'user' && user?.id === after.userId;
      if (!own || after.createdBy.user?.id === after.userId) return after;
      return { ...after, confirmedBy: before?.confirmedBy === 'user' ? 'user,manager' : 'manager' };
    }),
  },
  {
    id: 'reader-becomes-last-modifier',
    title: 'After somebody else has read a card with get, it names the reader in lastModifiedBy until the next write.',
    imitates: 'An entity that is touched and saved when it is loaded for somebody.',
    breaches:
      'pages/beta/timecard-list.md, example: lastModifiedBy is the person who wrote (clocked out), and pages/v1.0/timecard-get.md: get is a read; dossier.md, TC-CLOCKIN-025: get shows the card as clockIn returned it, "the same on all documented properties".',
    level: 'MUST',
    kind,
    hooks: () => {
      const readers = new Map<string, IdentitySet>();
      return {
        look: (cards) =>
          shownAs(cards, (placed) => {
            const lastModifiedBy = readers.get(placed.card.id);
            return lastModifiedBy === undefined ? placed : { ...placed, card: { ...placed.card, lastModifiedBy } };
          }),
        store: ({ after }) => {
          if (after) readers.delete(after.id);
          return after;
        },
        reply: (reply, { operation, principal, cardId, user }) => {
          if (operation !== 'get' || reply.status !== 200 || principal?.kind !== 'user') return reply;
          const shown = reply.content.kind === 'json' ? JSON.stringify(reply.content.value) : '';
          const stranger = user !== undefined && !shown.includes(`"userId":"${user.id}"`);
          if (stranger && cardId !== undefined) readers.set(cardId, { application: null, device: null, user });
          return reply;
        },
      };
    },
  },
  {
    id: 'reader-keeps-seeing-first-read',
    title:
      'Whoever has read a card with get sees it unchanged from then on, whatever others do, until they write it themselves.',
    imitates: 'A cache of each user that only their own writes empty.',
    breaches:
      'pages/v1.0/timecard-get.md, "Response": "`200 OK` and a timeCard object" (the card, for good and not for seconds); dossier.md, TC-CLOCKOUT-003: "Afterwards get shows state clockedOut."',
    level: 'MUST',
    kind,
    hooks: () => {
      const read = new Map<string, Placed>();
      const mark = (reader: string, id: string): string => `${reader} ${id}`;
      return {
        look: (cards, { operation, principal }) => {
          if (operation !== 'get') return cards;
          return shownAs(cards, (placed) => {
            const key = mark(principal.identity.id, placed.card.id);
            const first = read.get(key) ?? placed;
            read.set(key, first);
            return first;
          });
        },
        store: ({ before, after, call }) => {
          if (before) read.delete(mark(call.principal.identity.id, before.id));
          return after;
        },
      };
    },
  },
  {
    id: 'moved-card-still-asks-first-owner',
    title:
      'After a replace has given a card to another user, confirm by that user counts as manager and by the former one as user.',
    imitates: 'An owner that is denormalised into the approval table when the card is made.',
    breaches:
      'pages/v1.0/timecard-replace.md, example sends "userId"; csdl-timecard-v1.0.xml: timeCard/userId; dossier.md, TC-CONFIRM-003: "After the owner of the card confirms, confirmedBy contains user."',
    level: 'MUST',
    kind,
    hooks: () => {
      const owners = new Map<string, string>();
      return storing(['create', 'clockIn', 'confirm'], (after, before, { operation, user }) => {
        if (operation !== 'confirm') owners.set(after.id, after.userId);
        const first = owners.get(after.id);
        if (operation !== 'confirm' || first === undefined || first === after.userId) return after;
        const who = user?.id === first ? 'user' : 'manager';
        const had = before?.confirmedBy ?? 'none';
        return { ...after, confirmedBy: had === 'none' || had === who ? who : 'user,manager' };
      });
    },
  },
];
