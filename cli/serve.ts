import { Command } from 'commander';
import { combined } from '../faults/combined.ts';
import { fault, faults } from '../faults/index.ts';
import { versionOf, type Defect } from '../faults/defect.ts';
import { startReferenceServer, type ReferenceOptions, type ReferenceServer } from '../reference/server.ts';
import { variant, variants } from '../reference/variants/index.ts';
import type { Variant } from '../reference/variants/variant.ts';
import { apiVersions, type ApiVersion } from '../traffic/operation.ts';
import { requirement } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import { chosenClientRows, clientReporting } from './client-settings.ts';
import { interruption } from './interruption.ts';
import { hintOf } from './nearest.ts';
import { gather } from './gather-settings.ts';
import { addFlags } from './settings.ts';
import { makeTrustFile, trustLines, type TrustFile } from './trust-file.ts';
import { Watch } from './watch.ts';

interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly fault?: readonly string[];
  readonly variant?: string;
  readonly list?: boolean;
  readonly tls?: true;
  readonly watch?: true;
}

/** `serve`: the reference server on a port, as it is, as a variant of it, and with or without defects. The only command that prints tokens: its own, made up. */
export function serveCommand(): Command {
  const command = new Command('serve')
    .description('run the reference server, a time clock in memory, until it is interrupted')
    .option('--port <number>', 'port to listen on; 0 takes any free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--fault <id>',
      'misbehave in a known way (see --list); may be given several times',
      (id: string, before: readonly string[] = []) => [...before, id],
    )
    .option('--variant <id>', 'differ in a way that the documents allow (see --list)', once)
    .option('--list', 'list the known defects with what must catch them, and the known variants, and exit')
    .option('--tls', 'serve https with a certificate made for this run, and print how to make clients trust it')
    .option('--watch', 'judge the clients that call, by what their requests show, and report at the end')
    .option('--no-color', 'no colours');
  return addFlags(command, {
    requirement: 'with --watch: judge only these requirements, an id or a pattern',
    strict: 'with --watch: a SHOULD that does not hold fails as well',
    report: 'with --watch: reports to write: terminal, json, junit',
    reportDir: 'with --watch: folder for the reports',
    verbose: 'with --watch: print observations, every source and every finding in full',
  }).action(async (options: ServeOptions & Flags) => {
    // A wrong id is told of with --list, too: who looks up an id has likely just mistyped it.
    const defects = [...new Set(options.fault)].map(faultNamed);
    const other = options.variant === undefined ? undefined : variantNamed(options.variant);
    if (options.list) process.stdout.write(catalogue());
    else await serve(options, defects, other, options.watch ? watchFrom(options) : undefined);
  });
}

type Flags = Readonly<Record<string, unknown>>;

async function serve(
  options: ServeOptions,
  defects: readonly Defect[],
  other: Variant | undefined,
  watch: Watch | undefined,
): Promise<void> {
  const trust = options.tls ? makeTrustFile(options.host) : undefined;
  try {
    const server = await start(portOf(options.port), options.host, {
      fault: combined(defects),
      ...(other && { variant: other }),
      ...(watch && { onServed: (served) => watch.see(served) }),
      ...(trust && { tls: trust.certificate }),
    });
    // Before anything is printed: whoever reads it may interrupt at once.
    const interrupted = new Promise<void>((resolve) => interruption.handle(resolve));
    process.stdout.write(introduction(server, defects, other, trust));
    await interrupted;
    // With the server closed, nothing keeps the process alive.
    await server.close();
    if (watch) process.exitCode = watch.report(server.teamId);
    interruption.settle();
  } finally {
    trust?.remove();
  }
}

function watchFrom(options: ServeOptions & Flags): Watch {
  const given = gather(options, process.env, { path: 'no file', values: {} });
  return new Watch(options.tls ? 'loopback-tls' : 'loopback', {
    chosen: chosenClientRows(given.requirement),
    strict: given.strict === true,
    reporting: clientReporting(given, options['color'] !== false),
  });
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new CommandError(`--port must be a number from 0 to 65535, not '${text}'.`);
  return port;
}

