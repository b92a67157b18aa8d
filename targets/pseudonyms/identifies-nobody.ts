import { anotherSignature } from '../token-forms.ts';
import { defaultTeamId, defaultUserId } from '../../specs/defaults.ts';
import { examples } from '../../specs/examples/index.ts';
import { isMadeUp } from '../../traffic/made-up.ts';

/* What may stand in a recording as it is, since it is printed in public documents or belongs to nobody. */

const printed = JSON.stringify(examples);
const wellKnownGuids = ['00000000-0000-0000-0000-000000000000', '00000003-0000-0000-c000-000000000000'];

/** Of the documented examples, of our defaults, of Graph itself. */
const publicGuids: ReadonlySet<string> = new Set([
  ...wellKnownGuids,
  defaultTeamId,
  defaultUserId,
  ...(printed.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi) ?? []).map((guid) => guid.toLowerCase()),
]);

const beginnings: ReadonlySet<string> = new Set([...publicGuids].map((guid) => guid.slice(0, -1)));

/** Also of one that differs from a public one in its end, as that of a request for nearly the same card. */
export function isPublicGuid(guid: string): boolean {
  return beginnings.has(guid.toLowerCase().slice(0, -1)) || (guid.length === 36 && isMadeUp(guid));
}

const publicNames: ReadonlySet<string> = new Set(
  [...printed.matchAll(/"displayName":"([^"\\]+)"/g)].map(([, name = '']) => name.toLowerCase()),
);

export function isPublicName(name: string): boolean {
  return publicNames.has(name.toLowerCase());
}

/** Words of the API, of HTTP and of JSON: a name or an id that is one of them says nothing where it stands alone. */
const vocabulary: ReadonlySet<string> = new Set(
  [
    ...[...printed.matchAll(/"([A-Za-z][\w@.-]*)"/g)].map(([, word = '']) => word),
    ...'true false null undefined string number boolean object array test mock value beta'.split(' '),
    ...'get post put patch delete http https json html charset utf-8 application/json bearer basic'.split(' '),
    ...'error code message details target innererror request-id client-request-id date token secret'.split(' '),
    ...'team teams schedule timecards user users manager owner member caller not found card break start'.split(' '),
    ...'unauthorized forbidden conflict the and for with this that redacted'.split(' '),
  ].map((word) => word.toLowerCase()),
);

/** True for a name or an id that can be told from ordinary words, and so is looked for wherever it may stand. */
export function isDistinctive(value: string): boolean {
  return value.length >= 3 && !vocabulary.has(value.toLowerCase()) && /\p{L}|\d{5}/u.test(value);
}

const publicHosts: ReadonlySet<string> = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
  'login.microsoftonline.com',
  'learn.microsoft.com',
  'docs.microsoft.com',
  'developer.microsoft.com',
  'aka.ms',
  'go.microsoft.com',
  'github.com',
  'json-schema.org',
  'tools.ietf.org',
  'datatracker.ietf.org',
  'www.rfc-editor.org',
  'www.w3.org',
]);

/** Hosts that everybody knows, and names that are reserved for examples and tests (RFC 2606, RFC 6761). */
export function isPublicHost(host: string): boolean {
  const name = host.toLowerCase();
  return publicHosts.has(name) || isExampleDomain(name);
}

/** A domain in which nobody has an address. */
export function isExampleDomain(domain: string): boolean {
  return /(^|\.)(example\.(com|org|net)|example|invalid|test)$/i.test(domain);
}

/** Addresses of the machine itself and those that are reserved for documents (RFC 5737, RFC 3849). */
export function isPublicAddress(address: string): boolean {
  return /^(127\.|0\.0\.0\.0$|192\.0\.2\.|198\.51\.100\.|203\.0\.113\.|2001:0?db8:|::1?$)/i.test(address);
}

/** True for an id that is worth a pseudonym: one that is told from other words wherever it stands. */
export function isReplaceableId(value: string): boolean {
  return value.length >= 4 && isDistinctive(value);
}

/** The place of a token without its own signature, also where XML goes on behind it: no other signature than ours may follow. */
const unsignedPlace = new RegExp(`^\\$\\{[A-Z_]+%\\.\\*\\}(?:\\.(?:${anotherSignature})?)?(?:&\\w+;?)?$`);

/** What stands where a secret would: the name of a variable, a placeholder of a document, what the suite sends as no token. */
export function isPlaceholder(value: string): boolean {
  const bare = value.replace(/^(?:Bearer|Basic)\s+/i, '');
  if (bare.startsWith('made-up-') && isMadeUp(bare)) return true;
  if (bare === 'this-is-not-a-token' || bare.startsWith('$TIMECARD_') || unsignedPlace.test(bare)) return true;
  // A password stands behind its user, and the value of a cookie behind its name.
  const within = /^[\w.-]{1,60}[:=]([^;]+)(?:;.*)?$/.exec(bare)?.[1];
  return isWritten(bare) || (within !== undefined && isWritten(within));
}

/** As people and tools write it. */
function isWritten(text: string): boolean {
  return /^(?:<[^<>]*>|\{[^{}]*\}|\$\{?[A-Z_]+\}?|\*+|\.+|x+|masked|redacted|string|any-text|\(secret-\d+\)|\(not shown\))$/i.test(
    text,
  );
}
