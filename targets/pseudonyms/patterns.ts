import type { Substitute } from './sensitive-kind.ts';

/* What is sensitive by its look alone, in a text that is not encoded any further. */

const guid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/gi;
const plainGuid = /(?<![a-z\d])[\da-f]{32}(?![a-z\d])/gi;

/** With dashes, and without. */
export function replaceGuids(text: string, substitute: Substitute): string {
  if (text.length < 32) return text;
  return text
    .replaceAll(guid, (found) => substitute('guid', found))
    .replaceAll(plainGuid, (found) => {
      const dashed = found.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
      const replaced = substitute('guid', dashed);
      return replaced === dashed ? found : replaced.replaceAll('-', '');
    });
}

const localPart = /[\p{L}\p{N}._+#!~-]/u;
const domainAfter = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]+/u;

/** Mail addresses and user principal names, those of guests (`…#EXT#@…`) among them. OData annotations look alike and stay. */
export function replaceMails(text: string, substitute: Substitute): string {
  let result = '';
  let written = 0;
  for (let sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
    let start = sign;
    while (start > written && sign - start < 100 && localPart.test(text.charAt(start - 1))) start -= 1;
    if (text.charAt(start - 1) === '%' && /^[\da-f]{2}/i.test(text.slice(start, sign))) start += 2;
    if (start >= sign) continue;
    const domain = domainAfter.exec(text.slice(sign + 1, sign + 256))?.[0];
    if (domain === undefined || /^(odata|microsoft\.graph)\./i.test(domain)) continue;
    const address = text.slice(start, sign + 1 + domain.length);
    result += text.slice(written, start) + substitute('mail', address);
    written = start + address.length;
  }
  return written === 0 ? text : result + text.slice(written);
}

const authority =
  /(?<=\b(?:https?|wss?|ftp|redis|amqps?|mongodb(?:\+srv)?|postgres(?:ql)?|mysql):\/\/)(?:([^\s/?#"'<>\\@]+)@)?([^\s/?#"'<>\\@,;)\]}]+|\[[\da-f:.]+\](?::\d+)?)/gi;
const privateEnding = /\.(?:local|internal|corp|lan\b|intranet|onmicrosoft|sharepoint)/i;
const privateHost =
  /(?<![\w.@-])(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,8}(?:local|localdomain|internal|corp|lan|intranet|onmicrosoft\.com|sharepoint\.com)(?![\w-])/gi;

/** Hosts of URLs, with what stands before them for a login. */
export function replaceAuthorities(text: string, substitute: Substitute): string {
  if (!text.includes('://')) return text;
  return text.replaceAll(authority, (_all, login: string | undefined, host: string) => {
    return `${login === undefined ? '' : `${substitute('secret', login)}@`}${substitute('host', host)}`;
  });
}

/** Names of hosts that only private networks and tenants have, wherever they stand. */
export function replacePrivateHosts(text: string, substitute: Substitute): string {
  if (!privateEnding.test(text)) return text;
  return text.replaceAll(privateHost, (found) => substitute('host', found));
}

const octet = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const fourth = new RegExp(String.raw`(?<![\w.-])${octet}(?:\.${octet}){3}(?![\w-]|\.\d)`, 'g');
const sixth =
  /(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}:){1,6}(?::[\da-f]{1,4}){1,6}|(?:[\da-f]{1,4}:){4,6}[\da-f]{1,4}(?=%))(?![\w:])/gi;

/** Addresses of the Internet Protocol, of both versions. Four single digits are the number of a section or a version. */
export function replaceAddresses(text: string, substitute: Substitute): string {
  return text
    .replaceAll(fourth, (found) => (found.length === 7 ? found : substitute('address', found)))
    .replaceAll(sixth, (found) =>
      /^[\d:]{5,8}$/.test(found) && !found.includes('::') ? found : substitute('address', found),
    );
}

const webToken = /(?<![\w-])e[wy][\w-]{6,}\.[\w-]{4,}(?:\.[\w-]*){1,3}/g;
const afterScheme = /\b((?:Bearer|Basic|SharedAccessSignature|ApiKey)\s{1,5})([\w.~+/-]{8,}=*)(?!["\w])/gi;
const clientSecret = /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~-])/g;
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** Tokens and keys that are told by their form: JWT, what follows `Bearer`, secrets of Microsoft Entra, PEM. */
export function replaceTokens(text: string, substitute: Substitute): string {
  const put = (found: string): string => substitute('secret', found);
  return text
    .replaceAll(webToken, (found) => (isWebToken(found) ? put(found) : found))
    .replaceAll(afterScheme, (all, scheme: string, found: string) =>
      /\d|^.{24}/.test(found) ? scheme + put(found) : all,
    )
    .replaceAll(clientSecret, put)
    .replaceAll(privateKey, put);
}

function isWebToken(text: string): boolean {
  return /^\s*\{\s*"/.test(Buffer.from(text.slice(0, text.indexOf('.')), 'base64url').toString('latin1'));
}
