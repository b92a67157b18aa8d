import { requirements as all, type RequirementId } from '../specs/requirements/index.ts';
import type { Target } from '../targets/target.ts';
import type { RunConfiguration } from './configuration.ts';
import type { RunEnd } from './event.ts';
import type { RunMessage } from './run-message.ts';
import { Run } from './run.ts';

/** Runs the engine against an open target, and says what target it is before anything else. */
export async function performRun(
  target: Target,
  configuration: RunConfiguration,
  post: (message: RunMessage) => void,
  signal: AbortSignal,
): Promise<RunEnd> {
  const { kind, recorded, baseUrl, people, actors, capabilities } = target;
  // The caller acts without a token too, and nobody has none: a report must not ask for one that was never set.
  const hasToken = capabilities.has('authentication');
  post({
    kind: 'target',
    target: { kind, baseUrl, ...(recorded === undefined ? {} : { recorded }) },
    teamId: people.teamId,
    userId: people.callerId,
    actors: [...actors].filter((actor) => actor !== 'nobody' && (actor !== 'caller' || hasToken)),
  });
  return new Run(target, { ...settingsOf(configuration), signal }, post).perform();
}

function settingsOf({ seed, effort, numRuns, suites, requirements, excluded, path, bail, today }: RunConfiguration) {
  const reasons = excluded === undefined ? undefined : new Map(Object.entries(excluded) as [RequirementId, string][]);
  const chosen = requirements ?? (reasons === undefined ? undefined : all.map(({ id }) => id));
  return {
    seed,
    effort,
    numRuns,
    suites: new Set(suites),
    bail,
    ...(today === undefined ? {} : { today }),
    ...(chosen === undefined ? {} : { requirements: new Set(chosen.filter((id) => reasons?.has(id) !== true)) }),
    ...(reasons === undefined ? {} : { excluded: reasons }),
    ...(path === undefined ? {} : { path }),
  };
}
