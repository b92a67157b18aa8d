import net from 'node:net';
import { expect, test } from 'vitest';
import { unclaimedPort } from '../test/unclaimed-port.ts';
import { acceptsConnections } from './accepts-connections.ts';

const never = new AbortController().signal;

test('a server that comes up meanwhile is waited for', async () => {
  const port = await unclaimedPort();
  const waiting = acceptsConnections(`http://127.0.0.1:${port}/prefix`, 60_000, never);
  const server = net.createServer((socket) => socket.destroy());
  // The first attempt finds nobody.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await waiting).toBe(true);
  server.close();
});

test.each(['http://127.0.0.1', 'http://[::1]', 'http://no-such-host.invalid', 'https://127.0.0.1'])(
  'at %s nobody comes up, and that is the end of the wait',
  async (address) => {
    expect(await acceptsConnections(`${address}:${await unclaimedPort()}`, 250, never)).toBe(false);
  },
);

test('a wait is given up when asked to', async () => {
  const giveUp = new AbortController();
  const waiting = acceptsConnections(`http://127.0.0.1:${await unclaimedPort()}`, 60_000, giveUp.signal);
  giveUp.abort();
  expect(await waiting).toBe(false);
});
