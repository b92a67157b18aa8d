import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 where nobody listens, and that no test beside this one is given in the meantime: it lies below
 * the ports that a system hands out to those who ask for any.
 */
export async function unclaimedPort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_768);
    if (await isUnclaimed(port)) return port;
  }
}

/** Whether nobody listens at this port of 127.0.0.1. */
export function isUnclaimed(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
