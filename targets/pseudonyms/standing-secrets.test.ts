import { describe, expect, test } from 'vitest';
import { LineScan } from './scan-lines.ts';
import { secretsByPosition } from './standing-secrets.ts';
import { TextPseudonyms } from './text-pseudonyms.ts';

/** What a scan of the text sees. */
function seen(text: string): readonly string[] {
  const looking = new LineScan(secretsByPosition(text));
  return text.split('\n').flatMap((line, index) => looking.next(index + 1, line).map(({ value }) => value));
}

/** None of them looks like anything by itself. */
const planted: Readonly<Record<string, string>> = {
  Authorization: 'plain-opaque-7',
  client_secret: 'short8Q',
  password: 'Sommer2024!',
  'x-functions-key': 'fk-9-abcd',
  JSESSIONID: 'ABC123',
  api_key: 'K3y-of-nine',
  refresh_token: '0.rt-5x-longer',
};

type Write = (name: string, value: string) => string;

const kinds: Readonly<Record<string, Write>> = {
  JSON: (name, value) => JSON.stringify({ some: { [name]: value } }),
  'JSON over several lines': (name, value) => JSON.stringify({ some: { [name]: value } }, null, 2),
  'headers of a HAR file': (name, value) => JSON.stringify({ headers: [{ name, value }] }, null, 2),
  'parameters of a HAR file, value first': (name, value) =>
    JSON.stringify({ postData: { params: [{ value, name }] } }, null, 1),
  'JSON within JSON': (name, value) => JSON.stringify({ text: JSON.stringify({ [name]: value }) }),
  pairs: (name, value) => JSON.stringify([[name, value]], null, 2),
  NDJSON: (name, value) => `{"a":1}\n${JSON.stringify({ headers: [{ key: name, value }] })}\n`,
  YAML: (name, value) => `some:\n  ${name}: '${value}'\n`,
  'YAML with name and value': (name, value) => `headers:\n  - name: ${name}\n    value: ${value}\n`,
  'YAML with the value in the next line': (name, value) => `headers:\n  ${name}:\n    - ${value}\n`,
  'variables of an environment': (name, value) => `A=1\nexport ${name}=${value}\n`,
  XML: (name, value) => `<a>\n  <${name}>${value}</${name}>\n</a>`,
  'settings in XML': (name, value) => `<add key="${name}" value="${value}" />`,
};

describe('a secret is found by where it stands', () => {
  const table = Object.entries(kinds).flatMap(([kind, write]) =>
    Object.entries(planted).map(([name, value]) => [kind, name, write(name, value), value] as const),
  );

  test('of at least eighty, all', () => {
    expect(table.length).toBeGreaterThanOrEqual(80);
    const missed = table.filter(([, , text, value]) => !seen(text).some((one) => one.includes(value)));
    expect(missed.map(([kind, name]) => `${kind}: ${name}`)).toEqual([]);
  });

  test('and taken out of a copy', () => {
    const left = table.filter(([, , text, value]) => new TextPseudonyms({}).text(text).includes(value));
    expect(left.map(([kind, name]) => `${kind}: ${name}`)).toEqual([]);
  });
});

const made = (beginning: string, length: number) => `${beginning}${'a1B2'.repeat(64).slice(0, length)}`;

describe('a secret is found by its form', () => {
  test.each([
    ['a command with a password', 'curl -s -u mia:geheim-7 https://example.com', 'geheim-7'],
    ['a URL with a password', 'https://mia:geheim7@example.com/x', 'geheim7'],
    ['a token of GitHub', `token ${made('ghp_', 36)} here`, made('ghp_', 36)],
    ['a secret of Entra', `it is ${made('abc8Q~', 34)}.`, made('abc8Q~', 33)],
    ['a key of an Azure function', `https://f.example.com/api/x?code=${made('', 40)}`, made('', 40)],
    ['a code of a sign-in', `https://l.example.com/?code=0.${made('', 40)}&state=1`, made('0.', 40)],
    ['a connection string', 'Endpoint=sb://x/;SharedAccessKey=abc123def=;X=1', 'abc123def='],
    ['cookies as a map', JSON.stringify({ cookies: { theme: 'dark-7' } }, null, 2), 'dark-7'],
  ])('%s', (_what, text, secret) => {
    expect(seen(text).join(' ')).toContain(secret);
  });
});

describe('nothing is found where a name stands without a secret', () => {
  test.each([
    JSON.stringify({ password: { type: 'string' }, token_type: 'Bearer', tokens: 12 }),
    JSON.stringify({ name: 'Authorization', value: 'Bearer $TIMECARD_TOKEN' }),
    JSON.stringify({ name: '$skiptoken', value: 'page-2-of-3' }),
    'password: ${PASSWORD}\nclient_secret: "{{secret}}"\napi_key: %API_KEY%\n',
    'const token = tokenFrom(response);\nconst secret = options.secret;\n',
    'The password: it is asked for.\n',
  ])('%s', (text) => {
    expect(seen(text)).toEqual([]);
  });
});
