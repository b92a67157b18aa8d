import type { Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';

/**
 * The user id in a token, if it is a JWT with an `oid` claim, as the delegated tokens of Microsoft Entra are. It spares
 * users a flag; where there is none, the requirements that need the caller's id are skipped with that reason.
 */
export function userOfToken(token: string | undefined): string | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Json;
    const user = at(claims, '/oid');
    return typeof user === 'string' && at(claims, '/idtyp') !== 'app' ? user : undefined;
  } catch {
    return undefined;
  }
}

/** True for a token that says that no user is behind it (`idtyp`), as those of Microsoft Entra do. */
export function isOfApplication(token: string): boolean {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
    return at(claims, '/idtyp') === 'app';
  } catch {
    return false;
  }
}
