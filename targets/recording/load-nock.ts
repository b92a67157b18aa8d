import { createRequire } from 'node:module';

type Nock = typeof import('nock');
type Timers = { setTimeout: (callback: () => void, delay?: number) => unknown };

const timers = createRequire(import.meta.url)('node:timers') as Timers;

/**
 * nock, without what it waits for. Before each answer it sets two timers of 0 ms, of which Node makes 1 ms each: half of the
 * time of a replay. It takes `setTimeout` from node:timers when it is loaded, and only then another one stands there.
 */
export async function loadNock(): Promise<Nock> {
  const { setTimeout: usual } = timers;
  timers.setTimeout = (callback, delay = 0) => (delay > 0 ? usual(callback, delay) : setImmediate(callback));
  try {
    const { default: nock } = await import('nock');
    return nock;
  } finally {
    timers.setTimeout = usual;
  }
}
