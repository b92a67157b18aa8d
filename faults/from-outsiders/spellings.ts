import type { Reply } from '../../reference/reply.ts';
import { knowing, typeOf } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { answering, instead, without } from '../seams.ts';
import { actions, isBeta, lastSegment } from './outside-seams.ts';

/** Ids, paths and headers that mean the same in another spelling, and are taken for something else. */
export const spellingDefectsOfOutsiders: readonly Defect[] = [
  ...defects('persistence', [
    {
      id: 'encoded-id-is-not-deleted',
      title: 'delete answers 204 and deletes nothing where the card id comes percent-encoded (TCK%5F...)',
      imitates: 'a lookup with the decoded segment and a removal from the index with the raw one',
      breaches:
        'schedule-delete-timecards.md, HTTP request: "DELETE /teams/{teamsId}/schedule/timeCards/{timeCardId}" and Response',
      caughtBy: ['TC-DELETE-002'],
      alike: 'shows only where the id is percent-encoded',
      hooks: {
        store: ({ before, after, call }) =>
          call.operation === 'delete' && lastSegment(call.received).includes('%') ? before : after,
      },
    },
    {
      id: 'cache-keyed-by-the-spelling-of-the-path',
      title:
        'get answers from a cache under the path as it was spelled; a write through another spelling (timecards for timeCards) leaves the old card in it',
      imitates: 'an output cache that is filled and emptied by the raw URL, in front of a router that minds no case',
      breaches:
        'beta timecard-clockout.md, HTTP request: ".../schedule/timecards/{timeCardID}/clockOut" beside timecard-get.md: ".../schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-CLOCKOUT-003', 'TC-BREAK-003'],
      alike: 'shows only where a card is read and written under two spellings of its path',
      hooks: () => {
        const answers = new Map<string, Reply>();
        return {
          reply: (reply, { operation, received }) => {
            if (operation === undefined || reply.status === 401 || reply.status === 403) return reply;
            const version = received.path.split('/')[1] ?? '';
            const address = received.path.split('/').slice(2, 7).join('/');
            if (operation !== 'get') {
              if (reply.status < 400 && operation !== 'list') {
                for (const either of ['v1.0', 'beta']) answers.delete(`${either}/${address}`);
              }
              return reply;
            }
            const known = answers.get(`${version}/${address}`);
            if (known === undefined && reply.status === 200) answers.set(`${version}/${address}`, reply);
            return known === undefined ? reply : { ...known, headers: reply.headers };
          },
        };
      },
    },
  ]),
  ...defects('fields', [
    {
      id: 'encoded-id-leaves-body-unread',
      title: 'clockOut, startBreak and endBreak do not read their body where the card id comes percent-encoded',
      imitates: 'a body parser that is bound to a pattern of the raw path, beside a router that decodes it',
      breaches:
        'timecard-startbreak.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location."; timecard-clockout.md, Request body: "notes | itemBody | Notes for the clock out."',
      caughtBy: ['TC-BREAK-015', 'TC-NOTES-002'],
      alike: 'shows only where the id is percent-encoded',
      hooks: knowing(['clockOut', 'startBreak', 'endBreak'], (body, { received }) =>
        received.path.split('/').at(-2)?.includes('%') ? {} : body,
      ),
    },
  ]),
  ...defects('fields', [
    {
      id: 'body-without-charset-read-as-latin-1',
      title: 'a body whose Content-Type names no charset is taken for ISO 8859-1: "Zoë" becomes "ZoÃ«"',
      imitates: 'request.getReader() of the older servlets, whose default is ISO 8859-1',
      breaches:
        'timecard-clockin.md, Request headers: "Content-type | application/json. Required.", and JSON is UTF-8 by itself',
      caughtBy: ['TC-CREATE-003', 'TC-CLOCKIN-008', 'TC-CLOCKOUT-005'],
      hooks: {
        receive: (received) =>
          /charset/i.test(typeOf(received))
            ? received
            : { ...received, body: Buffer.from(received.body.toString('latin1'), 'utf8') },
      },
    },
    {
      id: 'capital-utf8-read-as-latin1',
      title: 'a body whose Content-Type says charset=UTF-8, in capitals, is taken for ISO 8859-1: "Zoë" becomes "ZoÃ«"',
      imitates: 'a comparison of the charset with "utf-8" that minds the case, with ISO 8859-1 for all others',
      breaches:
        'timecard-clockin.md, Request headers: "Content-type | application/json. Required.", and JSON is UTF-8 however its charset is spelled',
      caughtBy: ['TC-CREATE-003'],
      alike: 'shows only where the charset is named, and in capitals',
      hooks: {
        receive: (received) =>
          /charset\s*=\s*"?UTF-8/.test(typeOf(received))
            ? { ...received, body: Buffer.from(received.body.toString('latin1'), 'utf8') }
            : received,
      },
    },
  ]),
  ...defects('headers', [
    {
      id: 'accept-of-several-types-refused',
      title: 'a read whose Accept names several types is answered 406, although JSON is among them',
      imitates: 'a comparison of the whole header with application/json instead of reading the list',
      breaches: 'concepts/errors.md: 406, the service does not support the format that Accept asks for',
      caughtBy: ['TC-GEN-039'],
      alike: 'shows only where Accept names more than one type',
      hooks: answering(['get', 'list'], (reply, { received: { headers } }) => {
        if (!headers['accept']?.includes(',')) return reply;
        const innerError = { date: '2025-01-07T21:35:36', 'request-id': reply.headers['request-id'] ?? '' };
        return instead(reply, 406, { error: { code: 'NotAcceptable', message: 'Not acceptable.', innerError } });
      }),
    },
    {
      id: 'accept-of-browsers-answered-as-text',
      title: 'cards are served as text/plain where Accept names that too, as axios does beside application/json',
      imitates: 'content negotiation that takes the last type it can write, and can write text',
      breaches: 'timecard-clockin.md, example 1: "Content-type: application/json"',
      caughtBy: ['TC-GEN-006'],
      alike: 'shows only where Accept names text as well',
      hooks: {
        reply: (reply, { received: { headers } }) => {
          if (reply.status >= 300 || reply.content.kind !== 'json') return reply;
          if (!/json.*,\s*text\/plain/i.test(headers['accept'] ?? '')) return reply;
          const text = JSON.stringify(reply.content.value);
          return { ...reply, content: { kind: 'text', type: 'text/plain; charset=utf-8', text } };
        },
      },
    },
  ]),
  ...defects('identity', [
    {
      id: 'person-in-capitals-becomes-caller',
      title: 'clockIn on behalf of a user whose id is written in capital letters answers 201 and clocks in the caller',
      imitates: 'a lookup by text that falls back to the signed-in user where it finds nobody',
      breaches:
        'timecard-clockin.md, Request body: "onBehalfOfUserId | string | The ID of the user you are clocking in on behalf of."',
      caughtBy: ['TC-CLOCKIN-020'],
      alike: 'shows only where the id of a person is in capitals',
      hooks: knowing(['clockIn'], (body) => {
        const named = body['onBehalfOfUserId'];
        const capital = typeof named === 'string' && named !== named.toLowerCase();
        return capital ? without(body, 'onBehalfOfUserId') : body;
      }),
    },
    {
      id: 'read-only-token-acts-in-lower-case',
      title:
        'a token with Schedule.Read.All may call clockin, clockout, startbreak and endbreak where they are spelled in lower case',
      imitates: 'an access list of paths that is matched with regard to case, behind a router that is not',
      breaches:
        'timecard-clockin.md, Permissions: "Delegated work/school: Schedule.ReadWrite.All", and example 1, which calls ".../timeCards/clockin"',
      caughtBy: ['TC-AUTH-002'],
      alike: 'shows only where the name of the action is in lower case',
      hooks: {
        permit: (permitted, { received, principal }) =>
          permitted ||
          (/^(?:clockin|clockout|startbreak|endbreak)$/.test(lastSegment(received)) &&
            principal.scopes.includes('Schedule.Read.All')),
      },
    },
  ]),
  ...defects('beta', [
    {
      id: 'beta-lower-case-path-skips-scope',
      title:
        'in beta, the actions at /schedule/timecards/, spelled as their pages do, work with a token that may only read',
      imitates: 'a gateway policy that is bound to one spelling of the path, in front of a router that takes any',
      breaches:
        'beta timecard-clockout.md, HTTP request: "POST /teams/{teamId}/schedule/timecards/{timeCardID}/clockOut" and Permissions: "Delegated: Schedule.ReadWrite.All"',
      caughtBy: ['TC-AUTH-002'],
      version: 'beta',
      alike: 'shows only where the path is in lower case',
      hooks: {
        permit: (permitted, { received, operation, principal }) =>
          permitted ||
          (isBeta(received) &&
            received.path.includes('/schedule/timecards/') &&
            [...actions, 'confirm'].includes(operation) &&
            principal.scopes.includes('Schedule.Read.All')),
      },
    },
  ]),
];
