import { startReferenceServer } from '../reference/server.ts';
import type { Capability } from '../traffic/actor.ts';
import { defaultTeamId, defaultUserId } from '../specs/defaults.ts';
import { machineClock, type Clock } from './clock.ts';
import { HttpTarget, type HttpTargetSettings } from './http-target.ts';
import type { Askers } from './ledger/asked-card.ts';
import { GuardedWire, type GuardSettings } from './ledger/guarded-wire.ts';
import { carriedLive, liveRate } from './live/carried-live.ts';
import { isMicrosoft } from './live/microsoft-hosts.ts';
import { LiveRefusal } from './live/live-tenant.ts';
import { RenewedTokens } from './live/renewed-tokens.ts';
import { journalFormat } from './ledger/journal-lines.ts';
import { Journal } from './ledger/journal.ts';
import type { OwnCard } from './ledger/ledger.ts';
import { thisProcess } from './process-identity.ts';
import { recorded } from './recording/recorded.ts';
import { tokensFrom, type Tokens } from './tokens.ts';
import type { TargetSettings } from './settings.ts';
import type { Target } from './target.ts';
import { userOfToken } from './token-claims.ts';
import { TracedWire } from './tracing/traced-wire.ts';
import { Transmission } from './transmission.ts';
import type { Wire } from './wire.ts';

/**
 * Opens the target that the settings name: the embedded reference server, or whatever answers at the base URL.
 * @param clock the time that the run goes by, and the embedded server with it
 * @param renewed what takes the place of the tokens of the environment on a live tenant, once they are renewed
 * @throws LiveRefusal for a Microsoft host that is not named as a live tenant
 */
export async function openTarget(
  settings: TargetSettings,
  environment: NodeJS.ProcessEnv,
  clock: Clock = machineClock,
  renewed: RenewedTokens = new RenewedTokens(tokensFrom(environment)),
): Promise<Target> {
  return settings.baseUrl === undefined
    ? openReference(settings, clock)
    : open(settings, serverAt(settings, settings.baseUrl, tokensFrom(environment)), clock, renewed);
}

/** Opens a server that requests reach otherwise than over a connection, such as one in this process. */
export function openOver(
  wire: Wire,
  settings: TargetSettings & { readonly baseUrl: string },
  environment: NodeJS.ProcessEnv,
  clock: Clock = machineClock,
): Target {
  const tokens = tokensFrom(environment);
  return open(settings, serverAt(settings, settings.baseUrl, tokens), clock, new RenewedTokens(tokens), wire);
}

/** Opens a server in order to remove what an earlier run left there: its cards are taken in as our own, one by one. */
export function openForCleanUp(
  settings: TargetSettings & { readonly baseUrl: string },
  environment: NodeJS.ProcessEnv,
  clock: Clock = machineClock,
): { readonly target: Target; readonly adopt: (card: OwnCard) => void } {
  const tokens = tokensFrom(environment);
  const described = serverAt(settings, settings.baseUrl, tokens);
  const { plain, guard } = carried(settings, described, clock, new RenewedTokens(tokens));
  return { target: new HttpTarget(plain), adopt: (card) => guard.adopt(card) };
}

/** What is to be judged, before it is known how its traffic is carried. */
type Described = Pick<
  HttpTargetSettings,
  'kind' | 'baseUrl' | 'people' | 'capabilities' | 'tokens' | 'isApplicationAlone'
> &
  Pick<Askers, 'bearers'>;

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
  const target = open(settings, described, clock, new RenewedTokens({}));
  const close = target.close.bind(target);
  target.close = async () => {
    await close();
    await server.close();
  };
  return target;
}

