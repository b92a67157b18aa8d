import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, type CommandResult } from './command.ts';
import { isWhole, oneIn } from './one-in.ts';

/** A folder that holds what the rows below name. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bad input '));
  const files: Readonly<Record<string, string>> = {
    'unknown-key.json': '{ "baseUrll": "http://127.0.0.1:4010" }',
    'no-json.json': '{ baseUrl:',
    'list.json': '[]',
    'wrong-type.json': '{ "numRuns": { "many": true } }',
    'throws.mjs': "throw new Error('no luck today');",
    'no-default.mjs': 'export const baseUrl = 1;',
    'a-file': '',
    'surrogate.json': String.raw`{ "teamId": "\ud800" }`,
    'other-lines.ndjson': '{"a":1}\n{"a":2}\n',
    'no-certificate.pem': 'none',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  mkdirSync(join(folder, 'a-folder.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** One sentence, or a few words of commander's, and nothing of the inside of the program. */
function expectPlain({ stdout, stderr }: CommandResult, says: RegExp): void {
  expect(stderr).toMatch(says);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  expect(stdout + stderr).not.toMatch(/\n\s+at /);
  expect(stdout).not.toMatch(/^conforming/m);
}

const usage: readonly [words: string, says: RegExp, exitCode?: number][] = [
  ['run --no-such-flag', /unknown option '--no-such-flag'/],
  ['run --base-ur http://x.invalid', /unknown option '--base-ur'\n\(Did you mean --base-url\?\)/],
  ['run elsewhere', /too many arguments/],
  ['runn', /unknown command 'runn'\n\(Did you mean run\?\)/],
  ['run --config not-there.json', /not-there\.json does not exist; check --config/],
  ['run --config a-folder.json', /a-folder\.json cannot be read/],
  ['run --config no-json.json', /no-json\.json cannot be read: .*JSON/],
  ['run --config list.json', /list\.json does not hold an object/],
  ['run --config unknown-key.json', /unknown key baseUrll; did you mean 'baseUrl'\? Known keys: baseUrl/],
  ['run --config wrong-type.json', /numRuns in wrong-type\.json is not text, a number or a switch/],
  ['run --config throws.mjs', /throws\.mjs cannot be read: no luck today/],
  ['run --config no-default.mjs', /no-default\.mjs does not hold an object/],
  ['run --seed x', /--seed is "x"; give a whole number/],
  ['run --seed -1', /--seed .*-1/],
  ['run --seed 2147483648', /--seed is "2147483648"; give a whole number from 0 to 2147483647/],
  ['run --num-runs 0', /--num-runs is "0"/],
  ['run --effort --quiet', /--effort needs a value, and --quiet comes next; give it one, or leave it out\./],
  ['run --max-time soon', /--max-time is "soon"; give a duration such as/],
  ['run --max-time 5', /--max-time is "5"; give a unit, too: 5s for seconds, 5m for minutes/],
  ['run --wait 30', /--wait is "30"; give a unit, too/],
  ['run --reference --base-url http://127.0.0.1:1', /An address and --reference are both given/],
  ['run', /No server is given, and CI is set: give --base-url, or --reference/],
  ['check other-lines.ndjson', /other-lines\.ndjson is NDJSON whose lines are not exchanges/],
  ['replay other-lines.ndjson', /other-lines\.ndjson cannot be replayed: it is a stream of lines/],
  ['redact not-there.har copy.har', /not-there\.har cannot be read: there is no such file/],
  ['redact list.json a-file', /a-file exists already; name a new file/],
  ['run --request-timeout 0s', /--request-timeout is "0s"/],
  ['run --rate fast', /--rate is "fast"/],
  ['run --path 3:0', /--path .* --seed/],
  ['run --seed 1 --path x', /--path is "x"/],
  ['run --base-url http://127.0.0.1:1/v1.0', /--base-url ends with an API version; .* --api-version/],
  ['run --base-url nonsense', /--base-url is "nonsense"; give an http or https URL/],
  ['run --base-url file:///etc/passwd', /--base-url is .* give an http or https URL/],
  ['run --base-url http://me:secret@127.0.0.1:1', /--base-url holds a user name or password/],
  ['run --api-version v2', /--api-version is "v2"; give v1\.0 or beta/],
  ['run --suite clockin,nothing', /--suite is "nothing"; give one of create/],
  ['run --requirement TC-NOTHING-*', /--requirement TC-NOTHING-\* matches no requirement/],
  ['run --report pdf', /Unknown report "pdf": choose from terminal/],
  ['run --reference --report-dir a-file', /report folder a-file cannot be written/],
  ['run --reference --report-dir a-file/below', /report folder a-file.below cannot be written/],
  ['run --ca not-there.pem', /certificate file not-there\.pem cannot be read/],
  ['run --ca no-certificate.pem', /no-certificate\.pem does not hold a PEM certificate/],
  ['run --base-url https://graph.microsoft.com', /graph\.microsoft\.com is a live service/, 5],
  ['run --base-url https://GRAPH.microsoft.com./', /live service/, 5],
  ['run --base-url https://dod-graph.microsoft.us', /dod-graph\.microsoft\.us is a national cloud/, 5],
  ['serve --port seventeen', /--port must be a number/],
  ['serve --fault clockin-200', /did you mean 'clock-in-200'/],
  ['report not-there.ndjson', /not-there\.ndjson/],
  ['report no-json.json', /no-json\.json/],
  ['requirements TC-CLOCKIN-999', /TC-CLOCKIN-999/],
];

