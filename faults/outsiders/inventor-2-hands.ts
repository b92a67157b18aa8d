import { storing } from '../seams.ts';
import { withBreaks } from '../break-seams.ts';
import { CardStore } from '../../reference/card-store.ts';
import { teams } from '../../reference/identities.ts';
import type { ConfirmedBy, IdentitySet } from '../../reference/time-card.ts';
import { isJsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { forbidden } from './inventor-2-tools.ts';

function flagsWithUser(before: ConfirmedBy | undefined): ConfirmedBy {
  return before === undefined || before === 'none' || before === 'user' ? 'user' : 'user,manager';
}

export const inventor2Hands: readonly InventedDefect[] = [
  {
    id: 'manager-first-then-user-forgets-manager',
    title: 'When the user of a card confirms it after a manager did, the confirmation of the manager is gone.',
    imitates: 'An order of approval that was thought of in one direction only: the user confirms, then the manager.',
    breaches:
      'csdl-timecard-v1.0.xml, EnumType confirmedBy IsFlags="true"; pages/beta/timecard-get.md, Example: "confirmedBy": "user,manager"; dossier.md c: "any | confirm | same state; confirmedBy grows"',
    level: 'MUST',
    kind: 'hands',
    hooks: storing('confirm', (after, before) =>
      before?.confirmedBy === 'manager' && after.confirmedBy === 'user,manager'
        ? { ...after, confirmedBy: 'user' }
        : after,
    ),
  },
  {
    id: 'clock-out-by-another-rewrites-created-by',
    title: 'A clockOut by somebody other than who made the card makes createdBy that person as well.',
    imitates: 'One audit stamp for both columns, unseen as long as one person does everything.',
    breaches:
      'pages/beta/timecard-list.md, Example, items with createdBy Janani Varadharajan and lastModifiedBy Jing Jing GuTwo; dossier.md h, TC-CLOCKOUT-008: "clockOut leaves id, userId, createdBy, createdDateTime and clockInEvent unchanged."',
    level: 'MUST',
    kind: 'hands',
    hooks: storing('clockOut', (after, before) =>
      before !== undefined && JSON.stringify(before.createdBy) !== JSON.stringify(after.lastModifiedBy)
        ? { ...after, createdBy: after.lastModifiedBy }
        : after,
    ),
  },
  {
    id: 'replace-believes-last-modified-by',
    title:
      "A replace that sends lastModifiedBy, as its example does, with somebody other than the caller, is kept as that person's change.",
    imitates: 'Mass assignment of a read-only member; harmless in the example, where both are one person.',
    breaches:
      'openapi-timecard.md, Schemas: "lastModifiedBy nullable and readOnly"; pages/v1.0/timecard-replace.md, Example (lastModifiedBy is the caller); dossier.md h, TC-REPLACE-004 (property meanings)',
    level: 'MUST',
    kind: 'hands',
    hooks: storing('replace', (after, _before, { body, team }) => {
      const sent = body['lastModifiedBy'];
      const named = isJsonObject(sent) && isJsonObject(sent['user']) ? sent['user']['id'] : undefined;
      const user = typeof named === 'string' ? team.members.get(named) : undefined;
      if (user === undefined) return after;
      const lastModifiedBy: IdentitySet = { application: null, device: null, user };
      return { ...after, lastModifiedBy };
    }),
  },
  {
    id: 'read-only-start-break-refused-but-done',
    title: 'startBreak with a token that may only read is answered 403, and the break is started all the same.',
    imitates: 'A permission check after the work, on the way out, whose transaction nobody rolls back.',
    breaches:
      'pages/v1.0/timecard-startbreak.md, Permissions: "Delegated work/school: Schedule.ReadWrite.All"; dossier.md h, TC-AUTH-002: "with only Schedule.Read.All they are refused with 403"',
    level: 'MUST',
    kind: 'hands',
    hooks: {
      permit: (permitted, { operation, principal }) =>
        permitted || (operation === 'startBreak' && principal.scopes.includes('Schedule.Read.All')),
      reply: (reply, { operation, principal }) =>
        operation === 'startBreak' && principal?.scopes.includes('Schedule.Read.All')
          ? forbidden(reply, 'Missing scope permissions on the request.')
          : reply,
    },
  },
  {
    id: 'v1-list-of-application-is-empty',
    title: 'In v1.0, a list for an application that sends no MS-APP-ACTS-AS is answered 200 with no cards.',
    imitates: 'A filter by the acting user, who is nobody here, left over from the time when the header was required.',
    breaches:
      'pages/v1.0/schedule-list-timecards.md, Request headers: "The `MS-APP-ACTS-AS` header is deprecated and no longer required with application tokens." and Permissions: "Application: Schedule.Read.All"; dossier.md h, TC-AUTH-004 and TC-LIST-003',
    level: 'MUST',
    kind: 'hands',
    hooks: {
      look: (cards, { operation, version, principal, user }) =>
        operation === 'list' && version === 'v1.0' && principal.kind === 'application' && user === undefined
          ? { get: (id) => cards.get(id), all: () => [] }
          : cards,
    },
  },
  {
    id: 'action-under-other-team-reaches-card',
    title:
      'An action on a card under the path of another team is done, though get under that path rightly answers 404.',
    imitates: 'Actions that look a card up by its id alone, while reads join the team.',
    breaches:
      'csdl-timecard-v1.0.xml, schedule, NavigationProperty timeCards ContainsTarget="true"; pages/v1.0/timecard-clockout.md, HTTP request: "POST /teams/{teamsId}/schedule/timeCards/{timeCardId}/clockOut"; dossier.md h, TC-CLOCKOUT-012: "clockOut on an unknown card id is refused with 404."',
    level: 'MUST',
    kind: 'hands',
    hooks: () => {
      const homes = new Map<string, string>();
      return {
        store: ({ after, call }) => {
          if (after !== undefined) homes.set(after.id, call.team.id);
          return after;
        },
        receive: (received) => {
          const parts = received.path.split('/');
          const [, , , team = '', , , card = '', action = ''] = parts;
          const home = homes.get(card);
          if (home === undefined || home === team || !teams.has(team)) return received;
          if (!/^(?:clockOut|startBreak|endBreak|confirm)$/i.test(action)) return received;
          return { ...received, path: parts.with(3, home).join('/') };
        },
      };
    },
  },
  {
    id: 'manager-starts-own-break',
    title: 'A manager who starts a break on the card of an employee starts it on the own open card, if there is one.',
    imitates:
      'A service that asks for "the open card of who is signed in" and uses the id of the URL only for the check.',
    breaches:
      'pages/v1.0/timecard-startbreak.md, HTTP request: "POST /teams/{teamsId}/schedule/timeCards/{timeCardId}/startBreak"; dossier.md h, TC-BREAK-003: "startBreak adds one break with start set and end null." and TC-BREAK-002',
    level: 'MUST',
    kind: 'hands',
    hooks: {
      store: ({ before, after, call, cards }) => {
        const caller = call.user?.id;
        if (call.operation !== 'startBreak' || before === undefined || after === undefined) return after;
        if (caller === before.userId || !(cards instanceof CardStore)) return after;
        const own = [...cards.all()].findLast(({ card }) => card.userId === caller && card.state === 'clockedIn');
        const started = after.breaks.at(-1);
        if (own === undefined || started === undefined) return after;
        const { lastModifiedBy, lastModifiedDateTime } = after;
        const onBreak = withBreaks(own.card, (breaks) => [...breaks, started]);
        cards.put({ ...own, card: { ...onBreak, state: 'onBreak', lastModifiedBy, lastModifiedDateTime } });
        return before;
      },
    },
  },
  {
    id: 'confirm-for-manager-counts-as-user',
    title: 'confirmForUser that names a manager confirms a card of somebody else as its user.',
    imitates: 'An action named "for user" that sets the flag of that name, whoever it names.',
    breaches:
      'pages/beta/timecard-confirmforuser.md, Request body: "userId | String | The ID of the user that confirms the timeCard."; csdl-timecard-v1.0.xml, EnumType confirmedBy, Members user and manager; dossier.md h, TC-CONFIRM-004: "After a manager confirms, confirmedBy contains manager"',
    level: 'MUST',
    kind: 'hands',
    version: 'beta',
    hooks: storing('confirmForUser', (after, before) => ({
      ...after,
      confirmedBy: flagsWithUser(before?.confirmedBy),
    })),
  },
  {
    id: 'delegated-confirm-for-user-refused-but-done',
    title: 'confirmForUser with the token of a user is answered 403, and the card is confirmed all the same.',
    imitates: 'An action filter that refuses after the controller has saved.',
    breaches:
      'pages/beta/timecard-confirmforuser.md, Permissions: "Delegated: Not supported."; dossier.md h, TC-AUTH-008: "a delegated token is refused"',
    level: 'MUST',
    kind: 'hands',
    version: 'beta',
    hooks: () => {
      let refused = false;
      let aimed = false;
      return {
        receive: (received) => {
          refused = false;
          aimed = received.method === 'POST' && /\/confirmForUser\/?$/i.test(received.path);
          return received;
        },
        identify: (principal) => {
          if (!aimed || principal?.kind !== 'user' || !principal.scopes.includes('Schedule.ReadWrite.All')) {
            return principal;
          }
          refused = true;
          return { ...principal, kind: 'application' };
        },
        ...storing('confirmForUser', (after) => ({
          ...after,
          lastModifiedBy: refused ? { ...after.lastModifiedBy, application: null } : after.lastModifiedBy,
        })),
        reply: (reply) =>
          refused && reply.status < 400 ? forbidden(reply, 'Delegated permissions are not supported.') : reply,
      };
    },
  },
];
