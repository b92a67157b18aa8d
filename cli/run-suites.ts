import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunConfiguration } from '../engine/configuration.ts';
import { openChannel, type RunMessage, type StopMessage } from '../suites/channel.ts';

/** The root of this package, whether it is a checkout or installed: two folders above the compiled command. */
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SuiteRun {
  /** Resolves when vitest is done, with what broke the suites themselves, if anything did. */
  readonly done: Promise<string | undefined>;
  /** Asks the run to end after the current case; absent where it may be ended at once. */
  readonly stop?: () => void;
}

/** How long the last message may take after vitest is done: threads and messages end independently. Milliseconds. */
const lastMessageWait = 5000;

/** Runs the suites on vitest, from the repo and from an installed package alike, and passes on what they report. */
export function runSuites(configuration: RunConfiguration, receive: (message: RunMessage) => void): SuiteRun {
  const name = `timecard-conformance-${process.pid}-${configuration.seed}`;
  const over = new AbortController();
  const channel = openChannel<RunMessage, StopMessage>(name, (message) => {
    receive(message);
    if (message.kind === 'end' || message.kind === 'crash') over.abort();
  });
  const done = async (): Promise<string | undefined> => {
    try {
      const broken = await perform(configuration, name);
      if (!over.signal.aborted) await sleep(lastMessageWait, undefined, { signal: over.signal }).catch(() => undefined);
      return broken;
    } finally {
      channel.close();
    }
  };
  return { done: done(), stop: () => channel.post({ kind: 'stop' }) };
}

async function perform(configuration: RunConfiguration, channel: string): Promise<string | undefined> {
  const { createVitest } = await import('vitest/node');
  const vitest = await keepingSignals(() =>
    createVitest(
      'test',
      {
        root,
        dir: root,
        config: false,
        watch: false,
        include: ['dist/suites/*.suite.js'],
        exclude: [],
        reporters: [{}],
        silent: true,
        // What vitest remembers of a run would lie in the package, which may belong to somebody else or be read-only.
        cache: false,
        pool: 'threads',
        isolate: false,
        fileParallelism: false,
        // Compiled code needs no transforming: without this, vite would read every module of ours before the first request.
        server: { deps: { external: [/\/dist\//] } },
        provide: { timecard: { configuration, channel } },
      },
      { server: { watch: null, ws: false }, logLevel: 'silent' },
    ),
  );
  try {
    const { testModules, unhandledErrors } = await vitest.start();
    const [error] = [...testModules.flatMap((module) => module.errors()), ...unhandledErrors];
    return isErrorLike(error) ? error.message : undefined;
  } finally {
    await vitest.close();
    // vitest marks failed tests here; the exit code of a run is computed from its results, in one place.
    process.exitCode = 0;
  }
}

function isErrorLike(error: unknown): error is { readonly message: string } {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

/** vitest ends the process at the first signal, with cards still open. Signals are the command's, which cleans up. */
async function keepingSignals<T>(create: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM'] as const;
  const before = new Map(signals.map((signal) => [signal, process.listeners(signal)]));
  const created = await create();
  for (const signal of signals) {
    for (const listener of process.listeners(signal)) {
      if (before.get(signal)?.includes(listener) !== true) process.off(signal, listener);
    }
  }
  return created;
}
