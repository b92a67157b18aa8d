import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tokenVariables } from '../traffic/token-variables.ts';
import { command } from './command.ts';
import { secretForms } from './secret-forms.ts';
import { tenant } from './tenant.ts';

/* A server that tells everything that it knows, everywhere, in every form; and a run against it that is recorded. */

const { people, tokens, names } = tenant;
const stranger = {
  id: '9d3c5b71-0e8f-4a26-b1d4-6f7a82c09e35',
  displayName: 'Mia "M" Brandt-Łukasz',
  mail: 'mia.brandt@nordwind.de',
  address: '10.77.66.55',
  host: 'db-07.nordwind.corp',
  password: 'hunter2+hunter2/hunter2',
  opaque: 'EwBwA8l6BAAUbDba3x2OMJElkF7gJ4z5VbCPEz0AAZ3nQx7TkPzK9',
};
const secrets = [...Object.values(people), ...Object.values(tokens), ...names, ...Object.values(stranger)];

/** What identifies somebody in the commonest forms, and what opens something in all of them. */
const forms = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString('base64'),
  Buffer.from(text).toString('base64url'),
  JSON.stringify(JSON.stringify(text)).slice(3, -3),
  ...(text === tokens.caller ? Object.values(secretForms).map((write) => write(text)) : []),
];

/** What is not told by its look, and so is known only from the member that names it. */
function answerTo({ method = '', url = '', headers }: IncomingMessage): readonly [number, unknown] {
  const user = { id: stranger.id, displayName: stranger.displayName, mail: stranger.mail };
  const everything = {
    createdBy: { user, application: { displayName: names[2] } },
    lastModifiedBy: { user: { id: people.onBehalfOfUserId, displayName: names[1] } },
    password: stranger.password,
    headers,
    all: secrets.flatMap(forms),
    text: JSON.stringify({ user, inner: JSON.stringify(secrets) }),
  };
  const card = { ...everything, id: `TCK_${stranger.id}`, userId: people.callerId, state: 'clockedIn', breaks: [] };
  const link = `http://${headers.host}${url.split('?')[0]}?$skiptoken=${encodeURIComponent(secrets.join('/'))}`;
  const isLast = url.includes('skiptoken');
  if (method === 'GET')
    return [
      200,
      url.includes('/timeCards/') ? card : { ...(isLast ? {} : { '@odata.nextLink': link }), value: [card] },
    ];
  if (/\/(timeCards|clockIn)$/i.test(url)) return [201, card];
  return [400, { error: { code: stranger.opaque, message: secrets.flatMap(forms).join(' '), innerError: everything } }];
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const [status, body] = answerTo(request);
  const inHeaders = secrets.flatMap(forms).filter((text) => /^[\x21-\x7e]*$/.test(text));
  response.writeHead(status, {
    'content-type': 'application/json',
    'request-id': stranger.id,
    location: `https://${stranger.host}/users/${encodeURIComponent(stranger.mail)}`,
    etag: inHeaders.slice(0, 20).join('~'),
    'www-authenticate': `Bearer realm="${people.teamId}"`,
    'set-cookie': inHeaders.slice(0, 5),
    'x-everything': inHeaders.slice(5, 30).join(' '),
  });
  response.end(JSON.stringify(body));
}

test('nothing of a server that tells everything is in a recording, in any result or report, or in what is printed', async () => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'recorded-secrets-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = Object.fromEntries(
    Object.entries(tokenVariables).map(([holder, name]) => [name, tokens[holder as keyof typeof tokens]]),
  );
  const who = ['--team-id', people.teamId, '--other-team-id', people.otherTeamId, '--verbose'];
  try {
    const { stdout, stderr, exitCode } = await command(
      ['record', 'recording.json', '--base-url', url, '--seed', '3', '--num-runs', '1', '--max-requests', '60', ...who],
      { folder, environment },
    );
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const texts = files.map(({ name, parentPath }) => [name, readFileSync(join(parentPath, name), 'utf8')] as const);
    const leaks = [...texts, ['stdout', stdout] as const, ['stderr', stderr] as const].flatMap(([name, text]) =>
      secrets.flatMap((secret) =>
        forms(secret)
          .filter((form) => text.includes(form))
          .map((form) => `${name}: ${form}`),
      ),
    );
    expect(leaks).toEqual([]);
    // It was told, and what stands in its place is there.
    const recording = texts.find(([name]) => name === 'recording.json')?.[1] ?? '';
    for (const pseudonym of [
      'person2',
      'user2@example.com',
      'redacted1',
      'host2.example',
      '192.0.2.1',
      '$TIMECARD_TOKEN',
    ])
      expect(recording.toLowerCase()).toContain(pseudonym.toLowerCase());
    expect(exitCode).toBe(1);
    const scanned = await command(['scan', '.'], { folder, environment });
    expect(scanned.stdout).toMatch(/nothing looks secret or personal\.\n$/);
    expect(scanned.exitCode).toBe(0);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
}, 180_000);
