import { acceptsConnections } from '../targets/accepts-connections.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { interruption } from './interruption.ts';

/**
 * Waits until a server that was just started accepts connections. One that does not come up is judged all the same: the
 * run says that nothing can be reached, as it does without a wait.
 *
 * @param longest milliseconds
 */
export async function waitForServer(baseUrl: string, longest: number): Promise<void> {
  const interrupt = new AbortController();
  interruption.handle(() => interrupt.abort());
  try {
    await acceptsConnections(baseUrl, longest, interrupt.signal);
  } finally {
    interruption.release();
  }
  if (interrupt.signal.aborted)
    throw new CommandError('interrupted while waiting for the server; nothing was sent.', exitCodes.interrupted);
}
