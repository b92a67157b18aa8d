import { setTimeout as sleep } from 'node:timers/promises';
import type { RunConfiguration } from '../engine/configuration.ts';
import { readReadiness } from '../engine/readiness/readiness.ts';
import { count } from '../reporters/view/amounts.ts';
import { LiveRefusal } from '../targets/live/live-tenant.ts';
import { TeamLock } from '../targets/live/team-lock.ts';
import type { TokenSupply } from '../targets/live/token-supply.ts';
import { openTarget } from '../targets/open-target.ts';
import { StorageFault } from '../targets/storage-fault.ts';
import { cleanUp } from './cleanup.ts';
import { CommandError } from './command-error.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { leftBehindAt, unreadableTexts } from './left-behind.ts';
import { refusedLive } from './live-keys.ts';
import type { LiveSignIn } from './live-sign-in.ts';
import { refuseWithoutToken, signIn } from './live-tokens.ts';

/** What reads that come late may add to a run, and its clean-up: milliseconds. */
const mostWaiting = 150_000;
/** A clean-up may meet the trouble that it cleans up after: so often it is tried, so many milliseconds apart. */
const mostCleanUps = 3;
const pauseBetween = 5000;

/**
 * A run on a tenant, with what belongs before and behind it: nobody else runs there, nothing is left of an earlier run, every
 * token is fit, the team is ready, the plan is told; and at the end nothing is left.
 *
 * @param run the run itself; it is given what renews its tokens
 * @throws CommandError where it must not, or cannot, begin
 */
export async function runOnTenant(
  configuration: RunConfiguration & { readonly baseUrl: string },
  signingIn: LiveSignIn,
  isQuiet: boolean,
  run: (supply: TokenSupply) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { baseUrl, journalFolders = [] } = configuration;
  const { teamId } = signingIn.tenant;
  const lock = lockOf(journalFolders, teamId);
  const release = (): void => lock.release();
  // A signal ends the process at once as long as nothing was sent.
  process.once('exit', release);
  try {
    refuseUnfinished(baseUrl, teamId);
    const supply = await signIn(signingIn, process.env);
    try {
      refuseWithoutToken(supply);
      const most = longestDuration(configuration);
      refuseTooShort(supply, most);
      await refuseUnready(configuration);
      if (!isQuiet) process.stderr.write(`timecard-conformance: ${plan(configuration, signingIn, supply, most)}\n`);
      const code = await run(supply);
      return await nothingLeft(configuration, code, isQuiet);
    } finally {
      supply.close();
    }
  } finally {
    process.off('exit', release);
    release();
  }
}

function lockOf(folders: readonly string[], teamId: string): TeamLock {
  const lock = takeLock(folders, teamId);
  if (lock instanceof TeamLock) return lock;
  throw refusedLive(
    `another run on team ${teamId} is still in progress (process ${lock.id}); wait until it ends, or stop it.`,
  );
}

function takeLock(folders: readonly string[], teamId: string): ReturnType<typeof TeamLock.take> {
  try {
    return TeamLock.take(folders, teamId);
  } catch (error) {
    throw error instanceof StorageFault ? new CommandError(`${error.message}.`, exitCodes.fault) : error;
  }
}

function refuseUnfinished(baseUrl: string, teamId: string): void {
  const [unreadable] = unreadableTexts();
  if (unreadable !== undefined) throw refusedLive(unreadable);
  const [first] = leftBehindAt(baseUrl, teamId);
  if (first === undefined) return;
  throw refusedLive(
    `a run of ${first.run.startedAt} did not finish on team ${teamId}, and may have left time cards there; "timecard-conformance cleanup --live" removes them, then run again.`,
  );
}

function refuseTooShort(supply: TokenSupply, most: number): void {
  try {
    supply.refuseTooShort(most);
  } catch (error) {
    throw error instanceof LiveRefusal ? refusedLive(error.message) : error;
  }
}

/** Milliseconds. */
function longestDuration({ maxRequests = 0, rate = 1, maxTime }: RunConfiguration): number {
  return Math.min((maxRequests / rate) * 1000 + mostWaiting, maxTime === undefined ? Infinity : maxTime + mostWaiting);
}

/** Reads first: what would keep a run from its end is told before it writes anything. The limits are those of the run. */
async function refuseUnready(configuration: RunConfiguration): Promise<void> {
  const { record: _, trace: __, maxRequests: ___, maxTime: ____, ...reading } = configuration;
  const target = await openTarget(reading, process.env);
  try {
    const missing = (await readReadiness(target, 'quick')).filter(({ state }) => state === 'missing');
    if (missing.length === 0) return;
    const told = missing.map(({ what, is, needed, remedy }) => `${what}: ${is} (needed: ${needed}); ${remedy ?? ''}`);
    throw new CommandError(
      `the tenant is not ready, and nothing was written. ${told.join('. ')}. "timecard-conformance doctor --live" shows everything.`,
      exitCodes.inconclusive,
    );
  } finally {
    await target.close();
  }
}

function plan(
  { maxRequests = 0, rate = 1 }: RunConfiguration,
  { tenant }: LiveSignIn,
  { tokens }: TokenSupply,
  most: number,
): string {
  const as = tokens.caller === undefined ? 'an application for ' : '';
  const least = Math.ceil(maxRequests / rate / 60);
  return `at most ${count(maxRequests, 'request')}, ${rate} a second, to team ${tenant.teamId} of tenant ${tenant.tenantId}, as ${as}${count(tenant.userIds.length, 'user')} (${tenant.userIds.join(', ')}). It makes, changes and deletes time cards of these users and touches no others. That takes ${least} to ${Math.ceil(most / 60_000)} minutes.`;
}

/** What the run itself could not find or remove is looked for once more: its journal knows every request that may have made a card. */
async function nothingLeft(
  configuration: RunConfiguration & { readonly baseUrl: string },
  code: ExitCode,
  isQuiet: boolean,
): Promise<ExitCode> {
  const { baseUrl, teamId } = configuration;
  for (let tries = 0; tries < mostCleanUps; tries += 1) {
    if (leftBehindAt(baseUrl, teamId).length === 0) return code;
    if (tries > 0) await sleep(pauseBetween);
    await cleanUpOnce(configuration, isQuiet);
  }
  return leftBehindAt(baseUrl, teamId).length === 0 || code === exitCodes.refused ? code : exitCodes.leftBehind;
}

async function cleanUpOnce(
  configuration: RunConfiguration & { readonly baseUrl: string },
  isQuiet: boolean,
): Promise<void> {
  try {
    await cleanUp(configuration, configuration.baseUrl, configuration.teamId, isQuiet);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`timecard-conformance: ${error.message}\n`);
  }
}
