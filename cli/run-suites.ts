import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { RunConfiguration } from '../engine/configuration.ts';
import { openChannel, type OrderMessage, type ReadyMessage, type RunMessage } from '../suites/channel.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';

/** The root of this package, whether it is a checkout or installed: two folders above the compiled command. */
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SuiteRun {
  /** Resolves when vitest is done, with what broke the suites themselves, if anything did. */
  readonly done: Promise<string | undefined>;
  /**
   * Asks the run to end soon, with its clean-up; absent where it may be ended at once. `because`: why, if it was no signal.
   * Returns true where there may be something to clean up.
   */
  readonly stop?: (because?: string) => boolean;
}

/** How long the last message may take after vitest is done: threads and messages end independently. Milliseconds. */
const lastMessageWait = 5000;

/** Runs the suites on vitest, from the repo and from an installed package alike, and passes on what they report. */
export function runSuites(
  configuration: RunConfiguration,
  receive: (message: RunMessage) => void,
  supply?: Pick<TokenSupply, 'keepFresh'>,
): SuiteRun {
  const name = `timecard-conformance-${process.pid}-${configuration.seed}`;
  const over = new AbortController();
  let state: 'starting' | 'running' | 'stopping' = 'starting';
  let leave: (how: 'ended' | Error) => void = () => undefined;
  const left = new Promise<'ended' | Error>((resolve) => (leave = resolve));
  const channel = openChannel<RunMessage | ReadyMessage, OrderMessage>(name, (message) => {
    if (message.kind === 'ready') {
      if (state !== 'starting') return;
      state = 'running';
      interruption.keepAlone();
      channel.post({ kind: 'go' });
      supply?.keepFresh((bearer, token) => channel.post({ kind: 'token', bearer, token }));
      return;
    }
    receive(message);
    if (message.kind !== 'end' && message.kind !== 'crash') return;
    over.abort();
    // Whoever interrupts a run does not wait for the tests that only repeat what it came to.
    if (state === 'stopping') leave('ended');
  });
  const whole = async (): Promise<string | undefined> => {
    const broken = await perform(configuration, name);
    if (!over.signal.aborted) await sleep(lastMessageWait, undefined, { signal: over.signal }).catch(() => undefined);
    return broken;
  };
  const done = async (): Promise<string | undefined> => {
    try {
      const how = await Promise.race([whole(), left]);
      if (how instanceof Error) throw how;
      return how === 'ended' ? undefined : how;
    } finally {
      channel.close();
    }
  };
  const stop = (because?: string): boolean => {
    if (over.signal.aborted || state === 'stopping') return state === 'stopping';
    const isRunning = state === 'running';
    state = 'stopping';
    if (isRunning) channel.post({ kind: 'stop', ...(because === undefined ? {} : { because }) });
    else leave(new CommandError('interrupted before anything was sent.', exitCodes.interrupted));
    return isRunning;
  };
  return { done: done(), stop };
}

async function perform(configuration: RunConfiguration, channel: string): Promise<string | undefined> {
  const { createVitest } = await import('vitest/node');
  const vitest = await createVitest(
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
  );
  // vitest ends the process at the first signal, with cards still open. Signals are the command's, which cleans up.
  interruption.keepAlone();
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
