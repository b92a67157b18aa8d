import type { RunConfiguration } from '../engine/configuration.ts';
import type { RunEnd, RunEvent } from '../engine/event.ts';
import { Run } from '../engine/run.ts';
import type { Finding } from '../specs/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import { openChannel, type RunMessage, type StopMessage } from './channel.ts';

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
  const channel = openChannel<StopMessage | RunMessage, RunMessage>(name, ({ kind }) => {
    if (kind === 'stop') stop.abort();
  });
  const findings = new Map<RequirementId, Finding>();
  try {
    const target = await openTarget(configuration, process.env);
    try {
      const { kind, baseUrl, people, actors, capabilities } = target;
      // The caller acts without a token too, and nobody has none: a report must not ask for one that was never set.
      const hasToken = capabilities.has('authentication');
      channel.post({
        kind: 'target',
        target: { kind, baseUrl },
        teamId: people.teamId,
        userId: people.callerId,
        actors: [...actors].filter((actor) => actor !== 'nobody' && (actor !== 'caller' || hasToken)),
      });
      const end = await new Run(target, { ...settingsOf(configuration), signal: stop.signal }, (event: RunEvent) => {
        if (event.kind === 'finding') findings.set(event.finding.requirement, event.finding);
        channel.post(event);
      }).perform();
      return { end, findings };
    } finally {
      await target.close();
    }
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    channel.post({ kind: 'crash', message, stack });
    throw error;
  } finally {
    channel.close();
  }
}

function settingsOf({ seed, numRuns, suites, requirements, path, bail }: RunConfiguration) {
  return {
    seed,
    numRuns,
    suites: new Set(suites),
    bail,
    ...(requirements === undefined ? {} : { requirements: new Set(requirements) }),
    ...(path === undefined ? {} : { path }),
  };
}
