import type { Reply } from '../reference/reply.ts';
import { defects } from './defect.ts';

function headers(reply: Reply, change: (name: string, value: string) => readonly [string, string] | undefined): Reply {
  const changed = Object.entries(reply.headers).flatMap(([name, value]) => [change(name, value) ?? []]);
  return { ...reply, headers: Object.fromEntries(changed.filter((entry) => entry.length === 2)) };
}

/** Answers whose bodies are right and whose headers are not. */
export const headerDefects = defects('headers', [
  {
    id: 'json-as-text',
    title: 'JSON is served as text/plain',
    imitates: 'a handler that writes a string',
    caughtBy: ['TC-GEN-006'],
    hooks: {
      reply: (reply) =>
        reply.status < 400 && reply.content.kind === 'json'
          ? { ...reply, content: { kind: 'text', type: 'text/plain', text: JSON.stringify(reply.content.value) } }
          : reply,
    },
  },
  {
    id: 'no-request-id',
    title: 'answers carry no request-id',
    imitates: 'mocks without tracing',
    caughtBy: ['TC-GEN-005'],
    hooks: { reply: (reply) => headers(reply, (name, value) => (name === 'request-id' ? undefined : [name, value])) },
  },
  {
    id: 'client-request-id-replaced',
    title: 'client-request-id comes back with another value',
    imitates: 'a gateway that sets its own',
    caughtBy: ['TC-GEN-019'],
    hooks: {
      reply: (reply) =>
        headers(reply, (name, value) => [
          name,
          name === 'client-request-id' ? (reply.headers['request-id'] ?? '') : value,
        ]),
    },
  },
]);