async function start(port: number, host: string, options: ReferenceOptions): Promise<ReferenceServer> {
  try {
    return await startReferenceServer({ port, host, ...options });
  } catch (error) {
    throw new CommandError(whyNot(error as NodeJS.ErrnoException, port, host));
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use; choose another one, or --port 0 for any free one.`;
  if (code === 'EACCES') return `Port ${port} of ${host} needs more privileges; choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host} is not an address of this machine.`;
  return `The server could not start on port ${port} of ${host}: ${message}`;
}

function faultNamed(id: string): Defect {
  const known = fault(id);
  if (known) return known;
  throw new CommandError(
    `Unknown defect '${id}'${hintOf(
      id,
      faults.map((one) => one.id),
    )} 'serve --list' shows all.`,
  );
}

function variantNamed(id: string): Variant {
  const known = variant(id);
  if (known) return known;
  throw new CommandError(
    `Unknown variant '${id}'${hintOf(
      id,
      variants.map((one) => one.id),
    )} 'serve --list' shows all.`,
  );
}

/** Two variants at once may contradict each other. */
function once(id: string, before: string | undefined): string {
  if (before !== undefined)
    throw new CommandError(`--variant can be given only once, not for both '${before}' and '${id}'.`);
  return id;
}

/** True where a run of v1.0 would show nothing. */
function isOfBeta(defects: readonly Defect[], other: Variant | undefined): boolean {
  return defects.some((one) => versionOf(one) === 'beta') || other?.versions?.includes('v1.0') === false;
}

/** What a shell needs to judge this server: lines to paste. */
function introduction(
  server: ReferenceServer,
  defects: readonly Defect[],
  other: Variant | undefined,
  trust: TrustFile | undefined,
): string {
  const { users, tokens } = server;
  const variables: Readonly<Record<string, string>> = {
    TIMECARD_BASE_URL: server.url,
    ...(isOfBeta(defects, other) && { TIMECARD_API_VERSION: 'beta' }),
    TIMECARD_TEAM_ID: server.teamId,
    TIMECARD_OTHER_TEAM_ID: server.otherTeamId,
    TIMECARD_USER_ID: users.caller,
    TIMECARD_ON_BEHALF_OF_USER_ID: users.secondUser,
    TIMECARD_TOKEN: tokens.caller,
    TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
    TIMECARD_APP_TOKEN: tokens.application,
    TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
    TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
  };
  const conforming = other && `# The variant ${other.id}: ${other.title}.\n# It conforms: ${other.allows}`;
  const headings = defects.map(
    ({ id, title, caughtBy }) => `# With the defect ${id}: ${title}.\n# Must be caught by ${caughtBy.join(', ')}.`,
  );
  const heading = ['# Reference time clock, in memory.', ...(conforming ? [conforming] : []), ...headings].join('\n');
  return `${heading}
# Listening at ${server.url} until interrupted. The tokens are made up and open nothing else.
# Paste this into another shell:

${[...Object.entries(variables).map(assignment), ...(trust ? trustLines(trust.path, assignment) : [])].join('\n')}
npx timecard-conformance run
`;
}

function assignment([name, value]: readonly [string, string]): string {
  return process.platform === 'win32' ? `$env:${name} = '${value}'` : `export ${name}=${value}`;
}

function catalogue(): string {
  const width = Math.max(...[...faults, ...variants].map(({ id }) => id.length));
  const defects = faults.map((one) => {
    const [first] = one.caughtBy;
    const caught = `${first.padEnd(15)}  ${requirement(first).level.padEnd(6)}`;
    return `${one.id.padEnd(width)}  ${one.class.padEnd(11)}  ${caught}  ${one.title}${onlyIn(versionsOf(one))}\n`;
  });
  const others = variants.map(
    ({ id, title, versions = apiVersions }) => `${id.padEnd(width)}  ${title}${onlyIn(versions)}\n`,
  );
  return [
    'Defects, for --fault: kind, what must catch it and how surely, and what is wrong\n\n',
    ...defects,
    '\nVariants, for --variant: how a conforming server may differ\n\n',
    ...others,
  ].join('');
}

/** The versions in which a requirement that must catch the defect is judged. */
function versionsOf({ caughtBy, version }: Defect): readonly ApiVersion[] {
  if (version !== undefined) return [version];
  return apiVersions.filter((one) => caughtBy.some((id) => requirement(id).versions.includes(one)));
}

function onlyIn(versions: readonly ApiVersion[]): string {
  return versions.length < apiVersions.length ? ` (${versions.join(', ')} only)` : '';
}