function serverAt(settings: TargetSettings, baseUrl: string, tokens: Tokens): Described {
  if (isMicrosoft(baseUrl) && settings.live === undefined)
    throw new LiveRefusal(`${baseUrl} is a live service, and nothing says which tenant of it may be used.`);
  const callerId = settings.userId ?? userOfToken(tokens.caller);
  const onBehalfOfUserId = settings.onBehalfOfUserId ?? userOfToken(tokens.secondUser);
  const capabilities = new Set<Capability>();
  const isApplicationAlone =
    settings.live !== undefined && tokens.caller === undefined && tokens.application !== undefined;
  if (tokens.caller !== undefined || isApplicationAlone) capabilities.add('authentication');
  if (callerId !== undefined) capabilities.add('callerIdentity');
  if (onBehalfOfUserId !== undefined) capabilities.add('onBehalfOfUser');
  if (settings.otherTeamId !== undefined) capabilities.add('otherTeam');
  return {
    kind: settings.live === undefined ? 'server' : 'live',
    baseUrl,
    people: {
      teamId: settings.teamId ?? defaultTeamId,
      callerId: callerId ?? defaultUserId,
      ...(settings.otherTeamId === undefined ? {} : { otherTeamId: settings.otherTeamId }),
      ...(onBehalfOfUserId === undefined ? {} : { onBehalfOfUserId }),
    },
    capabilities,
    tokens,
    isApplicationAlone,
    ...(settings.live === undefined ? {} : { bearers: bearersOf(tokens) }),
  };
}

/** Whose they are was compared with the users who may be used. */
function bearersOf(tokens: Tokens): NonNullable<Askers['bearers']> {
  const [readOnly, noScope] = [userOfToken(tokens.readOnly), userOfToken(tokens.noScope)];
  return { ...(readOnly === undefined ? {} : { readOnly }), ...(noScope === undefined ? {} : { noScope }) };
}

function open(
  settings: TargetSettings,
  described: Described,
  clock: Clock,
  renewed: RenewedTokens,
  wire = connection(settings),
): Target {
  const { plain } = carried(settings, described, clock, renewed, wire);
  const { record, trace } = settings;
  const seen = trace === undefined ? plain : { ...plain, wire: new TracedWire(plain.wire, described, clock, trace) };
  return new HttpTarget(record === undefined ? seen : recorded(seen, record));
}

function connection({ requestTimeout: timeout, maxResponseSize, ca }: TargetSettings): Wire {
  return new Transmission({ timeout, maxResponseSize, ...(ca === undefined ? {} : { ca }) });
}

function carried(
  settings: TargetSettings,
  described: Described,
  clock: Clock,
  renewed: RenewedTokens,
  carrier = connection(settings),
) {
  const { apiVersion } = settings;
  const journal = journalOf(settings, described);
  const guarding: GuardSettings = { ...described, apiVersion, clock, ...(journal === undefined ? {} : { journal }) };
  const rest = { ...limitsOf(settings), ...described, apiVersion, clock };
  if (settings.live !== undefined) {
    const { guard, wire } = carriedLive(carrier, guarding, renewed, settings.rate ?? liveRate);
    return { guard, plain: { ...rest, wire, looksBeforeRepeats: true } };
  }
  const guard = new GuardedWire(carrier, guarding);
  return { guard, plain: { ...rest, wire: guard } };
}

/** The cards of the embedded server end with this process, whatever ends it: there is nothing to write down. */
function journalOf(
  { apiVersion, journalFolders }: TargetSettings,
  { kind, baseUrl, people: { teamId, otherTeamId } }: Described,
): Journal | undefined {
  if (kind === 'reference' || journalFolders === undefined) return undefined;
  return new Journal(journalFolders, {
    kind: 'run',
    format: journalFormat,
    baseUrl,
    apiVersion,
    teamId,
    ...(otherTeamId === undefined ? {} : { otherTeamId }),
    startedAt: new Date().toISOString(),
    process: thisProcess(),
  });
}

function limitsOf({ maxRequests, maxTime, rate }: TargetSettings) {
  return {
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(maxTime === undefined ? {} : { maxTime }),
    ...(rate === undefined ? {} : { rate }),
  };
}
