import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ahead = Number(process.env['CLOCK_AHEAD'] ?? 0);
const tolerance = 5000;

/** Files keep the time of the machine, whatever the clock of the tests says. */
function machineTime(): number {
  const folder = mkdtempSync(join(tmpdir(), 'timecard-clock-'));
  const { mtimeMs } = statSync(folder);
  rmSync(folder, { recursive: true });
  return mtimeMs;
}

/** Whether it is now, by the clock of the tests. */
function isNow(time: number): boolean {
  return Math.abs(time - machineTime() - ahead) < tolerance;
}

test('the clock of the tests is ahead by as much as was asked for', () => {
  expect(isNow(Date.now())).toBe(true);
  expect(isNow(new Date().getTime())).toBe(true);
  expect(isNow(performance.timeOrigin + performance.now())).toBe(true);
  expect(isNow(Date.parse(Date()))).toBe(true);
  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(new Date()).toBeInstanceOf(Date);
});

test.each([
  ['no headers', undefined],
  ['an object of headers', { 'x-a': '1' }],
  ['a list of headers', ['x-a', '1']],
])('a server that writes %s dates its answers by it', async (_, headers) => {
  const server = createServer((_request, response) => void response.writeHead(200, headers).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  server.close();
  expect(isNow(Date.parse(response.headers.get('date') ?? ''))).toBe(true);
});
