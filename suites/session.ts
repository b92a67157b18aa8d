import type { RunConfiguration } from '../engine/configuration.ts';
import type { RunEnd } from '../engine/event.ts';
import { whyAborted } from '../engine/run-end.ts';
import type { Finding } from '../specs/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { machineClock } from '../targets/clock.ts';
import { RenewedTokens } from '../targets/live/renewed-tokens.ts';
import { openTarget } from '../targets/open-target.ts';
import { StorageFault } from '../targets/storage-fault.ts';
import { tokensFrom } from '../targets/tokens.ts';
import { openChannel, type OrderMessage, type ReadyMessage, type RunMessage } from './channel.ts';
import { performRun } from './perform-run.ts';

/** What the tests of all suites read their verdicts from. */
export interface Session {
  readonly end: RunEnd;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
}

/** What the command hands to the suites. */
export interface SessionSettings {
  readonly configuration: RunConfiguration;
  /** Name of the channel on which the command listens. */
  readonly channel: string;
}

let session: Promise<Session> | undefined;

/**
 * Runs the engine once for all suites: the first suite that asks starts it, the others get the same result. A check
 * judges every exchange that it applies to, so no suite's verdicts are final before all traffic is over.
 */
export function sessionOf(settings: SessionSettings): Promise<Session> {
  session ??= perform(settings);
  return session;
}

async function perform({ configuration, channel: name }: SessionSettings): Promise<Session> {
  const stop = new AbortController();
  let order: () => void = () => undefined;
  const ordered = new Promise<void>((resolve) => (order = resolve));
  const renewed = new RenewedTokens(tokensFrom(process.env));
  const channel = openChannel<OrderMessage, RunMessage | ReadyMessage>(name, (message) => {
    if (message.kind === 'token') return renewed.renew(message.bearer, message.token);
    if (message.kind === 'stop') stop.abort(message.because);
    order();
  });
  const findings = new Map<RequirementId, Finding>();
  try {
    channel.post({ kind: 'ready' });
    await ordered;
    const target = await openTarget(configuration, process.env, machineClock, renewed);
    const interrupt = (): void => target.interrupt(whyAborted(stop.signal));
    stop.signal.addEventListener('abort', interrupt);
    if (stop.signal.aborted) interrupt();
    try {
      const post = (message: RunMessage): void => {
        if (message.kind === 'finding') findings.set(message.finding.requirement, message.finding);
        channel.post(message);
      };
      const end = await performRun(target, configuration, post, stop.signal);
      return { end, findings };
    } finally {
      await target.close();
    }
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    channel.post({ kind: 'crash', message, stack, isOfTheDisk: error instanceof StorageFault });
    throw error;
  } finally {
    channel.close();
  }
}
