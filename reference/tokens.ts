import type { Actor } from '../traffic/actor.ts';
import { application, caller, secondUser } from './identities.ts';
import type { Identity } from './time-card.ts';

type Scope = 'Schedule.ReadWrite.All' | 'Schedule.Read.All';

/** Whose token came with a request: a user who signed in, or an application of its own. */
export interface Principal {
  readonly kind: 'user' | 'application';
  readonly identity: Identity;
  readonly scopes: readonly Scope[];
}

export type TokenHolder = Exclude<Actor, 'nobody'>;

export const principals: Readonly<Record<TokenHolder, Principal>> = {
  caller: { kind: 'user', identity: caller, scopes: ['Schedule.ReadWrite.All'] },
  secondUser: { kind: 'user', identity: secondUser, scopes: ['Schedule.ReadWrite.All'] },
  application: { kind: 'application', identity: application, scopes: ['Schedule.ReadWrite.All'] },
  readOnly: { kind: 'user', identity: caller, scopes: ['Schedule.Read.All'] },
  noScope: { kind: 'user', identity: caller, scopes: [] },
};

/** What the tokens are for. Nothing else accepts them, and this server accepts no others. */
export const audience = 'timecard-conformance-reference';

/** Made up and worth nothing: shaped like a JWT so that tools can read who it is for, and signed by nobody. */
export const tokens: Readonly<Record<TokenHolder, string>> = {
  caller: write('caller'),
  secondUser: write('secondUser'),
  application: write('application'),
  readOnly: write('readOnly'),
  noScope: write('noScope'),
};

function write(holder: TokenHolder): string {
  const { kind, identity, scopes } = principals[holder];
  const whom =
    kind === 'user'
      ? { oid: identity.id, name: identity.displayName, idtyp: 'user', scp: scopes.join(' ') }
      : { appid: identity.id, app_displayname: identity.displayName, idtyp: 'app', roles: scopes };
  const payload = { aud: audience, iss: audience, iat: 1_735_689_600, exp: 4_102_444_800, ...whom };
  return [encode({ alg: 'none', typ: 'JWT' }), encode(payload), base64url(`unsigned, for ${holder}`)].join('.');
}

function encode(value: object): string {
  return base64url(JSON.stringify(value));
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
