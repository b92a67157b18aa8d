import { isHarmlessValue } from './may-stay.ts';

/**
 * The values in a text that open something by where they stand: under a name, beside it in a list of headers, cookies or
 * parameters, before it or in the next line, whatever they look like. JSON and lines of JSON are read as such; YAML, XML,
 * forms and commands by how they write names and values.
 */
export function secretsByPosition(text: string): readonly string[] {
  const found = new Set<string>();
  const note: Note = (value) => {
    const bare = value.trim().replace(/^(?:Bearer|Basic|Token)\s+/i, '');
    if (isSecretValue(bare)) found.add(bare);
  };
  const whole = parsed(text);
  if (whole !== undefined) walk(whole, '', note, 0);
  else {
    for (const line of text.split('\n')) {
      const value = /^\s*[[{]/.test(line) ? parsed(line) : undefined;
      if (value !== undefined) walk(value, '', note, 0);
    }
    noteInLines(text, note);
  }
  for (const [pattern, place] of looks) for (const match of text.matchAll(pattern)) note(match[place] ?? '');
  return [...found];
}

type Note = (value: string) => void;

/** Shorter ones are words and numbers, and would be found everywhere. */
const shortest = 4;

function isSecretValue(value: string): boolean {
  if (value.length < shortest || value.length > 100_000 || isHarmlessValue('secret', value)) return false;
  if (/^(?:true|false|null|none|undefined|required|optional|unknown|yes|no|\d{1,5}|bearer|basic)$/i.test(value))
    return false;
  // What a script or a page puts in later.
  return !/^(?:\$\(.*\)|\$?\{\{.*\}\}|\$\{[^}]*\}|\$\w+|%\w+%|process\.env\b.*|your[-_ ].*|\[?redacted.*|https?:\/\/[^?@]*)$/i.test(
    value,
  );
}

const ends =
  /(?:password|passwd|passphrase|^pwd|secret|secret_?value|api_?key|access_?key|account_?key|private_?key|subscription_?key|functions?_?key|master_?key|host_?key|(?:access|refresh|id|auth|session|csrf|xsrf|api|bot|sas|github|gitlab|npm|bearer|gh|personal|deploy|security)_?token|^token|^authorization|^proxy_?authorization|^cookie|^set_?cookie|j?session_?id|^sid|phpsessid|credentials?|device_?code|auth(?:orization)?_?code|client_?assertion|^assertion|code_?verifier|connection_?string|^sig|_sig|signing_?key)$/i;

/** True for the name of a header, a cookie, a parameter or a member whose value opens something. */
function isSecretName(name: string): boolean {
  if (name.length > 60) return false;
  const plain = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[-.\s:]+/g, '_')
    .replace(/^x_/i, '');
  return ends.test(plain) && !/skip_?token|delta_?token|page_?token/i.test(plain);
}

const nameMembers = ['name', 'key', 'header', 'param', 'parameter', 'field'];
const valueMembers = ['value', 'content', 'text', 'val'];
const deepest = 60;

function walk(value: unknown, within: string, note: Note, depth: number): void {
  if (depth > deepest || value === null) return;
  if (typeof value === 'string') {
    const inner = /^\s*[[{]/.test(value) ? parsed(value) : undefined;
    if (inner !== undefined) walk(inner, '', note, depth + 1);
    return;
  }
  if (Array.isArray(value)) {
    const list = value as readonly unknown[];
    // A pair of name and value, or names and values in turn.
    for (const [index, one] of list.entries()) {
      const next = list[index + 1];
      if (typeof one === 'string' && typeof next === 'string' && isSecretName(one)) note(next);
      walk(one, within, note, depth + 1);
    }
    return;
  }
  if (typeof value === 'object') walkMembers(value as Readonly<Record<string, unknown>>, within, note, depth);
}

function walkMembers(members: Readonly<Record<string, unknown>>, within: string, note: Note, depth: number): void {
  const name = nameMembers.map((one) => members[one]).find((one) => typeof one === 'string');
  const isCookie = /^(?:set-?)?cookies?$/i.test(within);
  if (name !== undefined && (isCookie || isSecretName(name)))
    for (const member of valueMembers) noteText(members[member], note);
  for (const [member, value] of Object.entries(members)) {
    if (isSecretName(member) || (isCookie && name === undefined)) noteText(value, note);
    walk(value, member, note, depth + 1);
  }
}

function noteText(value: unknown, note: Note): void {
  if (typeof value === 'string' && !isSentence(value)) note(value);
  if (Array.isArray(value)) for (const one of value) if (typeof one === 'string' && !isSentence(one)) note(one);
}

/** What describes a password is none. */
function isSentence(value: string): boolean {
  return value.trim().split(/\s+/).length > 3 && !/[=;]/.test(value);
}

/** A name and its value in one line, or in the next one, as YAML, XML, properties and code write them. */
function noteInLines(text: string, note: Note): void {
  for (const [, name = '', value = ''] of text.matchAll(paired)) if (isSecretName(name)) note(unquoted(value));
  for (const [, value = '', name = ''] of text.matchAll(pairedBackwards)) if (isSecretName(name)) note(unquoted(value));
  for (const [, name = '', value = ''] of text.matchAll(assigned))
    if (isSecretName(name) && isWritten(value)) note(unquoted(value));
  for (const [, name = '', value = ''] of text.matchAll(inNextLine)) if (isSecretName(name)) note(unquoted(value));
  for (const [, name = '', value = ''] of text.matchAll(element)) if (isSecretName(name)) note(value);
}

const quoted = String.raw`("[^"\n]{1,4000}"|'[^'\n]{1,4000}'|[^\s"'<>,;]{1,4000})`;
const scheme = String.raw`(?:Bearer |Basic |token )?`;
const paired = new RegExp(
  String.raw`(?:name|key)\s{0,5}[:=]\s{0,5}["']?([\w.-]{2,60})["']?[\s,]{1,200}value\s{0,5}[:=]\s{0,5}${scheme}${quoted}`,
  'gi',
);
const pairedBackwards = new RegExp(
  String.raw`value\s{0,5}[:=]\s{0,5}${scheme}${quoted}[\s,]{1,200}(?:name|key)\s{0,5}[:=]\s{0,5}["']?([\w.-]{2,60})`,
  'gi',
);
/** Only where the line begins with the name, so that no sentence is taken for a setting. */
const assigned = new RegExp(
  String.raw`^[ \t]{0,40}(?:- |export |set |\$env:|\$|--|var |let |const |(?:<|>) ?)?["']?([\w.-]{2,60})["']?[ \t]{0,5}(?:=|:)[ \t]{0,5}${scheme}${quoted}[ \t,;]{0,5}\r?$`,
  'gim',
);
const inNextLine = new RegExp(
  String.raw`^[ \t]{0,40}["']?([\w.-]{2,60})["']?[ \t]{0,5}:(?=[ \t]{0,5}(?:[>|]-?)?\r?\n[ \t]{1,40}(?:- )?${scheme}${quoted}\r?$)`,
  'gim',
);
const element = /<([\w.:-]{2,60})(?:\s[^<>]{0,200})?>([^<>\n]{4,4000})<\//g;

/** Without quotes, and without a digit, it is the name of something in a program, or a word. */
function isWritten(value: string): boolean {
  return /^["']/.test(value) || (/\d/.test(value) && !value.startsWith('`') && !/[(){}[\]]/.test(value));
}

function unquoted(value: string): string {
  return value.replaceAll(/^["']|["']$/g, '');
}

/** What tells itself by its form, with the group that holds it. */
const looks: readonly (readonly [RegExp, number])[] = [
  // GitHub, GitLab, npm, Slack, Stripe, Google, AWS: as each documents its keys.
  [/\b(gh[pousr]_[A-Za-z\d]{30,255}|github_pat_\w{30,255}|glpat-[\w-]{20,64}|npm_[A-Za-z\d]{36})\b/g, 1],
  [/\b(xox[abeprs]-[\w-]{10,250}|sk_live_[A-Za-z\d]{16,250}|AIza[\w-]{35}|(?:AKIA|ASIA)[A-Z\d]{16})\b/g, 1],
  // A secret of an Entra application.
  [/(?<![\w~.])([\w~.]{3}[78]Q~[\w~.-]{31,34})(?![\w~.-])/g, 1],
  // A key of an Azure function, and the code that Entra gives at a sign-in.
  [/(?:[?&]|%26|%3f)code(?:=|%3d)([\w~.%-]{16,4000})/gi, 1],
  [/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----(?:\\n|\s)+([A-Za-z\d+/=]{16,})/g, 1],
  [/\bcurl\b[^\n]{0,2000}?\s(?:-u|--user|--proxy-user)[ =]?["']?[^\s:"']{1,100}:([^\s"']{3,200})/g, 1],
  [/\b\w{2,20}:\/\/[^\s/:@"'<>]{1,100}:([^\s/@"'<>]{3,200})@[\w.-]/g, 1],
  [/(?:AccountKey|SharedAccessKey|SharedAccessSignature|Password|Pwd)=([^;"'\s<>&]{6,400})/gi, 1],
];

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
