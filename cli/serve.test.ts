import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { interruption } from './interruption.ts';
import { serveCommand } from './serve.ts';

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => vi.restoreAllMocks());

function serve(...options: readonly string[]): Promise<unknown> {
  return serveCommand().parseAsync([...options], { from: 'user' });
}

test.each([
  [['--fault', 'clockin-200'], /did you mean 'clock-in-200'/],
  [['--variant', 'seven-digit'], /Unknown variant 'seven-digit'; did you mean 'seven-digits'/],
  [
    ['--variant', 'etags', '--variant', 'throttled'],
    /--variant can be given only once, not for both 'etags' and 'throttled'/,
  ],
  [['--list', '--fault', 'nope'], /^Unknown defect 'nope'\. 'serve --list' shows all\.$/],
  [['--list', '--variant', 'nope'], /^Unknown variant 'nope'\. 'serve --list' shows all\.$/],
  [['--port', 'http'], /--port must be a number/],
  [['--port', '65536'], /--port must be a number/],
  [['--port', '-1'], /--port must be a number/],
])('%j is refused in one sentence', async (options, sentence) => {
  await expect(serve(...options)).rejects.toMatchObject({
    name: 'CommandError',
    exitCode: 2,
    message: expect.stringMatching(sentence) as string,
  });
  expect(printed).toBe('');
});

test('a port in use is refused in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(serve('--port', String(port))).rejects.toMatchObject({
    exitCode: 2,
    message: expect.stringContaining('is in use') as string,
  });
  other.close();
});

test('--list tells each defect with what must catch it, and each variant', async () => {
  await serve('--list');
  expect(printed).toMatch(/^Defects, for --fault:.*\n\n[^]*\n\nVariants, for --variant:.*\n\n/);
  expect(printed).toMatch(/^seven-digits +times carry seven digits of a fraction$/m);
  expect(printed).toMatch(/^clock-in-200 +status +TC-CLOCKIN-001 +MUST +clockIn answers 200 instead of 201$/m);
});

test('--list tells how firm a requirement is, and of which version a defect or a variant is, if not of both', async () => {
  await serve('--list');
  expect(printed).toMatch(/^original-of-create-full +fields +TC-CREATE-009 +SHOULD +.* \(v1\.0 only\)$/m);
  expect(printed).toMatch(/^acts-as-refused +identity +TC-AUTH-006 +MAY +/m);
  expect(printed).toMatch(/^beta-former-name-wins-in-replace +beta .* \(beta only\)$/m);
  expect(printed).toMatch(/^original-copied +.* \(beta only\)$/m);
});

/** Serves with these options, hands over the address, and interrupts. */
async function whileServing(options: readonly string[], use: (url: string, token: string) => Promise<void>) {
  const done = serve(...options);
  await vi.waitUntil(() => printed !== '');
  const value = (name: string) =>
    new RegExp(`^(?:export |\\$env:)${name} ?= ?'?([^'\\n]+)`, 'm').exec(printed)?.[1] ?? '';
  const url = value('TIMECARD_BASE_URL');
  await use(url, value('TIMECARD_TOKEN'));
  interruption.ask();
  await done;
  await expect(fetch(`${url}/v1.0`)).rejects.toThrow('fetch failed');
}

test('it serves what it prints, until it is interrupted', async () => {
  await whileServing(['--fault', 'clock-in-200'], async (url) => {
    expect(printed).toContain('clock-in-200');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/v1.0`)).status).toBe(401);
  });
});

test('it serves a variant, also with a defect on top', async () => {
  await whileServing(['--variant', 'below-a-path', '--fault', 'clock-in-200'], async (url, token) => {
    expect(printed).toContain('# The variant below-a-path: the API lies below a path of the host.\n# It conforms: ');
    expect(url).toMatch(/\/mock\/graph$/);
    const collection = `${url}/v1.0/teams/871dbd5c-3a6a-4392-bfe1-042452793a50/schedule/timeCards`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const clockedIn = await fetch(`${collection}/clockIn`, { method: 'POST', headers, body: '{}' });
    expect(clockedIn.status).toBe(200);
  });
});

test('a defect that is named twice is served once', async () => {
  await whileServing(['--fault', 'clock-in-200', '--fault', 'clock-in-200'], async () => {
    expect(printed.match(/clock-in-200/g)).toHaveLength(1);
  });
});

test('it says that a defect of beta shows in beta only', async () => {
  await whileServing(['--fault', 'beta-former-name-wins'], async (url) => {
    expect(printed).toMatch(/^(?:export |\$env:)TIMECARD_API_VERSION ?= ?'?beta'?$/m);
    expect((await fetch(`${url}/beta`)).status).toBe(401);
  });
});
