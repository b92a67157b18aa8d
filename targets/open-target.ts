import { startReferenceServer } from '../reference/server.ts';
import type { Capability } from '../specs/actor.ts';
import { defaultTeamId, defaultUserId } from '../specs/defaults.ts';
import { machineClock, type Clock } from './clock.ts';
import { HttpTarget, type HttpTargetSettings } from './http-target.ts';
import { recorded } from './recording/recorded.ts';
import { tokensFrom, type Tokens } from './tokens.ts';
import type { TargetSettings } from './settings.ts';
import type { Target } from './target.ts';
import { userOf } from './token-claims.ts';
import { Transmission } from './transmission.ts';

/**
 * Opens the target that the settings name: the embedded reference server, or whatever answers at the base URL.
 * @param clock the time that the run goes by, and the embedded server with it
 */
export async function openTarget(
  settings: TargetSettings,
  environment: NodeJS.ProcessEnv,
  clock: Clock = machineClock,
): Promise<Target> {
  return settings.baseUrl === undefined
    ? openReference(settings, clock)
    : open(settings, serverAt(settings, settings.baseUrl, tokensFrom(environment)), clock);
}

/** What is to be judged, before it is known how its traffic is carried. */
type Described = Pick<HttpTargetSettings, 'kind' | 'baseUrl' | 'people' | 'capabilities' | 'tokens'>;

/** The embedded server has every actor, so nothing is skipped for want of one. */
async function openReference(settings: TargetSettings, clock: Clock): Promise<Target> {
  const server = await startReferenceServer({ now: clock.now });
  const { users, tokens } = server;
  const described: Described = {
    kind: 'reference',
    baseUrl: server.url,
    people: {
      teamId: server.teamId,
      otherTeamId: server.otherTeamId,
      callerId: users.caller,
      onBehalfOfUserId: users.secondUser,
    },
    capabilities: new Set<Capability>(['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam']),
    tokens,
  };
  const target = open(settings, described, clock);
  const close = target.close.bind(target);
  target.close = async () => {
    await close();
    await server.close();
  };
  return target;
}

function serverAt(settings: TargetSettings, baseUrl: string, tokens: Tokens): Described {
  const callerId = settings.userId ?? userOf(tokens.caller);
  const onBehalfOfUserId = settings.onBehalfOfUserId ?? userOf(tokens.secondUser);
  const capabilities = new Set<Capability>();
  if (tokens.caller !== undefined) capabilities.add('authentication');
  if (callerId !== undefined) capabilities.add('callerIdentity');
  if (onBehalfOfUserId !== undefined) capabilities.add('onBehalfOfUser');
  if (settings.otherTeamId !== undefined) capabilities.add('otherTeam');
  return {
    kind: 'server',
    baseUrl,
    people: {
      teamId: settings.teamId ?? defaultTeamId,
      callerId: callerId ?? defaultUserId,
      ...(settings.otherTeamId === undefined ? {} : { otherTeamId: settings.otherTeamId }),
      ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }),
    },
    capabilities,
    tokens,
  };
}

function open(settings: TargetSettings, described: Described, clock: Clock): Target {
  const { requestTimeout: timeout, maxResponseSize, ca, record } = settings;
  const plain = {
    ...limitsOf(settings),
    ...described,
    apiVersion: settings.apiVersion,
    clock,
    wire: new Transmission({ timeout, maxResponseSize, ...(ca === undefined ? {} : { ca }) }),
  };
  return new HttpTarget(record === undefined ? plain : recorded(plain, record));
}

function limitsOf({ maxRequests, maxTime, rate }: TargetSettings) {
  return {
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(rate === undefined ? {} : { rate }),
  };
}
