import { without } from '../seams.ts';
import { teams } from '../../reference/identities.ts';
import type { JsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { actions, eachObject, isBeta, onBody } from './inventor-2-tools.ts';

/** The member names of a JSON text that are written with an escape, decoded. */
function escapedNames(text: string): ReadonlySet<string> {
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.)*)"(\s*:)?/g)];
  const names = strings.filter(([, written, colon]) => colon !== undefined && written?.includes('\\u'));
  return new Set(names.map(([, written = '']) => JSON.parse(`"${written}"`) as string));
}

/** Whether a member comes before another. */
function precedes(object: JsonObject, first: string, second: string): boolean {
  const names = Object.keys(object);
  return names.includes(first) && names.indexOf(first) < names.indexOf(second);
}

const flags = ['isAtApprovedLocation', 'atApprovedLocation'] as const;

export const inventor2Clothes: readonly InventedDefect[] = [
  {
    id: 'escaped-member-names-unseen',
    title:
      'A member whose name is written with a \\u escape, such as "\\u006eotes", is taken for an unknown one and left aside.',
    imitates: 'A hand-written scanner that compares the bytes of names and decodes escapes in values only.',
    breaches:
      'pages/v1.0/timecard-clockout.md, Request headers: "Content-type | application/json. Required." and Request body: "notes | itemBody | Notes for the clock out." (JSON knows no difference between a letter and its escape)',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody([...actions, 'create', 'replace'], (body, { received }) => {
      const unseen = escapedNames(received.body.toString('utf8'));
      return unseen.size === 0 ? body : eachObject(body, (object) => without(object, ...unseen));
    }),
  },
  {
    id: 'escaped-slash-keeps-backslash',
    title: 'A slash that comes escaped ("1\\/2 hour", as PHP writes it) is kept with its backslash.',
    imitates: 'An unescape table that forgot the solidus.',
    breaches:
      'pages/v1.0/timecard-clockin.md, Request body: "notes | itemBody | Notes for the clock in."; dossier.md h, TC-CLOCKIN-008: "land in clockInEvent.notes with the same content and contentType"',
    level: 'MUST',
    kind: 'clothes',
    hooks: {
      receive: (received) => {
        const text = received.body.toString('utf8');
        if (!text.includes('\\/')) return received;
        const kept = text.replaceAll(/\\(.)/g, (escape, letter: string) => (letter === '/' ? '\\\\/' : escape));
        return { ...received, body: Buffer.from(kept, 'utf8') };
      },
    },
  },
  {
    id: 'html-named-after-content-is-text',
    title:
      'In the body of an action, notes whose contentType comes after their content are taken for text, even if it says html.',
    imitates: 'A streaming reader that makes the note when it meets the content, with the type known so far.',
    breaches:
      'pages/v1.0/timecard-startbreak.md, Example, which writes content before contentType; csdl-timecard-v1.0.xml, EnumType bodyType, Member Name="html"; dossier.md h, TC-CLOCKIN-008: "with the same content and contentType"',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody(actions, (body) =>
      eachObject(body, (object) =>
        precedes(object, 'content', 'contentType') ? { ...object, contentType: 'text' } : object,
      ),
    ),
  },
  {
    id: 'flag-behind-notes-unread',
    title: 'In the body of an action, isAtApprovedLocation is not read where it comes after notes.',
    imitates: 'A forward-only reader that returns from the nested object one level too far.',
    breaches:
      'pages/v1.0/timecard-clockout.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location."; dossier.md h, TC-CLOCKOUT-006: "is in clockOutEvent.isAtApprovedLocation"',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody(actions, (body) =>
      without(body, ...flags.filter((flag) => body['notes'] !== null && precedes(body, 'notes', flag))),
    ),
  },
  {
    id: 'space-before-colon-hides-flag',
    title:
      'In the body of an action, isAtApprovedLocation is not read where white space stands between its name and the colon.',
    imitates: 'A regular expression for the one flag; Jackson\'s pretty printer writes "name" : value.',
    breaches:
      'pages/v1.0/timecard-startbreak.md, Request headers: "Content-type | application/json. Required." (JSON allows white space there) and Request body: "isAtApprovedLocation | Boolean"; dossier.md h, TC-BREAK-004: "Request notes and isAtApprovedLocation of startBreak are in that break\'s start event"',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody(actions, (body, { received }) =>
      without(body, ...flags.filter((flag) => new RegExp(`"${flag}"\\s+:`).test(received.body.toString('utf8')))),
    ),
  },
  {
    id: 'content-type-with-parameter-leaves-body-unread',
    title:
      'An action whose Content-Type has a parameter (application/json; charset=utf-8) is done as if it had no body.',
    imitates: 'if (contentType === "application/json") body = parse(), with an optional body otherwise.',
    breaches:
      'pages/v1.0/timecard-clockout.md, Request headers: "Content-type | application/json. Required." and Request body: "notes | itemBody | Notes for the clock out."; dossier.md h, TC-CLOCKOUT-005 (a refusal would be another thing: this is answered 204)',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody(actions, (body, { received }) =>
      received.headers['content-type']?.includes(';') === true ? {} : body,
    ),
  },
  {
    id: 'chunked-action-body-unread',
    title: 'An action whose body comes in chunks, without a Content-Length, is done as if it had come without a body.',
    imitates: 'A handler that reads as many bytes as Content-Length says, and none where it says nothing.',
    breaches:
      'pages/v1.0/timecard-endbreak.md, Request body: "notes | itemBody | Notes for the end of the break."; dossier.md h, TC-BREAK-009: "Request notes of endBreak are in that break\'s end.notes."',
    level: 'MUST',
    kind: 'clothes',
    hooks: {
      receive: (received) =>
        /chunked/i.test(received.headers['transfer-encoding'] ?? '') &&
        /\/(?:microsoft\.graph\.)?(?:clockIn|clockOut|startBreak|endBreak)\/?$/i.test(received.path)
          ? { ...received, body: Buffer.alloc(0) }
          : received,
    },
  },
  {
    id: 'delete-of-encoded-id-deletes-nothing',
    title: 'A delete whose card id comes percent-encoded (TCK%5F...) is answered 204, and the card stays.',
    imitates: 'DELETE FROM ... WHERE id = raw path segment, with zero rows affected taken for success.',
    breaches:
      'pages/v1.0/schedule-delete-timecards.md, title "Delete timeCard" and HTTP request: "DELETE /teams/{teamsId}/schedule/timeCards/{timeCardId}"; dossier.md h, TC-DELETE-002: "After delete, get of that id gives 404."',
    level: 'MUST',
    kind: 'clothes',
    hooks: {
      store: ({ before, after, call }) =>
        call.operation === 'delete' && /%[0-9a-f]{2}[^/]*\/?$/i.test(call.received.path) ? before : after,
    },
  },
  {
    id: 'capital-on-behalf-id-clocks-in-the-caller',
    title: 'A clockIn on behalf of a user whose id is written in capitals gives the card to the caller.',
    imitates: 'A member look-up that fails on the spelling of the GUID and falls back to the signed-in user.',
    breaches:
      'pages/v1.0/timecard-clockin.md, Request body: "onBehalfOfUserId | string | The ID of the user you are clocking in on behalf of."; dossier.md h, TC-CLOCKIN-020: "userId is that user" (a refusal would be right, the caller never is)',
    level: 'MUST',
    kind: 'clothes',
    hooks: onBody(['clockIn'], (body, { principal }) => {
      const named = body['onBehalfOfUserId'];
      if (typeof named !== 'string' || named === named.toLowerCase() || principal.kind === 'application') return body;
      const members = [...teams.values()].flatMap((team) => [...team.members.keys()]);
      return members.includes(named.toLowerCase()) ? without(body, 'onBehalfOfUserId') : body;
    }),
  },
  {
    id: 'beta-lower-case-path-skips-scope',
    title:
      'In beta, the actions at /schedule/timecards/, spelled as their pages do, work with a token that may only read.',
    imitates: 'A gateway policy that is bound to one spelling of the path, in front of a router that takes any.',
    breaches:
      'pages/beta/timecard-clockout.md, HTTP request: "POST /teams/{teamId}/schedule/timecards/{timeCardID}/clockOut" and Permissions: "Delegated: Schedule.ReadWrite.All"; dossier.md h, TC-AUTH-002: "with only Schedule.Read.All they are refused with 403"',
    level: 'MUST',
    kind: 'clothes',
    version: 'beta',
    hooks: {
      permit: (permitted, { received, operation, principal }) =>
        permitted ||
        (isBeta(received) &&
          received.path.includes('/schedule/timecards/') &&
          [...actions, 'confirm'].includes(operation) &&
          principal.scopes.includes('Schedule.Read.All')),
    },
  },
];
