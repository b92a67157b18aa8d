import type { Received } from '../../reference/call.ts';
import { tokens } from '../../reference/tokens.ts';
import { defects, type Defect } from '../defect.ts';
import { instead, withStatus } from '../seams.ts';
import { errorIn } from './error-bodies.ts';
import { isLaterPage, option } from './page-seams.ts';

/** Who may do what, in cases that a check for every operation passes by. */
export const permissionDefects: readonly Defect[] = [
  ...defects('errors', [
    {
      id: 'later-pages-need-no-token',
      title: 'the pages behind the first are served without a token',
      imitates: 'page tokens that are taken for a right',
      breaches: 'schedule-list-timecards.md, Request headers, Authorization: "Bearer {token}. Required."',
      caughtBy: ['TC-GEN-002'],
      alike: 'only a page behind the first gives it away; the first asks for the token',
      hooks: {
        receive: (received) => (received.method === 'GET' && isLaterPage(received) ? withToken(received) : received),
      },
    },
    {
      id: 'bearer-not-required',
      title: 'a token is taken without the word Bearer before it',
      imitates: 'taking the last word of the header',
      breaches: 'timecard-get.md and all others, Request headers, Authorization: "Bearer {token}. Required."',
      caughtBy: ['TC-GEN-002'],
      alike: 'takes a true token in a header of the wrong form, where the others take none at all',
      hooks: {
        receive: (received) => {
          const token = /\S+$/.exec(received.headers['authorization'] ?? '')?.[0];
          if (token === undefined) return received;
          return { ...received, headers: { ...received.headers, authorization: `Bearer ${token}` } };
        },
      },
    },
    {
      id: 'read-card-needs-no-token',
      title: 'a card that was read is served without a token until it is written',
      imitates: 'a cache in front of the check of tokens',
      breaches: 'timecard-get.md, Request headers, Authorization: "Bearer {token}. Required."',
      caughtBy: ['TC-GEN-002'],
      alike: 'needs a read with a token shortly before; a card that nobody read is safe',
      hooks: () => {
        const cached = new Set<string>();
        return {
          receive: (received) =>
            received.method === 'GET' && cached.has(received.path) ? withToken(received) : received,
          reply: (reply, { operation, received, cardId = '' }) => {
            if (operation === 'get' && reply.status === 200) cached.add(received.path);
            if (received.method !== 'GET' && cardId !== '') {
              for (const path of cached) if (path.endsWith(cardId)) cached.delete(path);
            }
            return reply;
          },
        };
      },
    },
    {
      id: 'unknown-card-before-token',
      title: 'without a token a card that does not exist is refused with 404 and not with 401',
      imitates: 'loading the card before asking who wants it',
      breaches: 'timecard-get.md, Request headers, Authorization: "Bearer {token}. Required."; concepts/errors.md, 401',
      caughtBy: ['TC-GEN-002'],
      alike: 'serves nobody anything, and tells them which cards there are not',
      hooks: () => {
        const known = new Set<string>();
        return {
          store: ({ after, before }) => {
            if (after) known.add(after.id);
            else if (before) known.delete(before.id);
            return after;
          },
          reply: (reply, { received }) => {
            const id = /\/timecards\/([^/]+)/i.exec(received.path)?.[1];
            const unknown = id !== undefined && !/^clockin$/i.test(id) && !known.has(id);
            return reply.status === 401 && unknown
              ? instead(reply, 404, errorIn(reply, 'NotFound', 'The card was not found.'))
              : reply;
          },
        };
      },
    },
    {
      id: 'read-only-may-confirm',
      title: 'a token with Schedule.Read.All may confirm',
      imitates: 'rights that are asked for where a body is read',
      breaches: 'timecard-confirm.md, Permissions: "Schedule.ReadWrite.All"; concepts/errors.md, 403',
      caughtBy: ['TC-AUTH-002'],
      alike: 'lets a single action through; the writes that carry a body are refused',
      hooks: {
        permit: (permitted, { operation, principal }) =>
          permitted || (operation === 'confirm' && principal.scopes.includes('Schedule.Read.All')),
      },
    },
    {
      id: 'read-only-replace-401',
      title: 'replace with a token that may only read is refused with 401 and not with 403',
      imitates: 'one answer for all that a token does not allow',
      breaches: 'concepts/errors.md: 401 for missing or invalid authentication, 403 for a missing permission',
      caughtBy: ['TC-AUTH-002'],
      alike: 'refuses as it should, with the number for those whom nobody knows',
      hooks: {
        reply: (reply, { operation, principal }) =>
          operation === 'replace' &&
          reply.status === 403 &&
          principal?.scopes.includes('Schedule.ReadWrite.All') === false
            ? withStatus(reply, 401)
            : reply,
      },
    },
  ]),
  ...defects('status', [
    {
      id: 'writing-application-may-not-list',
      title: 'an application with Schedule.ReadWrite.All may read a card and not the list',
      imitates: 'a list of permissions that must be met to the letter',
      breaches: 'schedule-list-timecards.md, Permissions: Application "Schedule.Read.All | Schedule.ReadWrite.All"',
      caughtBy: ['TC-AUTH-004'],
      hooks: {
        permit: (permitted, { operation, principal }) =>
          permitted && !(operation === 'list' && principal.kind === 'application'),
      },
    },
    {
      id: 'read-only-may-not-filter',
      title: 'a token with Schedule.Read.All may list and not filter',
      imitates: 'search as a service of its own with rights of its own',
      breaches: 'schedule-list-timecards.md, Permissions: "Schedule.Read.All"; Optional query parameters: "$filter"',
      caughtBy: ['TC-AUTH-001'],
      alike: 'needs a filter; the plain list is served to the same token',
      hooks: {
        permit: (permitted, { operation, principal, received }) =>
          permitted &&
          !(
            operation === 'list' &&
            option(received, '$filter') &&
            !principal.scopes.includes('Schedule.ReadWrite.All')
          ),
      },
    },
    {
      id: 'reading-user-may-not-act-as',
      title: 'get and list are refused with 400 where MS-APP-ACTS-AS comes beside the token of a user',
      imitates: 'a header that is checked against the kind of the token',
      breaches: 'timecard-get.md, Request headers, MS-APP-ACTS-AS: "otherwise, optional"',
      caughtBy: ['TC-AUTH-006'],
      hooks: {
        reply: (reply, { operation = '', principal, received }) =>
          reply.status === 200 &&
          /^(get|list)$/.test(operation) &&
          principal?.kind === 'user' &&
          received.headers['ms-app-acts-as'] !== undefined
            ? instead(reply, 400, errorIn(reply, 'BadRequest', 'MS-APP-ACTS-AS needs an application token.'))
            : reply,
      },
    },
  ]),
];

function withToken(received: Received): Received {
  if (received.headers['authorization'] !== undefined) return received;
  return { ...received, headers: { ...received.headers, authorization: `Bearer ${tokens.caller}` } };
}
