import type { Received } from '../call.ts';
import { Refusal } from '../refusal.ts';
import { tokens } from '../tokens.ts';
import { restated, onStoring } from './seams.ts';
import { entries } from './variant.ts';

/** The known token with the same claims, whoever signed it. */
function withTheseClaims(authorization: string): string | undefined {
  const [, sent = ''] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  const claims = (token: string): string => token.split('.').slice(0, 2).join('.');
  return sent.split('.').length === 3 ? Object.values(tokens).find((one) => claims(one) === claims(sent)) : undefined;
}

const serviceAccount = { id: '0d6a3f1e-4c58-4b7a-9e2d-7f81c5b0a694', displayName: 'Time clock bridge' };

function prefersOther(headers: Received['headers']): boolean {
  return !/^(\*|en)/i.test(headers['accept-language'] ?? 'en');
}

/** Who is taken for whom, where no page says it. */
export const callerVariants = entries([
  {
    id: 'tokens-by-claims',
    title: 'a token counts by its claims, and nobody looks at its signature',
    allows: 'errors page, 401: "missing or not valid"; what makes a token valid no page of Graph says.',
    temptation: 'a token with another signature is not valid',
    warns: ['TC-AUTH-021'],
    hooks: {
      receive: (received) => {
        const known = withTheseClaims(received.headers['authorization'] ?? '');
        if (known === undefined) return received;
        return { ...received, headers: { ...received.headers, authorization: `Bearer ${known}` } };
      },
    },
  },
  {
    id: 'acting-users-refused',
    title: 'MS-APP-ACTS-AS beside a user’s token is refused with 403 where it names somebody else',
    allows: 'Request headers: the header is for application tokens; what it means beside a user’s is not said.',
    temptation: 'MS-APP-ACTS-AS beside a user’s token is ignored',
    hooks: {
      permit: (permitted, { principal, received }) => {
        const named = received.headers['ms-app-acts-as'];
        if (principal.kind === 'user' && named !== undefined && named !== principal.identity.id)
          throw new Refusal('Forbidden', 'MS-APP-ACTS-AS is for applications.');
        return permitted;
      },
    },
  },
  {
    id: 'application-as-service-account',
    title: 'what an application does for nobody is done by a service account, a user of its own',
    allows: 'No page says what createdBy holds under an application’s token.',
    temptation: 'createdBy.user is null under an application’s token',
    hooks: {
      store: ({ after, call }) => {
        if (after === undefined || call.user !== undefined) return after;
        const by = { application: null, device: null, user: serviceAccount };
        return { ...after, lastModifiedBy: by, ...(call.cardId === undefined ? { createdBy: by } : {}) };
      },
    },
  },
  {
    id: 'other-languages-refused',
    title: 'who prefers another language than English is answered 406',
    allows: 'RFC 9110, 15.5.7: 406 where nothing fits what is preferred; no page speaks of Accept-Language.',
    temptation: 'a preferred language changes nothing',
    hooks: {
      receive: (received) => {
        if (prefersOther(received.headers)) throw new Refusal('BadRequest', 'There are no other languages here.');
        return received;
      },
      reply: (reply, { received }) => (prefersOther(received.headers) ? restated(reply, 406, 'NotAcceptable') : reply),
    },
  },
  {
    id: 'nobody-confirms-for-others',
    title: 'confirmForUser that names the manager of a team refuses the cards of others',
    allows:
      'beta confirmForUser page: "The ID of the user that confirms the timeCard", of whom no page says who it may be.',
    temptation: 'a manager may be named for the card of another user',
    versions: ['beta'],
    hooks: onStoring('confirmForUser', (after, before, { body }) => {
      if (before !== undefined && body['userId'] !== before.userId)
        throw new Refusal('Forbidden', 'Only the user of a time card may be named.');
      return after;
    }),
  },
]);
