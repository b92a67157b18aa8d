import { tokenVariables } from '../traffic/token-variables.ts';
import { credentialFor, NotInstalled, type WayToSignIn } from '../targets/live/azure-identity.ts';
import { claimsOf, type Bearer } from '../targets/live/claims.ts';
import { everyConsented, tokenFrom, tokenGiverFrom } from '../targets/live/credential.ts';
import { LiveRefusal } from '../targets/live/live-tenant.ts';
import { SignInFailed, signInFailure } from '../targets/live/sign-in-fault.ts';
import { TokenSupply, type TokenSource } from '../targets/live/token-supply.ts';
import { tokensFrom } from '../targets/tokens.ts';
import { CommandError } from './command-error.ts';
import { exitCodes } from './exit-codes.ts';
import { refusedLive } from './live-keys.ts';
import type { LiveSignIn } from './live-sign-in.ts';

/**
 * Signs in wherever no token was given, and looks at every token before it is used. The tokens then stand in the environment,
 * where everything that sends, records or redacts takes them from.
 * @throws CommandError with exit code 5 for a token that must not be used, 3 where nobody is let in, 2 where a package is missing
 */
export async function signIn(settings: LiveSignIn, environment: NodeJS.ProcessEnv): Promise<TokenSupply> {
  try {
    const given = tokensFrom(environment);
    const sources = new Map<Bearer, TokenSource>(configured(settings.credentials));
    for (const [bearer, source] of await byWay(settings, environment))
      if (!sources.has(bearer)) sources.set(bearer, source);
    const supply = await TokenSupply.open(settings.tenant, given, sources);
    for (const [bearer, token] of Object.entries(supply.tokens)) environment[tokenVariables[bearer as Bearer]] = token;
    return supply;
  } catch (error) {
    if (error instanceof LiveRefusal) throw refusedLive(error.message);
    if (error instanceof NotInstalled) throw new CommandError(error.message);
    if (error instanceof SignInFailed) throw new CommandError(error.message, exitCodes.inconclusive);
    throw error;
  }
}

/**
 * A user has to sign in, or an application in the place of one.
 * @throws CommandError with exit code 5
 */
export function refuseWithoutToken({ tokens }: TokenSupply): void {
  if (tokens.caller !== undefined || tokens.application !== undefined) return;
  throw refusedLive(
    'there is no token for the caller; set TIMECARD_TOKEN, give credentials in the configuration file, or sign in with --auth.',
  );
}

function configured(credentials: unknown): readonly (readonly [Bearer, TokenSource])[] {
  if (credentials === undefined || credentials === null) return [];
  if (typeof credentials !== 'object' || Array.isArray(credentials))
    throw new LiveRefusal('credentials in the configuration file is not an object; give { caller: … }.');
  return Object.entries(credentials).map(([bearer, giver]: readonly [string, unknown]) => {
    if (!isBearer(bearer))
      throw new LiveRefusal(
        `credentials in the configuration file names ${bearer}; known names: ${Object.keys(tokenVariables).join(', ')}.`,
      );
    return [bearer, { giver: tokenGiverFrom(giver, `credentials.${bearer}`), scopes: [everyConsented] }];
  });
}

async function byWay(
  { auth, tenant, ca }: LiveSignIn,
  environment: NodeJS.ProcessEnv,
): Promise<readonly (readonly [Bearer, TokenSource])[]> {
  if (auth === undefined) return [];
  const given = tokensFrom(environment);
  const source = async (whom: string): Promise<TokenSource> => {
    const prompt = (sentence: string): void =>
      void process.stderr.write(`timecard-conformance: ${whom}: ${sentence}\n`);
    const { credential: giver, scopes } = await credentialFor(
      auth,
      { tenantId: tenant.tenantId, prompt, ...(ca === undefined ? {} : { ca }) },
      environment,
    );
    return { giver, scopes };
  };
  switch (auth) {
    case 'device-code': {
      const [caller = '', second] = tenant.userIds;
      const isSecondNeeded = second !== undefined && given.secondUser === undefined;
      return [
        ['caller', await source(`sign in as the caller (${caller})`)],
        ...(isSecondNeeded ? [['secondUser', await source(`sign in as the second user (${second})`)] as const] : []),
      ];
    }
    case 'client-secret':
    case 'certificate':
    case 'github':
      return [['application', await source('sign in')]];
    case 'azure-cli':
    case 'default':
      return [await whoever(auth, await source('sign in'))];
  }
}

/** A person or a service principal may be signed in there: the token says which. */
async function whoever(auth: WayToSignIn, source: TokenSource): Promise<readonly [Bearer, TokenSource]> {
  try {
    const token = await tokenFrom(source.giver, source.scopes);
    return [claimsOf(token)?.isApplication === true ? 'application' : 'caller', source];
  } catch (error) {
    throw signInFailure(`--auth ${auth}`, error);
  }
}

function isBearer(name: string): name is Bearer {
  return Object.hasOwn(tokenVariables, name);
}
