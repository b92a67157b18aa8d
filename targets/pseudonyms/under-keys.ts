import type { SensitiveKind, Substitute } from './sensitive-kind.ts';

const names = 'displayName|givenName|surname|familyName|fullName|given_name|family_name|app_displayname';
const accounts =
  'userPrincipalName|mail|mailNickname|email|emailAddress|upn|preferred_username|unique_name|login_hint|userName|samAccountName';
const ids = 'userId|onBehalfOfUserId|teamId|tenantId|groupId|ownerId|memberId|aadObjectId|oid|tid';
/** Names of members and parameters whose value opens something. */
export const secretNames = [
  'access_?token|refresh_?token|id_?token|client_?secret|client_?assertion|assertion|device_?code|user_?code',
  String.raw`\w{0,20}(?:password|passphrase)|(?:auth|session|csrf|xsrf|security|api|bot|sas)_?token`,
  'passwd|pwd|secret|api_?key|subscription-?key|shared_?access_?key|account_?key|private_?key|sas_?token',
  'authorization|proxy-authorization|cookie|set-cookie|x-api-key|session_?id|credentials?|token|bearer',
].join('|');

const secretName = new RegExp(`^(?:${secretNames})$`, 'i');

/** True for the name of a member whose value opens something. */
export function isSecretName(name: string): boolean {
  return secretName.test(name);
}

const secretHeaders = 'authorization|proxy-authorization|cookie|set-cookie|x-api-key|ocp-apim-subscription-key';
const secretHeader = new RegExp(`^(?:${secretHeaders})$`, 'i');

/** True for a header whose value opens something. */
export function isSecretHeader(name: string): boolean {
  return secretHeader.test(name);
}

const member = new RegExp(
  String.raw`("(?:(${names})|(${accounts})|(${ids})|(${secretNames}))"\s*:\s*)"((?:[^"\\]|\\.)+)"`,
  'gi',
);
/** As HAR files, our recordings and nock write headers. */
const header = new RegExp(String.raw`("(?:${secretHeaders})"\s*,\s*(?:"value"\s*:\s*)?)"((?:[^"\\]|\\.)+)"`, 'gi');
const identity = /("(?:user|application|device)"\s*:\s*\{[^{}]*?"id"\s*:\s*)"((?:[^"\\]|\\.)+)"/gi;

/**
 * Replaces values of members whose name says what they are, whatever they look like. Works on the text of a body and not on
 * what it is parsed to, so that everything else stays as it was sent, malformed or not.
 *
 * @param decode gives the value of a literal between its quotes, or undefined where it has none
 */
export function replaceUnderKeys(
  text: string,
  substitute: Substitute,
  decode: (literal: string) => string | undefined,
): string {
  if (!text.includes('"')) return text;
  const put = (before: string, kind: SensitiveKind, literal: string, all: string): string => {
    const value = decode(literal);
    if (value === undefined || value === '') return all;
    const scheme = kind === 'secret' ? (/^(?:Bearer|Basic)\s+/i.exec(value)?.[0] ?? '') : '';
    const replaced = scheme + substitute(kind, value.slice(scheme.length));
    return replaced === value ? all : `${before}${JSON.stringify(replaced)}`;
  };
  return text
    .replaceAll(member, (...match: readonly unknown[]) => {
      const [all, before, name, account, id, secret, literal] = match as readonly (string | undefined)[];
      const [start, value, whole] = [before ?? '', literal ?? '', all ?? ''];
      if (name !== undefined) return put(start, 'name', value, whole);
      if (account !== undefined) return put(start, value.includes('@') ? 'mail' : 'name', value, whole);
      if (secret !== undefined) return put(start, 'secret', value, whole);
      return id === undefined ? whole : put(start, idKind(value), value, whole);
    })
    .replaceAll(identity, (all: string, before: string, literal: string) =>
      put(before, idKind(decode(literal) ?? ''), literal, all),
    )
    .replaceAll(header, (all: string, before: string, literal: string) => put(before, 'secret', literal, all));
}

/** An id that is a GUID is found anyway, and one that is an ordinary word could not be told from that word elsewhere. */
function idKind(value: string): SensitiveKind {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value) ? 'guid' : 'id';
}
