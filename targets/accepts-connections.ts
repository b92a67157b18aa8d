import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two attempts, in milliseconds. */
const interval = 100;
/** Longest attempt: a host that is not there yet may swallow what is sent to it. */
const longestAttempt = 1000;

/**
 * Waits until a server accepts connections; sends nothing.
 *
 * @param longest milliseconds
 * @returns false if it did not within that time, or the wait was given up
 */
export async function acceptsConnections(baseUrl: string, longest: number, signal: AbortSignal): Promise<boolean> {
  const { hostname, port, protocol } = new URL(baseUrl);
  const place = {
    // A URL has IPv6 addresses in brackets.
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
  };
  const end = performance.now() + longest;
  while (!signal.aborted) {
    const left = end - performance.now();
    if (left <= 0) return false;
    if (await connects(place, Math.min(left, longestAttempt))) return true;
    await pause(Math.min(interval, Math.max(end - performance.now(), 0)), undefined, { signal }).catch(() => undefined);
  }
  return false;
}

function connects(place: net.TcpNetConnectOpts, longest: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(place);
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(longest, () => settle(false));
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
  });
}
