import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReferenceServer } from '../reference/server.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { command, type CommandResult } from './command.ts';
import { leaksIn, secretForms } from './secret-forms.ts';
import { isWhole } from './one-in.ts';

const variables = Object.values(tokenVariables);

/** Told apart by their variable; with what percent-encoding, base64 and JSON each write differently; and a short one. */
const tokens: Readonly<Record<string, string>> = {
  ...Object.fromEntries(variables.map((name) => [name, `hush/${name.toLowerCase()}+"quoted"&<tag>~0123456789==`])),
  [tokenVariables.readOnly]: 'q7x-9z',
};
const formsOf = (token: string): readonly string[] => Object.values(secretForms).map((write) => write(token));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function everythingIn(place: string): string {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')).join('\n');
}

/** Runs a command; what it left is its folder of reports, and what it printed. */
async function left(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandResult & { readonly files: string; readonly printed: string }> {
  const reports = mkdtempSync(join(folder, 'reports-'));
  const result = await command([...words, '--verbose', '--report-dir', reports], { folder, environment });
  return { ...result, files: everythingIn(reports), printed: result.stdout + result.stderr };
}

const run = (url: string): readonly string[] => ['run', '--base-url', url, '--seed', '3', '--num-runs', '5'];

test.runIf(isWhole)('no token of an honest server is in the reports or in what is printed', async () => {
  const server = await startReferenceServer();
  const { caller, secondUser, application, readOnly, noScope } = server.tokens;
  const secrets = Object.fromEntries(
    variables.map((name, index) => [name, [caller, secondUser, application, readOnly, noScope][index] ?? '']),
  );
  try {
    const { files, printed, exitCode } = await left([...run(server.url), '--max-requests', '300'], secrets);
    expect(exitCode).toBe(3);
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
    ...Object.fromEntries(forms.map((form) => [form, 'a name'])),
    headers: request.headers,
    raw: request.rawHeaders,
  };
  const error = { error: { code: token, message: forms.join(' '), innerError: card } };
  const [status, value] = answerFor(request, card, error);
  const body = JSON.stringify(value);
  echoed.push(body);
  response.writeHead(status, `Said ${encodeURIComponent(token)}`, {
    'content-type': 'application/json',
    location: `http://${request.headers.host}/${encodeURIComponent(token)}?a=${Buffer.from(token).toString('hex')}`,
    'x-echo': forms.filter((form) => /^[\x21-\x7e]*$/.test(form)).slice(0, 40),
    'x-q7x-9z': 'a name',
    'set-cookie': `sid=${encodeURIComponent(token)}`,
    'www-authenticate': `Bearer error_description="${token.replaceAll('"', '\\"')}"`,
  });
  response.end(body);
}

async function echoing(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Server> {
  const server = createServer({ maxHeaderSize: 1_000_000 }, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

test('no token that a hostile server echoes is in any report', async () => {
  const echoed: string[] = [];
  const server = await echoing((request, response) => echo(request, response, echoed));
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { files, printed, exitCode } = await left([...run(url), '--max-requests', '150'], tokens);
    expect(exitCode).toBe(1);
    // The echo did happen, for each token, and reached the reports with the variable's name in the token's place.
    const heard = echoed.join('\n');
    const unheard = variables.filter((name) => leaksIn(heard, { [name]: tokens[name] ?? '' }).length < 15);
    expect(unheard).toEqual([]);
    expect(files).toContain('$TIMECARD_TOKEN');
    expect(leaksIn(files, tokens)).toEqual([]);
    expect(leaksIn(printed, tokens)).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

describe('a file that holds tokens in every form and every place', () => {
  const forms = Object.values(tokens).flatMap(formsOf);
  const pairs = forms.map((value) => ({ name: value.slice(0, 30), value }));
  const card = 'http://127.0.0.1:1/v1.0/teams/t/schedule/timeCards';

  /** An entry of a HAR file, wrong in a way that makes a finding of it. */
  const entry = (form: string, index: number) => ({
    startedDateTime: `2025-11-03T09:${String(index % 60).padStart(2, '0')}:00Z`,
    time: 1,
    comment: form,
    request: {
      method: 'POST',
      url: `${card}/clockIn?x=${encodeURIComponent(form)}&access_token=${encodeURIComponent(form)}`,
      headers: [
        { name: 'Authorization', value: `Bearer ${Object.values(tokens)[index % 5]}` },
        ...pairs.slice(index, index + 3),
      ],
      cookies: pairs.slice(index, index + 5),
      postData: { mimeType: 'application/json', text: JSON.stringify({ notes: { content: form } }) },
    },
    response: {
      status: 200,
      headers: [{ name: 'X-Echo', value: form }],
      content: { mimeType: 'application/json', text: JSON.stringify({ id: form, [form]: forms }) },
    },
  });
  const har = JSON.stringify({ log: { pages: [{ title: forms }], entries: forms.slice(0, 24).map(entry) } });
  const finding = {
    kind: 'finding',
    finding: {
      requirement: 'TC-CLOCKIN-001',
      violation: { kind: 'violated', pointer: 'status', expected: forms, actual: forms.join(' '), evidence: [1] },
      seen: { violated: 1, exercised: 1 },
      stability: 'reproduced',
      reproduction: [
        {
          sequence: 1,
          operation: 'clockIn',
          actor: 'caller',
          request: {
            method: 'POST',
            url: `${card}/clockIn?x=${forms[1]}`,
            headers: pairs.map(({ name, value }) => [name, value]),
            body: { kind: 'empty' },
          },
          outcome: { kind: 'response', status: 200, headers: [], body: { kind: 'other', text: forms.join('\n') } },
          startedAt: 1,
          endedAt: 2,
          throttledAttempts: 0,
        },
      ],
      minimal: true,
      replay: { seed: 1, phase: 'examples', path: '0' },
    },
  };

  test.each<[name: string, environment: Readonly<Record<string, string>>]>([
    ['whose tokens are in the environment, too', tokens],
    ['whose tokens it alone tells', {}],
  ])('is judged without them: %s', async (_, environment) => {
    writeFileSync(join(folder, 'echo.har'), har);
    const { files, printed, exitCode } = await left(['check', 'echo.har'], environment);
    expect(printed).toContain('TC-CLOCKIN-001');
    expect(exitCode).toBe(1);
    expect(leaksIn(files, tokens)).toEqual([]);
    expect(leaksIn(printed, tokens)).toEqual([]);
  });

  test('is rendered without them', async () => {
    const header = {
      kind: 'header',
      format: 1,
      suiteVersion: '0.1.0',
      target: { kind: 'server', baseUrl: 'http://127.0.0.1:1' },
      apiVersion: 'v1.0',
      teamId: 't',
      userId: 'u',
      seed: 1,
      numRuns: 1,
      suites: [],
      requirements: [],
      actors: [],
      strict: false,
      startedAt: '2025-11-03T09:00:00.000Z',
    };
    const lines = [header, finding].map((line) => `${JSON.stringify(line)}\n`).join('');
    expect(leaksIn(lines, tokens).length).toBeGreaterThan(60);
    writeFileSync(join(folder, 'echo.ndjson'), lines);
    const { files, printed } = await left(['report', 'echo.ndjson', '--report', 'terminal,json,junit'], tokens);
    expect(printed).toContain('TC-CLOCKIN-001');
    expect(files).toContain('$TIMECARD_APP_TOKEN');
    expect(leaksIn(files, tokens)).toEqual([]);
    expect(leaksIn(printed, tokens)).toEqual([]);
  });

  test('is searched without printing them, and copied without them', async () => {
    writeFileSync(join(folder, 'echo.har'), har);
    const scanned = await command(['scan', 'echo.har'], { folder, environment: tokens });
    expect(scanned.exitCode).toBe(1);
    expect(leaksIn(scanned.stdout + scanned.stderr, tokens)).toEqual([]);
    const copied = await command(['redact', 'echo.har', 'copy.har'], { folder, environment: tokens });
    expect(copied).toMatchObject({ exitCode: 0, stderr: '' });
    expect(leaksIn(copied.stdout + readFileSync(join(folder, 'copy.har'), 'utf8'), tokens)).toEqual([]);
  });
});

describe.concurrent('what opens something is not repeated in what is said against it', () => {
  test.each([
    ['run --base-url http://me:hush-hush@127.0.0.1:1', 2],
    ['run --base-url http://127.0.0.1:1/x?sv=1&sig=hush-hush', 2],
    ['run --base-url 127.0.0.1:1/x?sig=hush-hush', 2],
    ['check echo.har --base-url http://127.0.0.1:1/#hush-hush', 2],
    ['http://me:hush-hush@127.0.0.1:1', 2],
    ['run --token=hush-hush', 2],
    ['run --base-urll=http://me:hush-hush@127.0.0.1:1', 2],
  ])('%j', async (words, exitCode) => {
    const result = await command(words.split(' '), { folder });
    expect(result.stdout + result.stderr).not.toContain('hush-hush');
    expect(result.exitCode).toBe(exitCode);
  });
});
