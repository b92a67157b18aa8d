import type { ClientDefect } from './client-defect.ts';
import { withBody, withHeader } from './requests.ts';

/** What is sent again, when, and over which connection. */
export const repeatDefects: readonly ClientDefect[] = [
  {
    id: 'repeats-at-once',
    title: 'a throttled request is repeated at once',
    imitates: 'a retry loop without a pause',
    caughtBy: ['TC-GEN-014', 'TC-GEN-034'],
    start: () => ({ wait: () => 0 }),
  },
  {
    id: 'retry-after-in-milliseconds',
    title: 'Retry-After is taken for milliseconds',
    imitates: 'a timer that counts in another unit',
    caughtBy: ['TC-GEN-014'],
    start: () => ({ wait: ({ named, usual }) => (named === undefined ? usual : named / 1000 + 0.2) }),
  },
  {
    id: 'no-pause-without-time',
    title: 'where no time is named, a throttled request is repeated at once',
    imitates: 'Number(null), which is nought',
    caughtBy: ['TC-GEN-034'],
    start: () => ({ wait: ({ named }) => named ?? 0 }),
  },
  {
    id: 'same-connection-after-503',
    title: 'after 503 the connection is used again',
    imitates: 'a pool of connections that knows nothing of answers',
    caughtBy: ['TC-GEN-031'],
    start: () => ({ send: (request) => ({ ...request, fresh: false }) }),
  },
  {
    id: 'no-pause-after-503',
    title: 'after 503 the request is repeated at once',
    imitates: 'a pause for throttling only',
    caughtBy: ['TC-GEN-031'],
    start: () => ({ wait: ({ usual }, status) => (status === 503 ? 0 : usual) }),
  },
  {
    id: 'repeat-without-body',
    title: 'a repeated request has lost its body',
    imitates: 'a stream that was read once',
    caughtBy: ['TC-CLIENT-013'],
    start: () => ({ send: (request, { number }) => (number > 1 ? withBody(request, undefined) : request) }),
  },
  {
    id: 'repeat-with-empty-object',
    title: 'a repeated request sends {}',
    imitates: 'an object that counts as sent',
    caughtBy: ['TC-CLIENT-013'],
    start: () => ({
      send: (request, { number }) =>
        number > 1 && request.body !== undefined ? withBody(request, Buffer.from('{}')) : request,
    }),
  },
  {
    id: 'repeat-halved-now-and-then',
    title: 'every third repeated body is cut in half',
    imitates: 'middlewares in an order that chance decides',
    caughtBy: ['TC-CLIENT-013'],
    start: () => {
      let repeats = 0;
      return {
        send: (request, { number }) => {
          if (number === 1 || request.body === undefined || (repeats += 1) % 3 !== 0) return request;
          return withBody(request, request.body.subarray(0, request.body.length / 2));
        },
      };
    },
  },
  {
    id: 'repeat-says-gzip',
    title: 'a repeated body is plain under Content-Encoding: gzip',
    imitates: 'a compression that runs once for two requests',
    caughtBy: ['TC-CLIENT-013'],
    start: () => ({
      send: (request, { number }) => (number > 1 ? withHeader(request, 'Content-Encoding', 'gzip') : request),
    }),
  },
];
