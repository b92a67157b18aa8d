import type { RunConfiguration } from '../engine/configuration.ts';
import type { TargetMessage } from '../engine/run-message.ts';
import { catalogueHash } from '../results/catalogue-hash.ts';
import type { RunHeader } from '../results/line.ts';
import { variableOf } from './settings.ts';
import { suiteVersion } from './suite-version.ts';

/** The first line of the result stream: what is judged, and how. */
export function headerOf(
  configuration: RunConfiguration,
  { target, teamId, userId, actors }: TargetMessage,
  startedAt: Date,
): RunHeader {
  const { apiVersion, seed, effort, numRuns, suites, requirements = [], strict } = configuration;
  return {
    kind: 'header',
    format: 1,
    suiteVersion,
    catalogue: catalogueHash(),
    ...budgetOf(configuration),
    target,
    apiVersion,
    teamId,
    userId,
    ...idsOf(configuration, target),
    seed,
    effort,
    numRuns,
    suites,
    requirements,
    actors,
    strict,
    startedAt: startedAt.toISOString(),
  };
}

/** A run with another wall saw another part of the same behaviour. */
function budgetOf({ maxRequests, maxTime, rate }: RunConfiguration): Pick<RunHeader, 'budget'> {
  const budget = {
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(rate === undefined ? {} : { rate }),
  };
  return Object.keys(budget).length === 0 ? {} : { budget };
}

const idNames = ['userId', 'onBehalfOfUserId', 'otherTeamId'] as const;

/** The ids that no variable holds: a command that makes a case again has to say them. */
function idsOf(configuration: RunConfiguration, target: RunHeader['target']): Pick<RunHeader, 'ids'> {
  // A recording holds pseudonyms, and so do the results of the run that made it.
  if (configuration.record !== undefined || target.kind === 'recording') return {};
  const said = idNames.flatMap((name) => {
    const { [name]: id } = configuration;
    return id === undefined || process.env[variableOf(name)] === id ? [] : [[name, id] as const];
  });
  return said.length === 0 ? {} : { ids: Object.fromEntries(said) };
}
