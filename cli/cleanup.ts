import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import type { RunConfiguration } from '../engine/configuration.ts';
import { sweep, type Swept } from '../engine/left-behind/sweep.ts';
import { count } from '../reporters/view/amounts.ts';
import { visible } from '../reporters/view/visible.ts';
import type { LeftBehind } from '../targets/ledger/read-journals.ts';
import { openForCleanUp } from '../targets/open-target.ts';
import { CommandError } from './command-error.ts';
import { readConfigurationFile } from './config-file.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { leftBehindAnywhere, leftBehindAt, unreadableTexts } from './left-behind.ts';
import { liveSettings, liveSignIn } from './live-keys.ts';
import { signIn } from './live-tokens.ts';
import { configurationFrom } from './run-configuration.ts';
import { refuseTokens } from './run-flags.ts';
import { gather } from './gather-settings.ts';
import { addFlags, descriptionOf } from './settings.ts';
import { sentenceWithoutSecrets } from './without-secrets.ts';

/** `cleanup`: removes the time cards that an earlier run could not remove, because it was killed or its server was gone. */
export function cleanupCommand(): Command {
  const command = new Command('cleanup')
    .description('remove the time cards that earlier runs left behind, and no others')
    .option('--config <file>', 'configuration file (default: timecard-conformance.config.{ts,mjs,js,json})');
  return addFlags(command, {
    baseUrl: 'server on which they were left, without the API version',
    teamId: 'only those in this team',
    requestTimeout: 'longest wait for one answer',
    ca: 'PEM file of a certificate authority to trust',
    live: 'on the live tenant that liveTenant in the configuration file names',
    auth: descriptionOf('auth'),
    quiet: descriptionOf('quiet'),
    noColor: descriptionOf('noColor'),
  }).action(async (flags: Readonly<Record<string, unknown>>) => {
    const named = flags['config'] ?? (process.env['TIMECARD_CONFIG'] || undefined);
    const file = await readConfigurationFile(typeof named === 'string' ? named : undefined, process.cwd());
    const said = gather(flags, process.env, file);
    const live = liveSettings(said, file);
    const given = live?.given ?? said;
    const { baseUrl, teamId } = given;
    refuseTokens();
    if (baseUrl === undefined) throw new CommandError(whereText());
    const configuration = configurationFrom(given);
    // Nobody has to sign in where there is nothing to do.
    if (live !== undefined && leftBehindAt(baseUrl, teamId).length > 0)
      (await signIn(liveSignIn(live, configuration, file), process.env)).close();
    const keys = live === undefined ? {} : { live: live.tenant };
    process.exitCode = await cleanUp({ ...configuration, ...keys }, baseUrl, teamId, given.quiet === true);
  });
}

/** What to give as an address, where none was given. */
function whereText(): string {
  const addresses = [...new Set(leftBehindAnywhere().map(({ run }) => run.baseUrl))];
  return addresses.length === 0
    ? 'cleanup needs a --base-url; no run has left anything anywhere.'
    : `cleanup needs a --base-url; runs have left time cards at ${addresses.map(visible).join(', ')}.`;
}

type Configuration = RunConfiguration;

/**
 * Removes what earlier runs left at an address, and tells what could not be removed.
 * @param teamId only those in this team
 * @throws CommandError with exit code 3 where the server cannot be asked
 */
export async function cleanUp(
  configuration: Configuration,
  baseUrl: string,
  teamId: string | undefined,
  quiet: boolean,
): Promise<ExitCode> {
  const left = leftBehindAt(baseUrl, teamId);
  const warn = (text: string): void =>
    void process.stderr.write(`timecard-conformance: ${visible(sentenceWithoutSecrets(text))}\n`);
  const unreadable = unreadableTexts();
  for (const text of unreadable) warn(text);
  const tell = (text: string): void => void (quiet || process.stdout.write(`${sentenceWithoutSecrets(text)}\n`));
  if (left.length === 0) {
    if (unreadable.length === 0) tell(`Nothing is left behind at ${baseUrl}.`);
    return unreadable.length === 0 ? exitCodes.conforming : exitCodes.leftBehind;
  }
  const swept: Swept[] = [];
  for (const one of left) {
    const result = await sweepOne(one, configuration, baseUrl);
    swept.push(result);
    if (result.obstacle !== undefined)
      throw new CommandError(`${result.obstacle}, and clean up again.`, exitCodes.inconclusive);
  }
  const open = [...swept.flatMap(({ kept }) => kept), ...swept.flatMap(({ unknown }) => unknown)];
  tell(totals(swept));
  for (const sentence of open) warn(`${sentence}.`);
  for (const id of swept.flatMap(({ alike }) => alike))
    tell(`card ${visible(id)}: made at the same time, and not ours; it was left.`);
  return open.length + unreadable.length === 0 ? exitCodes.conforming : exitCodes.leftBehind;
}

async function sweepOne(left: LeftBehind, configuration: Configuration, baseUrl: string): Promise<Swept> {
  const { teamId, otherTeamId, apiVersion } = left.run;
  // Limits are those of a run: what is left is removed whatever it takes.
  const { maxRequests: _, maxTime: __, ...unlimited } = configuration;
  const settings = {
    ...unlimited,
    baseUrl,
    teamId,
    ...(otherTeamId === undefined ? {} : { otherTeamId }),
    apiVersion,
  };
  if (configuration.live !== undefined) await waitForLists(left);
  const server = openForCleanUp(settings, process.env);
  try {
    return await sweep(left, server);
  } finally {
    await server.target.close();
  }
}

/** Lists of a tenant may show a card late: so long after the last request for one it would not be there yet. Milliseconds. */
const lateLists = 12_000;

async function waitForLists({ intents }: LeftBehind): Promise<void> {
  const last = Math.max(0, ...intents.map(({ at, answeredAt = at }) => answeredAt));
  await sleep(Math.min(Math.max(last + lateLists - Date.now(), 0), lateLists));
}

function totals(swept: readonly Swept[]): string {
  const sum = (of: (one: Swept) => readonly string[]): number =>
    swept.reduce((total, one) => total + of(one).length, 0);
  const [removed, gone, kept] = [sum((one) => one.removed), sum((one) => one.gone), sum((one) => one.kept)];
  return [
    `${count(removed, 'time card')} removed`,
    ...(gone === 0 ? [] : [`${gone} gone already`]),
    ...(kept === 0 ? [] : [`${kept} left`]),
  ].join(', ');
}
