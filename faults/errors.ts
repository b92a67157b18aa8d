import type { Reply } from '../reference/reply.ts';
import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { instead, reading, refusing, withJson, without, withStatus } from './seams.ts';

const everyRefusal = [400, 401, 403, 404, 405, 409, 413, 415];

/** Errors in the wrong form, and wrong input that is let pass. */
export const errorDefects = defects('errors', [
  {
    id: 'error-plain-text',
    title: 'errors are plain text',
    imitates: 'the default error page of a framework',
    caughtBy: ['TC-GEN-003'],
    hooks: refusing(everyRefusal, (reply) => withText(reply, 'text/plain', 'Not possible.')),
  },
  {
    id: 'error-html',
    title: 'errors are HTML',
    imitates: 'a reverse proxy in front of the server',
    caughtBy: ['TC-GEN-003'],
    alike: 'is marked up, as no client that wants JSON expects it, and may come from before the server',
    hooks: refusing(everyRefusal, (reply) => withText(reply, 'text/html', '<html><body><h1>Error</h1></body></html>')),
  },
  {
    id: 'error-flat',
    title: 'errors are { message } without an error object',
    imitates: 'the usual error of hand-written mocks',
    caughtBy: ['TC-GEN-003'],
    alike: 'is JSON, and lacks nothing but the object around it',
    hooks: refusing(everyRefusal, (reply) => withJson(reply, { message: errorOf(reply)['message'] ?? '' })),
  },
  {
    id: 'error-code-number',
    title: 'the code of an error is the status as a number',
    imitates: 'other APIs, whose errors repeat the status',
    caughtBy: ['TC-GEN-003'],
    alike: 'has everything in its place and only a number where a word belongs',
    hooks: refusing(everyRefusal, (reply) => withJson(reply, { error: { ...errorOf(reply), code: reply.status } })),
  },
  {
    id: 'error-without-inner',
    title: 'errors have no inner error',
    imitates: 'mocks that stop at code and message',
    caughtBy: ['TC-GEN-004'],
    hooks: refusing(everyRefusal, (reply) => withJson(reply, { error: without(errorOf(reply), 'innerError') })),
  },
  {
    id: 'malformed-json-500',
    title: 'malformed JSON makes the server fail with 500',
    imitates: 'an exception of the parser that nobody catches',
    caughtBy: ['TC-GEN-015'],
    hooks: refusing([400], (reply) =>
      /JSON request payload/.test(String(errorOf(reply)['message'])) ? withStatus(reply, 500) : reply,
    ),
  },
  {
    id: 'malformed-json-accepted',
    title: 'malformed JSON counts as an empty object',
    imitates: 'a parser whose failure means no body',
    caughtBy: ['TC-GEN-015'],
    alike: 'takes the body for none and acts, where the other does nothing',
    hooks: {
      receive: (received) =>
        received.body.length > 0 && !isJson(received.body) ? { ...received, body: Buffer.from('{}') } : received,
    },
  },
  {
    id: 'text-plain-accepted',
    title: 'a body sent as text/plain is accepted',
    imitates: 'a server that parses whatever comes',
    caughtBy: ['TC-GEN-016'],
    hooks: {
      receive: (received) => ({ ...received, headers: { ...received.headers, 'content-type': 'application/json' } }),
    },
  },
  {
    id: 'method-ignored',
    title: 'a method that the collection does not offer answers 200',
    imitates: 'routes that match the path alone',
    caughtBy: ['TC-GEN-018'],
    hooks: refusing([405], (reply) => instead(reply, 200, { value: [] })),
  },
  {
    id: 'path-case-sensitive',
    title: 'the lower-case action clockin is not found',
    imitates: 'routers that match letter by letter',
    caughtBy: ['TC-GEN-008'],
    hooks: {
      receive: (received) =>
        /\/(clockin|timecards|clockout)(\/|$)/.test(received.path) ? { ...received, path: '/v1.0/nowhere' } : received,
    },
  },
  {
    id: 'clock-in-needs-location',
    title: 'clockIn without isAtApprovedLocation is refused',
    imitates: 'a body schema that requires more than the page does',
    caughtBy: ['TC-CLOCKIN-023'],
    hooks: reading('clockIn', required('isAtApprovedLocation')),
  },
  {
    id: 'clock-out-needs-notes',
    title: 'clockOut without notes is refused',
    imitates: 'a body schema that requires more than the page does',
    caughtBy: ['TC-CLOCKOUT-015'],
    hooks: reading('clockOut', required('notes')),
  },
  {
    id: 'break-needs-notes',
    title: 'startBreak and endBreak without notes are refused',
    imitates: 'a body schema that requires more than the page does',
    caughtBy: ['TC-BREAK-031'],
    hooks: reading(['startBreak', 'endBreak'], required('notes')),
  },
]);

/** Makes a body invalid that lacks a member. */
function required(name: string): (body: JsonObject) => Json {
  return (body) => (body[name] === undefined ? null : body);
}

function withText(reply: Reply, type: string, text: string): Reply {
  return { ...reply, content: { kind: 'text', type, text } };
}

function errorOf({ content }: Reply): JsonObject {
  const error = content.kind === 'json' && isJsonObject(content.value) ? content.value['error'] : undefined;
  return isJsonObject(error) ? error : {};
}

function isJson(body: Buffer): boolean {
  try {
    JSON.parse(body.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
