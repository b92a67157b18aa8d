import picocolors from 'picocolors';
import type { ReporterName } from '../reporters/index.ts';
import type { Host } from '../clients/scene.ts';
import { requirement as rowOf, type RequirementId } from '../specs/requirements/index.ts';
import type { BaselineGate } from './baseline-gate.ts';
import { CommandError } from './command-error.ts';
import { reporterNamesFrom } from './judge-and-report.ts';
import type { Exclusion } from './parse-values.ts';
import { excludedBy, matching } from './run-configuration.ts';
import type { GivenSettings } from './settings.ts';

/** What `client` was told, parsed. */
export interface ClientSettings {
  readonly host: Host;
  readonly seed: number;
  readonly chosen: ReadonlySet<RequirementId> | undefined;
  /** Not judged, with the reason that the user gave. */
  readonly excluded: ReadonlyMap<RequirementId, string> | undefined;
  readonly strict: boolean;
  readonly expected: ReadonlyMap<RequirementId, string>;
  /** Failures that are known, with reason and expiry. */
  readonly baseline: BaselineGate | undefined;
  readonly record: string | undefined;
  readonly patience: number;
  readonly mostMemory: number;
  readonly reporting: ClientReporting;
}

/** How the judgement of a client is told. */
export interface ClientReporting {
  readonly names: readonly ReporterName[];
  readonly folder: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly colours: ReturnType<typeof picocolors.createColors>;
}

export function clientReporting(given: GivenSettings, colour: boolean): ClientReporting {
  return {
    names: reporterNamesFrom(given.report),
    folder: given.reportDir ?? 'conformance-report',
    quiet: given.quiet === true,
    verbose: given.verbose === true,
    colours: picocolors.createColors(colour && picocolors.isColorSupported),
  };
}

/** The chosen requirements; those that bind no client are left out, unless there is no other. */
export function chosenClientRows(patterns: readonly string[] | undefined): ReadonlySet<RequirementId> | undefined {
  if (patterns === undefined) return undefined;
  const chosen = matching(patterns).filter((id) => rowOf(id).binds === 'client');
  if (chosen.length > 0) return new Set(chosen);
  throw new CommandError(
    `--requirement ${patterns.join(',')} names no requirement for clients; "requirements" lists whom each one binds.`,
  );
}

/**
 * The excluded requirements that bind a client. In a configuration file there may be others: it is that of the server, too.
 *
 * @throws CommandError for a flag or a variable that names none
 */
export function excludedClientRows(
  exclusions: readonly Exclusion[] | undefined,
  isInFile: boolean,
): ReadonlyMap<RequirementId, string> | undefined {
  if (exclusions === undefined) return undefined;
  const excluded = new Map([...excludedBy(exclusions)].filter(([id]) => rowOf(id).binds === 'client'));
  if (excluded.size > 0 || isInFile) return excluded;
  throw new CommandError(
    `--exclude ${exclusions.map(({ pattern }) => pattern).join(',')} names no requirement for clients; "requirements" lists whom each one binds.`,
  );
}
