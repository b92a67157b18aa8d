import { isJsonObject, type Json } from '../traffic/json.ts';
import { Refusal } from './refusal.ts';
import { principals, tokens, type Principal, type TokenHolder } from './tokens.ts';

const holders = Object.keys(tokens) as readonly TokenHolder[];
const known: ReadonlyMap<string, Principal> = new Map(holders.map((holder) => [tokens[holder], principals[holder]]));

/** Audiences of real Graph tokens. */
const graphAudiences: ReadonlySet<Json | undefined> = new Set([
  'https://graph.microsoft.com',
  'https://graph.microsoft.com/',
  'graph.microsoft.com',
  '00000003-0000-0000-c000-000000000000',
]);

/** Whose token it is, or a refusal with 401. Source: every page, "Authorization: Bearer {token}. Required."; errors.md (401). */
export function authenticate(authorization: string | undefined, overPlainHttp = false): Principal | Refusal {
  const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    const hint =
      ' Several client libraries send no token over plain http, and say nothing of it: serve --tls takes them in.';
    return unauthenticated(`Access token is empty.${overPlainHttp ? hint : ''}`);
  }
  const principal = known.get(token);
  if (principal !== undefined) return principal;
  if (graphAudiences.has(audienceOf(token))) {
    return unauthenticated(
      'This looks like a real Microsoft Graph token. It was not used; send a token of this server.',
    );
  }
  return unauthenticated('Access token validation failure.');
}

function unauthenticated(message: string): Refusal {
  return new Refusal('InvalidAuthenticationToken', message, { 'www-authenticate': 'Bearer' });
}

/** The `aud` of something that may be a JWT. */
function audienceOf(token: string): Json | undefined {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
    return isJsonObject(payload) ? payload['aud'] : undefined;
  } catch {
    return undefined;
  }
}