describe.concurrent('what cannot be done is refused in one sentence', () => {
  test.each(oneIn(6, usage))('%s', async (words, says, exitCode = 2) => {
    const result = await command(words.split(' '), { folder });
    expectPlain(result, says);
    expect(result.exitCode).toBe(exitCode);
    expect(result.stdout).toBe('');
  });

  test.each<[variable: string, value: string, says: RegExp]>([
    ['TIMECARD_MAX_REQUESTS', 'lots', /TIMECARD_MAX_REQUESTS is "lots"/],
    ['TIMECARD_BASEURL', 'http://127.0.0.1:1', /Unknown variable TIMECARD_BASEURL; did you mean 'TIMECARD_BASE_URL'\?/],
    ['TIMECARD_TOKEN', 'Bearer', /TIMECARD_TOKEN holds the word Bearer without a token/],
    [
      'TIMECARD_TOKEN',
      '\u201Cquoted-token\u201D',
      /TIMECARD_TOKEN holds a character .*\(U\+201C, number 1 of the token\)/,
    ],
    [
      'TIMECARD_APP_TOKEN',
      'first\nsecond',
      /TIMECARD_APP_TOKEN holds a character .*\(U\+000A, number 6 of the token\)/,
    ],
    ['TIMECARD_CONFIG', 'surrogate.json', /teamId in surrogate\.json holds half of a character/],
  ])('the variable %s with %j', async (variable, value, says) => {
    const result = await command(['run', '--reference'], { folder, environment: { [variable]: value } });
    expectPlain(result, says);
    expect(result.exitCode).toBe(2);
    expect(result.stdout + result.stderr).not.toContain('quoted-token');
  });
});

const json = { 'content-type': 'application/json' };
const hundred = 'x'.repeat(100_000);

