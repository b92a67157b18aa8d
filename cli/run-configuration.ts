import { readFileSync } from 'node:fs';
import { randomInt } from 'node:crypto';
import { defaultConfiguration, type RunConfiguration } from '../engine/configuration.ts';
import { numRunsAt } from '../engine/cases/effort.ts';
import { suiteNames, suiteOf } from '../engine/cases/suite.ts';
import { requirementsMatching } from '../specs/requirements/find.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import type { Exclusion } from './parse-values.ts';
import type { GivenSettings } from './settings.ts';

/** Makes a run's configuration from what the user set. Throws for what no run could do. */
export function configurationFrom(given: GivenSettings): RunConfiguration {
  const { suite, requirement: patterns, ca, path } = given;
  if (path !== undefined && given.seed === undefined)
    throw new CommandError('--path repeats a case of one seed; give that --seed as well.');
  if (given.effort === 'quick' && given.numRuns !== undefined)
    throw new CommandError('--num-runs is for random cases, and a run with --effort quick makes none; leave one out.');
  const chosen = patterns === undefined ? undefined : matching(patterns);
  if (suite !== undefined && chosen !== undefined && !chosen.some((id) => suite.some((name) => name === suiteOf(id)))) {
    throw new CommandError('No requirement matches both --suite and --requirement; leave one of them out.');
  }
  const excluded = given.exclude === undefined ? undefined : Object.fromEntries(excludedBy(given.exclude));
  return {
    ...defaultConfiguration,
    ...pick(given, [
      'baseUrl',
      'apiVersion',
      'teamId',
      'otherTeamId',
      'userId',
      'onBehalfOfUserId',
      'maxRequests',
      'maxTime',
      'rate',
      'requestTimeout',
      'maxResponseSize',
      'path',
      'effort',
      'strict',
      'bail',
    ]),
    ...(ca === undefined ? {} : { ca: readCertificate(ca) }),
    seed: given.seed ?? randomInt(2 ** 31),
    numRuns: given.numRuns ?? numRunsAt[given.effort ?? defaultConfiguration.effort],
    suites: suite ?? (chosen === undefined ? suiteNames : suitesFor(chosen)),
    ...(chosen === undefined ? {} : { requirements: chosen }),
    ...(excluded === undefined ? {} : { excluded }),
  };
}

function pick<Name extends keyof GivenSettings>(
  given: GivenSettings,
  names: readonly Name[],
): Pick<GivenSettings, Name> {
  const picked: Partial<Pick<GivenSettings, Name>> = {};
  for (const name of names) if (given[name] !== undefined) picked[name] = given[name];
  return picked as Pick<GivenSettings, Name>;
}

/** The requirements that ids and patterns name. A pattern that matches nothing is a slip, not an empty choice. */
export function matching(patterns: readonly string[], flag = '--requirement'): readonly RequirementId[] {
  const chosen = new Set<RequirementId>();
  for (const pattern of patterns) {
    const found = requirementsMatching(pattern);
    if (found.length === 0)
      throw new CommandError(
        `${flag} ${pattern} matches no requirement; "npx timecard-conformance requirements" lists them.`,
      );
    for (const { id } of found) chosen.add(id);
  }
  return [...chosen];
}

/** The requirements that are not judged, each with its reason. */
export function excludedBy(exclusions: readonly Exclusion[]): ReadonlyMap<RequirementId, string> {
  return new Map(
    exclusions.flatMap(({ pattern, because }) => matching([pattern], '--exclude').map((id) => [id, because] as const)),
  );
}

/** The suites whose traffic shows the chosen requirements; shapes are judged on all traffic. */
function suitesFor(chosen: readonly RequirementId[]): RunConfiguration['suites'] {
  const wanted = new Set(chosen.map((id) => suiteOf(id)));
  return wanted.has('shapes') || wanted.has('protocol') ? suiteNames : suiteNames.filter((name) => wanted.has(name));
}

function readCertificate(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    throw new CommandError(`The certificate file ${file} cannot be read; check --ca.`);
  }
  throw new CommandError(
    `${file} does not hold a PEM certificate; give --ca a file that begins with -----BEGIN CERTIFICATE-----.`,
  );
}
