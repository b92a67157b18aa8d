import net, { type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { acceptsConnections } from './accepts-connections.ts';

const never = new AbortController().signal;

function listening(server: net.Server, port = 0): Promise<number> {
  return new Promise((resolve) =>
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  );
}

/** A port where nobody listens. */
async function freePort(): Promise<number> {
  const server = net.createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('a server that comes up meanwhile is waited for', async () => {
  const port = await freePort();
  const waiting = acceptsConnections(`http://127.0.0.1:${port}/prefix`, 60_000, never);
  const server = net.createServer((socket) => socket.destroy());
  // The first attempt finds nobody.
  await new Promise((resolve) => setTimeout(resolve, 150));
  await listening(server, port);
  expect(await waiting).toBe(true);
  server.close();
});

test.each(['http://127.0.0.1', 'http://[::1]', 'http://no-such-host.invalid', 'https://127.0.0.1'])(
  'at %s nobody comes up, and that is the end of the wait',
  async (address) => {
    expect(await acceptsConnections(`${address}:${await freePort()}`, 250, never)).toBe(false);
  },
);

test('a wait is given up when asked to', async () => {
  const giveUp = new AbortController();
  const waiting = acceptsConnections(`http://127.0.0.1:${await freePort()}`, 60_000, giveUp.signal);
  giveUp.abort();
  expect(await waiting).toBe(false);
});
