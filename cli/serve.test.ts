import { createServer, type AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
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
  [['--port', 'http'], /--port must be a number/],
  [['--port', '65536'], /--port must be a number/],
  [['--port', '-1'], /--port must be a number/],
])('%j is refused in one sentence', async (options, sentence) => {
  await expect(serve(...options)).rejects.toMatchObject({
    name: 'CommandError',
    exitCode: 2,
    message: expect.stringMatching(sentence) as string,
  });
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

test('--list tells each defect with what must catch it', async () => {
  await serve('--list');
  expect(printed).toMatch(/^clock-in-200 +status +TC-CLOCKIN-001 +clockIn answers 200 instead of 201$/m);
});

test('it serves what it prints, until it is interrupted', async () => {
  const signals: (() => void)[] = [];
  vi.spyOn(process, 'once').mockImplementation((_signal, listener) => {
    signals.push(listener as () => void);
    return process;
  });
  const done = serve('--fault', 'clock-in-200');
  await vi.waitUntil(() => signals.length > 0);
  expect(printed).toContain('clock-in-200');
  const url = /^(?:export |\$env:)TIMECARD_BASE_URL ?= ?'?(http:\/\/127\.0\.0\.1:\d+)/m.exec(printed)?.[1] ?? '';
  expect((await fetch(`${url}/v1.0`)).status).toBe(401);
  signals[0]?.();
  await done;
  await expect(fetch(`${url}/v1.0`)).rejects.toThrow('fetch failed');
});
