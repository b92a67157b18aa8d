import { suiteNames } from '../engine/cases/suite.ts';
import { liveRate } from '../targets/live/carried-live.ts';
import { sameGuid } from '../targets/live/guid.ts';
import { LiveRefusal, liveTenantFrom, type LiveTenant } from '../targets/live/live-tenant.ts';
import { graphHost, isGraphItself, microsoftHostOf } from '../targets/live/microsoft-hosts.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import type { LiveSignIn } from './live-sign-in.ts';
import type { ConfigurationFile, GivenSettings } from './settings.ts';

/** A run on a tenant judges nearly everything with so many requests. */
const liveRequests = 430;

/** What was given, made fit for a tenant, and what of the tenant may be used. */
export interface LiveSettings {
  readonly given: GivenSettings;
  readonly tenant: LiveTenant;
}

/**
 * Both keys to a tenant: `--live`, and `liveTenant` in the configuration file. Undefined for anything but a tenant.
 * @throws CommandError with exit code 5 where one of them is missing, or something else is given than they allow
 */
export function liveSettings(given: GivenSettings, file: ConfigurationFile): LiveSettings | undefined {
  const { live, baseUrl } = given;
  if (live !== true) {
    if (baseUrl !== undefined) refuseMicrosoft(baseUrl);
    if (given.auth !== undefined)
      throw refusedLive('--auth signs in to a live tenant; give --live with it, or leave it out.');
    return undefined;
  }
  if (given.reference === true) throw new CommandError('--live and --reference are both given; give one of them.');
  const address = baseUrl ?? `https://${graphHost}`;
  if (microsoftHostOf(address) === 'nationalCloud') refuseMicrosoft(address);
  if (!isGraphItself(address))
    throw refusedLive(
      `--live judges https://${graphHost} and nothing else; leave out --base-url, or --live for any other server.`,
    );
  try {
    const tenant = liveTenantFrom(file.liveTenant, file.path);
    return { given: { ...fit(given, tenant), baseUrl: address }, tenant };
  } catch (error) {
    throw error instanceof LiveRefusal ? refusedLive(error.message) : error;
  }
}

/** @throws CommandError: time cards of a tenant are payroll data, and nothing is sent there by mistake */
function refuseMicrosoft(address: string): void {
  const { hostname } = new URL(address);
  switch (microsoftHostOf(address)) {
    case 'none':
      return;
    case 'nationalCloud':
      throw refusedLive(`${hostname} is a national cloud, which does not offer time cards; only ${graphHost} does.`);
    case 'graph':
      throw refusedLive(
        `${hostname} is a live service whose time cards are payroll data; it takes two keys to judge it, --live and liveTenant in the configuration file (docs/live.md). To try something else, give the --base-url of a mock server.`,
      );
  }
}

/** What holds on a tenant where nothing is said, and what may not be said. */
function fit(given: GivenSettings, tenant: LiveTenant): GivenSettings {
  const [caller, second] = tenant.userIds;
  refuseOther(given.teamId, tenant.teamId, '--team-id', 'liveTenant.teamId');
  refuseOther(given.userId, caller, '--user-id', 'the first of liveTenant.userIds');
  refuseOther(given.onBehalfOfUserId, second, '--on-behalf-of-user-id', 'the second of liveTenant.userIds');
  if (given.otherTeamId !== undefined)
    throw refusedLive(
      '--other-team-id is not for a live tenant: liveTenant names the one team that may be used; leave it out.',
    );
  if ((given.rate ?? 0) > liveRate)
    throw refusedLive(
      `--rate ${given.rate} is more than ${liveRate}: Graph allows 4 requests per second for each app and team, and others need some of them.`,
    );
  const choosesItself = given.suite !== undefined || given.requirement !== undefined;
  return {
    ...given,
    teamId: tenant.teamId,
    ...(caller === undefined ? {} : { userId: caller }),
    ...(second === undefined ? {} : { onBehalfOfUserId: second }),
    rate: given.rate ?? liveRate,
    maxRequests: given.maxRequests ?? liveRequests,
    // Requests that overlap come in bursts; who asks for them gets them, through the same gate.
    ...(choosesItself ? {} : { suite: suiteNames.filter((name) => name !== 'races') }),
  };
}

function refuseOther(said: string | undefined, allowed: string | undefined, flag: string, key: string): void {
  if (said === undefined || (allowed !== undefined && sameGuid(said, allowed))) return;
  throw refusedLive(
    `${flag} ${said} is not ${key}${allowed === undefined ? ', which is missing' : ''}; leave it out, or correct the configuration.`,
  );
}

/** What signing in needs of the settings and of the configuration file. */
export function liveSignIn(
  { given: { auth }, tenant }: LiveSettings,
  { ca }: { readonly ca?: string },
  { credentials }: ConfigurationFile,
): LiveSignIn {
  return { tenant, credentials, ...(auth === undefined ? {} : { auth }), ...(ca === undefined ? {} : { ca }) };
}

/** @param sentence what is wrong and what to do */
export function refusedLive(sentence: string): CommandError {
  return new CommandError(sentence, exitCodes.refused);
}
