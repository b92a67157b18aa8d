import { at } from '../../traffic/pointer.ts';
import type { Json } from '../../traffic/json.ts';

const claims = [
  'name',
  'given_name',
  'family_name',
  'app_displayname',
  'upn',
  'preferred_username',
  'unique_name',
  'email',
];

/** Names and accounts in a token, if it is a JWT: a server may name its owner before any answer shows who that is. */
export function peopleInToken(token: string): readonly string[] {
  try {
    const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Json;
    return claims
      .map((claim) => at(payload, `/${claim}`))
      .filter((value) => typeof value === 'string' && value !== '') as string[];
  } catch {
    return [];
  }
}
