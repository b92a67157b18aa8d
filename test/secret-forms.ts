const bytes = (text: string): Buffer => Buffer.from(text);
const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const percent = (text: string): string => encodeURIComponent(text);
const escaped = (text: string): string =>
  [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const jwt = (...parts: readonly unknown[]): string =>
  parts.map((part) => bytes(JSON.stringify(part)).toString('base64url')).join('.');

/** The forms in which a token may come back from a server, or stand in a file. */
export const secretForms: Readonly<Record<string, (token: string) => string>> = {
  plain: (token) => token,
  percent,
  'percent in lower case': (token) => percent(token).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  'percent, every byte': (token) => [...bytes(token)].map((byte) => `%${byte.toString(16)}`).join(''),
  'double percent': (token) => percent(percent(token)),
  base64: (token) => bytes(token).toString('base64'),
  base64url: (token) => bytes(token).toString('base64url'),
  'base64 of a header': (token) => bytes(`Bearer ${token}`).toString('base64'),
  'base64 of JSON': (token) => bytes(JSON.stringify({ a: 1, token, b: 'c' })).toString('base64'),
  'base64 twice': (token) => bytes(bytes(`a ${token}`).toString('base64')).toString('base64'),
  'base64 behind something else': (token) => `id-${bytes(token).toString('base64')}`,
  'a part of a JWT': (token) => jwt({ alg: 'none' }, { sub: 'x', tok: token }, 'signed'),
  hexadecimal: (token) => bytes(token).toString('hex'),
  'hexadecimal in upper case': (token) => bytes(token).toString('hex').toUpperCase(),
  'hexadecimal in mixed case': (token) =>
    bytes(token)
      .toString('hex')
      .replaceAll(/[a-f]/g, (digit, at: number) => (at % 3 === 0 ? digit.toUpperCase() : digit)),
  'JSON with escapes': (token) => `{"value":"${escaped(token)}"}`,
  'JSON within JSON': (token) => JSON.stringify({ inner: JSON.stringify({ value: `x ${token}` }) }),
  HTML: (token) => [...token].map((one) => `&#${one.codePointAt(0)};`).join(''),
  'HTML in hexadecimal': (token) =>
    [...token].map((one, at) => (at % 2 === 0 ? `&#x${one.codePointAt(0)?.toString(16)};` : one)).join(''),
  'UTF-16': (token) => wide(token).toString('latin1'),
  'UTF-16 with the high byte first': (token) => wide(token).swap16().toString('latin1'),
  'UTF-16 in base64': (token) => wide(`Bearer ${token}`).toString('base64'),
  'UTF-16 in hexadecimal': (token) => wide(token).toString('hex'),
};

/** Which forms of which secrets a text holds, each with the name of its secret. */
export function leaksIn(text: string, secrets: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(secrets).flatMap(([name, secret]) =>
    Object.entries(secretForms).flatMap(([form, write]) => {
      const written = write(secret);
      // Files hold them as they are, and within JSON.
      const isThere = [written, JSON.stringify(written).slice(1, -1)].some((one) => text.includes(one));
      return isThere ? [`${name} as ${form}`] : [];
    }),
  );
}
