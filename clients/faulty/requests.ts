import { headerValue } from '../../traffic/headers.ts';
import type { Outgoing } from '../reference-client/seams.ts';
import type { ClientDefect } from './client-defect.ts';

/** The same request with other headers of this name; none without a value. */
export function withHeader(request: Outgoing, name: string, ...values: readonly string[]): Outgoing {
  const others = request.headers.filter(([one]) => one.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, ...values.map((value) => [name, value] as const)] };
}

/** The same request with another body, whose length is told. */
export function withBody(request: Outgoing, body: Buffer | undefined): Outgoing {
  const bare = withHeader({ ...request, body }, 'Content-Length');
  return body === undefined ? bare : withHeader(bare, 'Content-Length', String(body.length));
}

const oneId = 'b7d6a1de-7e57-4f0e-ad5e-7e5700000001';

/** What goes out is wrong in a header, in its URL, or in that it has a body at all. */
export const requestDefects: readonly ClientDefect[] = [
  {
    id: 'no-token',
    title: 'no request carries a token',
    imitates: 'a client that holds tokens back from hosts which it does not know',
    caughtBy: ['TC-AUTH-017'],
    start: () => ({ send: (request) => withHeader(request, 'Authorization') }),
  },
  {
    id: 'token-without-scheme',
    title: 'the token stands in Authorization without the word Bearer',
    imitates: 'a token callback whose result is used as the whole header',
    caughtBy: ['TC-AUTH-017'],
    start: () => ({
      send: (request) =>
        withHeader(
          request,
          'Authorization',
          (headerValue(request.headers, 'authorization') ?? '').replace('Bearer ', ''),
        ),
    }),
  },
  {
    id: 'token-lost-on-next-page',
    title: 'the second and later pages are asked for without a token',
    imitates: 'a pager that follows links with a bare fetch',
    caughtBy: ['TC-AUTH-017'],
    start: () => ({
      send: (request, { op }) =>
        op === 'listAll' && request.url.includes('?') ? withHeader(request, 'Authorization') : request,
    }),
  },
  {
    id: 'acts-as',
    title: 'MS-APP-ACTS-AS is sent with every write',
    imitates: 'clients written before the header was deprecated',
    caughtBy: ['TC-AUTH-018'],
    start: () => ({
      send: (request) => (request.method === 'GET' ? request : withHeader(request, 'MS-APP-ACTS-AS', oneId)),
    }),
  },
  {
    id: 'one-request-id',
    title: 'one client-request-id for the life of a client',
    imitates: 'an id that is made with the client object',
    caughtBy: ['TC-GEN-030'],
    start: () => ({ send: (request) => withHeader(request, 'client-request-id', oneId) }),
  },
  {
    id: 'no-request-id',
    title: 'no client-request-id',
    imitates: 'clients without telemetry',
    caughtBy: ['TC-GEN-030'],
    start: () => ({ send: (request) => withHeader(request, 'client-request-id') }),
  },
  {
    id: 'request-id-no-guid',
    title: 'client-request-id counts up instead of being a GUID',
    imitates: 'a counter in place of an id',
    caughtBy: ['TC-GEN-030'],
    start: () => {
      let count = 0;
      return { send: (request) => withHeader(request, 'client-request-id', String((count += 1))) };
    },
  },
  {
    id: 'no-content-type',
    title: 'bodies go out without a Content-Type',
    imitates: 'a client that leaves it to its HTTP library',
    caughtBy: ['TC-CLOCKIN-035', 'TC-CLOCKOUT-026', 'TC-CREATE-037'],
    start: () => ({ send: (request) => withHeader(request, 'Content-Type') }),
  },
  {
    id: 'create-as-text',
    title: 'create sends its body as text/plain',
    imitates: 'the default of an HTTP library for strings',
    caughtBy: ['TC-CREATE-037'],
    start: () => ({
      send: (request, { op }) => (op === 'create' ? withHeader(request, 'Content-Type', 'text/plain') : request),
    }),
  },
  {
    id: 'clock-out-as-form',
    title: 'clockOut sends its parameters as a form',
    imitates: 'a client that takes actions for web forms',
    caughtBy: ['TC-CLOCKOUT-026'],
    start: () => ({
      send: (request, { op }) =>
        op === 'clockOut'
          ? withBody(
              withHeader(request, 'Content-Type', 'application/x-www-form-urlencoded'),
              Buffer.from('isAtApprovedLocation=true'),
            )
          : request,
    }),
  },
  {
    id: 'json-in-a-list',
    title: 'the body of clockIn is wrapped in an array',
    imitates: 'a serializer for collections',
    caughtBy: ['TC-CLOCKIN-035'],
    start: () => ({
      send: (request, { op }) =>
        op === 'clockIn' && request.body !== undefined
          ? withBody(request, Buffer.from(`[${request.body.toString()}]`))
          : request,
    }),
  },
  {
    id: 'says-gzip-and-is-not',
    title: 'Content-Encoding names gzip for a plain body',
    imitates: 'a middleware that sets the header and leaves the coding to another',
    caughtBy: ['TC-CREATE-037', 'TC-CLOCKIN-035', 'TC-CLOCKOUT-026'],
    start: () => ({
      send: (request) => (request.body === undefined ? request : withHeader(request, 'Content-Encoding', 'gzip')),
    }),
  },
  {
    id: 'body-with-get',
    title: 'get sends an empty object',
    imitates: 'one code path for all methods',
    caughtBy: ['TC-GET-005'],
    start: () => ({ send: (request, { op }) => (op === 'get' ? withBody(request, Buffer.from('{}')) : request) }),
  },
  {
    id: 'select-with-get',
    title: 'get asks for chosen members with $select',
    imitates: 'clients that select by habit',
    caughtBy: ['TC-GET-006'],
    start: () => ({
      send: (request, { op }) => (op === 'get' ? { ...request, url: `${request.url}?$select=id,state` } : request),
    }),
  },
  {
    id: 'body-with-list',
    title: 'lists are asked for with a body',
    imitates: 'one code path for all methods',
    caughtBy: ['TC-LIST-022'],
    start: () => ({ send: (request, { op }) => (op === 'list' ? withBody(request, Buffer.from('{}')) : request) }),
  },
  {
    id: 'body-with-delete',
    title: 'delete sends an empty object',
    imitates: 'one code path for all writes',
    caughtBy: ['TC-DELETE-006'],
    start: () => ({ send: (request, { op }) => (op === 'delete' ? withBody(request, Buffer.from('{}')) : request) }),
  },
  {
    id: 'ids-in-lower-case',
    title: 'ids are put in lower case',
    imitates: 'a client that normalises URLs',
    caughtBy: ['TC-GEN-033'],
    start: () => ({ segment: (id) => encodeURIComponent(id.toLowerCase()) }),
  },
  {
    id: 'ids-in-upper-case-for-delete',
    title: 'delete puts the id in upper case',
    imitates: 'GUIDs that are formatted anew',
    caughtBy: ['TC-GEN-033'],
    start: () => ({
      send: (request, { op }) =>
        op === 'delete' ? { ...request, url: request.url.replace(/TCK_[^/?]+$/, (id) => id.toUpperCase()) } : request,
    }),
  },
  {
    id: 'patch-for-replace',
    title: 'replace sends PATCH',
    imitates: 'clients that are generated from metadata without an update method',
    caughtBy: ['TC-CLIENT-002'],
    start: () => ({ send: (request, { op }) => (op === 'replace' ? { ...request, method: 'PATCH' } : request) }),
  },
  {
    id: 'user-id-with-mark',
    title: 'onBehalfOfUserId carries an invisible mark',
    imitates: 'an id that was copied from a page',
    caughtBy: ['TC-CLOCKIN-037', 'TC-CLIENT-010'],
    start: () => ({
      write: (object) =>
        typeof object['onBehalfOfUserId'] === 'string'
          ? { ...object, onBehalfOfUserId: `\u200e${object['onBehalfOfUserId']}` }
          : object,
    }),
  },
];
