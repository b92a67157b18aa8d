import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startReferenceServer } from '../reference/server.ts';
import { tokenVariables } from '../specs/token-variables.ts';
import { command } from './command.ts';

const variables = Object.values(tokenVariables);

/** Told apart by their variable; with what percent-encoding, base64 and JSON each write differently. */
const tokens: Readonly<Record<string, string>> = Object.fromEntries(
  variables.map((name) => [name, `hush/${name.toLowerCase()}+"quoted"&<tag>~0123456789==`]),
);

/** The forms in which a token may come back. */
function formsOf(token: string): readonly string[] {
  return [token, encodeURIComponent(token), Buffer.from(token).toString('base64'), JSON.stringify(token).slice(1, -1)];
}

function leaksIn(text: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(secrets).flatMap(([name, token]) =>
    formsOf(token).flatMap((form, index) => (text.includes(form) ? [`${name} in form ${index}`] : [])),
  );
}

function everythingIn(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** What a run leaves: its folder of reports, and what it printed. */
async function runWith(
  url: string,
  secrets: Readonly<Record<string, string>>,
): Promise<{ readonly files: string; readonly printed: string; readonly exitCode: number | null }> {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  try {
    const { stdout, stderr, exitCode } = await command(
      ['run', '--base-url', url, '--seed', '3', '--num-runs', '5', '--verbose', '--report-dir', folder],
      { folder, environment: secrets },
    );
    return { files: everythingIn(folder), printed: stdout + stderr, exitCode };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('no token of an honest server is in the reports or in what is printed', async () => {
  const server = await startReferenceServer();
  const { caller, secondUser, application, readOnly, noScope } = server.tokens;
  const secrets = Object.fromEntries(
    variables.map((name, index) => [name, [caller, secondUser, application, readOnly, noScope][index] ?? '']),
  );
  try {
    const { files, printed, exitCode } = await runWith(server.url, secrets);
    expect(exitCode).toBe(0);
    expect(files.length).toBeGreaterThan(10_000);
    expect(leaksIn(files, secrets)).toEqual([]);
    expect(leaksIn(printed, secrets)).toEqual([]);
  } finally {
    await server.close();
  }
});

/** Lists and cards for whoever asks, new cards, and a refusal of everything else. */
function answerFor({ method, url = '' }: IncomingMessage, card: object, error: object): readonly [number, object] {
  if (method === 'GET') return [200, url.includes('/timeCards/') ? card : { value: [card] }];
  return /\/(timeCards|clockIn)$/i.test(url) ? [201, card] : [400, error];
}

/** Hands back what it was sent, in every form, with every kind of answer; and the tokens that it was not sent, too. */
function echo(request: IncomingMessage, response: ServerResponse, echoed: string[]): void {
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const forms = Object.values(tokens).flatMap(formsOf);
  const card = {
    id: `TCK_${encodeURIComponent(token)}`,
    notes: { contentType: 'text', content: `you sent ${token}` },
    forms,
    headers: request.headers,
    raw: request.rawHeaders,
  };
  const error = { error: { code: token, message: forms.join(' '), innerError: card } };
  const [status, value] = answerFor(request, card, error);
  const body = JSON.stringify(value);
  echoed.push(body);
  response.writeHead(status, `Said ${encodeURIComponent(token)}`, {
    'content-type': 'application/json',
    'x-echo': encodeURIComponent(token),
    'x-echo-base64': Buffer.from(token).toString('base64'),
    'www-authenticate': `Bearer error_description="${token.replaceAll('"', '\\"')}"`,
  });
  response.end(body);
}

async function echoing(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('no token that a hostile server echoes is in any report', async () => {
  const echoed: string[] = [];
  const server = await echoing((request, response) => echo(request, response, echoed));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { files, printed, exitCode } = await runWith(url, tokens);
    expect(exitCode).toBe(1);
    // The echo did happen, for each token, and reached the reports with the variable's name in the token's place.
    const heard = echoed.join('\n');
    const unheard = variables.filter((name) => leaksIn(heard, { [name]: tokens[name] ?? '' }).length < 3);
    expect(unheard).toEqual([]);
    expect(files).toContain('$TIMECARD_TOKEN');
    expect(leaksIn(files, tokens)).toEqual([]);
    expect(leaksIn(printed, tokens)).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
