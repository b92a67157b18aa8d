import { ClientError } from '../reference-client/reference-client.ts';
import type { ClientDefect } from './client-defect.ts';

/** What the caller is told of success and of refusals. */
export const clientErrorDefects: readonly ClientDefect[] = [
  {
    id: 'throws-on-204',
    title: 'an answer without a body is an error',
    imitates: 'a client that always parses JSON',
    caughtBy: ['TC-CLIENT-001'],
    start: () => ({
      succeed: (value, status) => {
        if (status === 204) throw new SyntaxError('Unexpected end of JSON input');
        return value;
      },
    }),
  },
  {
    id: 'only-200-is-success',
    title: 'only 200 and 201 are success',
    imitates: 'a list of good statuses',
    caughtBy: ['TC-CLIENT-001'],
    start: () => ({
      succeed: (value, status) => {
        if (status !== 200 && status !== 201) throw new ClientError({ status, message: 'unexpected status' });
        return value;
      },
    }),
  },
  {
    id: 'status-lost',
    title: 'errors have no status',
    imitates: 'an error that is made of the message alone',
    caughtBy: ['TC-GEN-029'],
    start: () => ({ fail: ({ status: _, ...error }) => error }),
  },
  {
    id: 'code-lost',
    title: 'errors have no code',
    imitates: 'an error that is made of the status alone',
    caughtBy: ['TC-GEN-029'],
    start: () => ({ fail: ({ code: _, ...error }) => error }),
  },
  {
    id: 'refusal-is-success',
    title: 'a 409 is taken for success',
    imitates: 'a client that looks at the body only',
    caughtBy: ['TC-GEN-029'],
    start: () => ({ fail: (error, status) => (status === 409 ? 'success' : error) }),
  },
  {
    id: 'status-lost-without-json',
    title: 'the status of an error is lost where its body is no JSON',
    imitates: 'a parser that fails before the error is made',
    caughtBy: ['TC-CLIENT-016'],
    start: () => ({
      fail: (error) => (error.code === undefined ? { type: 'SyntaxError', message: 'Unexpected token <' } : error),
    }),
  },
  {
    id: 'every-error-500',
    title: 'the status of every error is 500',
    imitates: 'a gateway within the client',
    caughtBy: ['TC-GEN-029', 'TC-CLIENT-016'],
    start: () => ({ fail: (error) => ({ ...error, status: 500 }) }),
  },
];