const servers: Readonly<Record<string, readonly [says: RegExp, answer: RequestListener]>> = {
  'HTML for everything': [
    /text that is not JSON/,
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><h1>Hello</h1>'),
  ],
  'an empty 200': [/with an empty body/, (_, response) => response.writeHead(200).end()],
  'half a body': [
    /half|broke|body|ended/i,
    (_, response) => {
      response.writeHead(200, { ...json, 'content-length': '500' }).write('{ "value": [');
      setTimeout(() => response.destroy(), 20);
    },
  ],
  'half of the JSON': [/JSON that cannot be read/, (_, response) => response.writeHead(200, json).end('{ "value": [')],
  '10 MB of text': [
    /--max-response-size/,
    (_, response) => {
      response.writeHead(200, json);
      for (let part = 0; part < 100; part += 1) response.write(hundred);
      response.end();
    },
  ],
  'no answer at all': [/--request-timeout|did not answer|no answer/i, () => undefined],
  'a hang-up': [/connection|reset|hung/i, (request) => request.socket.destroy()],
  '401 for everything': [/401: set TIMECARD_TOKEN/, (_, response) => response.writeHead(401, json).end('{}')],
  '403 for everything': [/403/, (_, response) => response.writeHead(403, json).end('{}')],
  'a redirect': [/302, a redirect/, (_, response) => response.writeHead(302, { location: '/elsewhere' }).end()],
  'too many requests, always': [/429/, (_, response) => response.writeHead(429, { 'retry-after': '0' }).end()],
};

async function listening(answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** @param patience shorter than usual where nothing comes */
function judge(url: string, reportDir: string, patience = '10s'): Promise<CommandResult> {
  return command(['run', '--base-url', url, '--request-timeout', patience, '--report-dir', reportDir], { folder });
}

describe.concurrent('a server that cannot be judged is told from one that does wrong', () => {
  test.each(oneIn(3, Object.entries(servers)))('%s', async (name, [says, answer]) => {
    const server = await listening(answer);
    try {
      const result = await judge(urlOf(server), `report of ${name}`, name === 'no answer at all' ? '1s' : '10s');
      expectPlain(result, says);
      expect(result.stderr).toContain(urlOf(server));
      expect(result.exitCode).toBe(3);
      const stream = readFileSync(join(folder, `report of ${name}`, 'results.ndjson'), 'utf8');
      expect(stream).toContain('"verdict":"inconclusive"');
      expect(stream).not.toContain('"verdict":"conforming"');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test('a port where nobody listens', async () => {
    const server = await listening(() => undefined);
    const url = urlOf(server);
    await new Promise((resolve) => server.close(resolve));
    // Waiting for it changes neither the sentence nor the exit code.
    const words = ['run', '--base-url', url, '--wait', '300ms', '--report-dir', 'report of nobody'];
    const result = await command(words, { folder });
    expectPlain(result, /nobody|nothing|refused/i);
    expect(result.exitCode).toBe(3);
  });

  test('a port that does not speak https', async () => {
    const server = await listening((_, response) => response.writeHead(200, json).end('{}'));
    try {
      const result = await judge(urlOf(server).replace('http:', 'https:'), 'report of no https');
      expectPlain(result, /does not speak https .*; give its address with http:\/\/ as --base-url/);
      expect(result.exitCode).toBe(3);
    } finally {
      server.close();
    }
  });

  test.runIf(isWhole)('ids that no address can hold', async () => {
    const card = String.raw`{"id":"TCK_\ud800","state":"clockedIn","breaks":[]}`;
    const server = await listening((request, response) => {
      const isList = request.method === 'GET' && !request.url?.includes('/timeCards/');
      response.writeHead(request.method === 'POST' ? 201 : 200, json).end(isList ? '{"value":[]}' : card);
    });
    try {
      const words = [
        'run',
        '--base-url',
        urlOf(server),
        '--max-requests',
        '30',
        '--report-dir',
        'report of half an id',
      ];
      const { stdout, stderr, exitCode } = await command(words, { folder });
      expect(stderr).toBe('');
      expect(stdout).toContain(String.raw`TCK_\ud800`);
      expect(exitCode).toBe(1);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test.runIf(isWhole)('a host that is not there', async () => {
    const result = await judge('http://no-such-host.invalid', 'report of no host');
    expectPlain(result, /no-such-host\.invalid/);
    expect(result.exitCode).toBe(3);
  });
});
