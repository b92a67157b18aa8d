import { Command } from 'commander';
import { combined } from '../faults/combined.ts';
import { fault, faults } from '../faults/index.ts';
import type { Defect } from '../faults/defect.ts';
import { startReferenceServer, type ReferenceServer } from '../reference/server.ts';
import { CommandError } from './command-error.ts';

interface ServeOptions {
  readonly port: string;
  readonly host: string;
  readonly fault?: readonly string[];
  readonly list?: boolean;
}

/** `serve`: the reference server on a port, honest or with one defect. The only command that prints tokens: its own, made up. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('run the reference server, a time clock in memory, until it is interrupted')
    .option('--port <number>', 'port to listen on; 0 takes any free one', '0')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--fault <id>',
      'misbehave in a known way (see --list); may be given several times',
      (id: string, before: readonly string[] = []) => [...before, id],
    )
    .option('--list', 'list the known defects and what must catch them, and exit')
    .action(async (options: ServeOptions) => {
      if (options.list) process.stdout.write(listOf(faults));
      else await serve(options);
    });
}

async function serve(options: ServeOptions): Promise<void> {
  const defects = (options.fault ?? []).map(faultNamed);
  const server = await start(portOf(options.port), options.host, defects);
  process.stdout.write(introduction(server, defects));
  await interrupted();
  await server.close();
}

/** Resolves at the first signal that asks the process to end; with the server closed, nothing keeps it alive. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new CommandError(`--port must be a number from 0 to 65535, not '${text}'.`);
  return port;
}

async function start(port: number, host: string, defects: readonly Defect[]): Promise<ReferenceServer> {
  try {
    return await startReferenceServer({ port, host, fault: combined(defects) });
  } catch (error) {
    throw new CommandError(whyNot(error as NodeJS.ErrnoException, port, host));
  }
}

function whyNot({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} of ${host} is in use; choose another one, or --port 0 for any free one.`;
  if (code === 'EACCES') return `Port ${port} of ${host} may not be used without more rights; choose one above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `--host ${host} is no address of this machine.`;
  return `The server could not start on port ${port} of ${host}: ${message}`;
}

function faultNamed(id: string): Defect {
  const known = fault(id);
  if (known) return known;
  const [nearest] = faults.map((one) => one.id).toSorted((a, b) => distance(id, a) - distance(id, b));
  throw new CommandError(`There is no defect '${id}'; did you mean '${nearest}'? 'serve --list' shows all.`);
}

/** How many letters must be put in, taken out or changed to make one text of the other (Levenshtein). */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const [above = 0, diagonal = 0, left = 0] = [row[column + 1], row[column], next[column]];
      next.push(Math.min(above + 1, left + 1, diagonal + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What a shell needs to judge this server: lines to paste. */
function introduction(server: ReferenceServer, defects: readonly Defect[]): string {
  const { users, tokens } = server;
  const variables: Readonly<Record<string, string>> = {
    TIMECARD_BASE_URL: server.url,
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
  const headings = defects.map(
    ({ id, title, caughtBy }) => `# With the defect ${id}: ${title}.\n# Must be caught by ${caughtBy.join(', ')}.`,
  );
  const heading = ['# Reference time clock, in memory.', ...headings].join('\n');
  return `${heading}
# Listening at ${server.url} until interrupted. The tokens are made up and open nothing else.
# Paste this into another shell:

${Object.entries(variables).map(assignment).join('\n')}
timecard-conformance run
`;
}

function assignment([name, value]: readonly [string, string]): string {
  return process.platform === 'win32' ? `$env:${name} = '${value}'` : `export ${name}=${value}`;
}

function listOf(defects: readonly Defect[]): string {
  const width = Math.max(...defects.map(({ id }) => id.length));
  const line = ({ id, class: of, caughtBy, title }: Defect) =>
    `${id.padEnd(width)}  ${of.padEnd(11)}  ${caughtBy[0].padEnd(15)}  ${title}\n`;
  return defects.map(line).join('');
}
