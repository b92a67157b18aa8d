import type { RunConfiguration } from '../engine/configuration.ts';
import { performRun } from '../engine/perform-run.ts';
import { whyAborted } from '../engine/run-end.ts';
import type { RunMessage } from '../engine/run-message.ts';
import { machineClock } from '../targets/clock.ts';
import { RenewedTokens } from '../targets/live/renewed-tokens.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { openTarget } from '../targets/open-target.ts';
import { StorageFault } from '../targets/storage-fault.ts';
import { tokensFrom } from '../targets/tokens.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';

/** A run that is under way. */
export interface EngineRun {
  /** Resolves when the run is over, also where something of ours broke: that is one of its messages. */
  readonly done: Promise<void>;
  /**
   * Asks the run to end soon, with its clean-up; absent where it may be ended at once. `because`: why, if it was no signal.
   * Returns true where there may be something to clean up.
   */
  readonly stop?: (because?: string) => boolean;
}

/**
 * Opens the target that the configuration names, runs the engine against it, and passes on what that tells.
 *
 * @param supply renews the tokens of a live tenant while the run goes on
 */
export function runEngine(
  configuration: RunConfiguration,
  receive: (message: RunMessage) => void,
  supply?: Pick<TokenSupply, 'keepFresh'>,
): EngineRun {
  const stopping = new AbortController();
  let isUnderWay = false;
  const perform = async (): Promise<void> => {
    const tokens = new RenewedTokens(tokensFrom(process.env));
    supply?.keepFresh((bearer, token) => tokens.renew(bearer, token));
    const target = await openTarget(configuration, process.env, machineClock, tokens);
    try {
      if (stopping.signal.aborted)
        throw new CommandError('interrupted before anything was sent.', exitCodes.interrupted);
      stopping.signal.addEventListener('abort', () => target.interrupt(whyAborted(stopping.signal)));
      isUnderWay = true;
      await performRun(target, configuration, receive, stopping.signal);
    } finally {
      isUnderWay = false;
      await target.close();
    }
  };
  const done = async (): Promise<void> => {
    try {
      await perform();
    } catch (error) {
      if (error instanceof CommandError) throw error;
      const { message } = error instanceof Error ? error : new Error(String(error));
      receive({ kind: 'crash', message, isOfTheDisk: error instanceof StorageFault });
    }
  };
  return {
    done: done(),
    stop: (because) => {
      if (!stopping.signal.aborted) stopping.abort(because);
      return isUnderWay;
    },
  };
}
