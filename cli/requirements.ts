import { Command, Option } from 'commander';
import picocolors from 'picocolors';
import type { ReportOptions } from '../reporters/text/options.ts';
import { renderRequirement, renderRequirementList } from '../reporters/console/requirements.ts';
import { apiVersions, type ApiVersion } from '../traffic/operation.ts';
import { levels, type Level } from '../specs/requirement.ts';
import { nearestRequirement, requirementsMatching } from '../specs/requirements/find.ts';
import { requirements, type Requirement } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';

interface RequirementsFlags {
  readonly apiVersion?: ApiVersion;
  readonly level?: Level;
  readonly json?: true;
  readonly color: boolean;
}

/** `requirements [ID]`: lists the requirements, or explains one with all its sources and contradictions. */
export function requirementsCommand(): Command {
  return new Command('requirements')
    .description('list the requirements, or explain one')
    .argument('[id]', 'an id, or a glob such as TC-CLOCKIN-*')
    .addOption(new Option('--api-version <version>', 'only those of this version').choices(apiVersions))
    .addOption(new Option('--level <level>', 'only those of this level').choices(levels))
    .option('--json', 'as JSON, with every detail')
    .option('--no-color', 'no colours')
    .action((id: string | undefined, flags: RequirementsFlags) => {
      process.stdout.write(answer(id, flags));
    });
}

function answer(id: string | undefined, flags: RequirementsFlags): string {
  const rows = selected(id, flags);
  if (flags.json === true) return `${JSON.stringify(rows, undefined, 2)}\n`;
  const options: ReportOptions = {
    colours: picocolors.createColors(flags.color && picocolors.isColorSupported),
    ...(process.stdout.columns === undefined ? {} : { width: process.stdout.columns }),
  };
  const [only] = rows;
  return only !== undefined && id !== undefined && !isGlob(id)
    ? renderRequirement(only, options)
    : renderRequirementList(rows, options);
}

function selected(id: string | undefined, { apiVersion, level }: RequirementsFlags): readonly Requirement[] {
  const named = id === undefined ? requirements : requirementsMatching(id);
  if (id !== undefined && named.length === 0) throw unknown(id);
  // One that is named outright is explained whatever the other flags narrow.
  if (id !== undefined && !isGlob(id)) return named;
  const rows = named.filter(
    (row) =>
      (apiVersion === undefined || row.versions.includes(apiVersion)) && (level === undefined || row.level === level),
  );
  if (rows.length === 0)
    throw new CommandError('No requirement matches all of these; leave out --level or --api-version.');
  return rows;
}

function unknown(id: string): CommandError {
  if (isGlob(id)) {
    return new CommandError(
      `No requirement matches ${JSON.stringify(id)}; run "npx timecard-conformance requirements" to list all.`,
    );
  }
  return new CommandError(
    `There is no requirement ${JSON.stringify(id)}; the nearest is ${nearestRequirement(id).id}, and "npx timecard-conformance requirements" lists all.`,
  );
}

function isGlob(id: string): boolean {
  return /[*?]/.test(id);
}
