import { expect, test } from 'vitest';
import type { CapturedExchange } from './capture.ts';
import { readHarEntry } from './har-entry.ts';
import { credentialIn, withoutSecrets } from './without-secrets.ts';

const token = ['eyJhbGciOiJub25lIn0', 'eyJvaWQiOiJ1c2VyIn0', 'signature'].join('.');

function captured(url: string, headers: readonly (readonly [string, string])[], text: string): CapturedExchange {
  const found = readHarEntry(
    {
      startedDateTime: '2025-11-03T09:00:00Z',
      time: 1,
      request: { method: 'POST', url, headers: headers.map(([name, value]) => ({ name, value })), postData: { text } },
      response: { status: 200, headers: [{ name: 'Set-Cookie', value: 'id=opaque-cookie' }], content: { text } },
    },
    1,
  );
  if (typeof found === 'string') throw new Error(found);
  return found;
}

test('no credential is left in an exchange, wherever it stands', () => {
  const opaque = 'opaque-secret-of-a-mock';
  const [one, other] = withoutSecrets([
    captured(
      `https://me:pass@graph.example/v1.0/x?access_token=${opaque}&$skiptoken=abc`,
      [
        ['Authorization', `Bearer ${opaque}`],
        ['Cookie', 'session=opaque-cookie'],
        ['x-api-key', 'opaque-key'],
        ['credentials', 'opaque-as-well'],
        ['Accept', 'application/json'],
      ],
      JSON.stringify({ message: `denied for ${token}` }),
    ),
    captured('https://graph.example/v1.0/y', [], JSON.stringify({ message: `denied for ${opaque}` })),
  ]);
  const shown = JSON.stringify([one?.exchange, other?.exchange]);
  expect(shown).not.toMatch(/opaque|eyJ|pass@/);
  expect(one?.exchange.request.url).toBe('https://graph.example/v1.0/x?access_token=(secret-1)&$skiptoken=abc');
  expect(one?.exchange.request.headers).toContainEqual(['Accept', 'application/json']);
  expect(one?.exchange.request.headers).toContainEqual(['Cookie', '(not shown)']);
  // Who asked is told from it later on; it goes no further.
  expect(one?.credential).toBe(`Bearer ${opaque}`);
});

test.each([
  [undefined, undefined],
  ['Bearer', undefined],
  ['Bearer <REDACTED>', undefined],
  ['Bearer ***', undefined],
  ['[removed]', undefined],
  [`Bearer ${token}`, `Bearer ${token}`],
  ['Basic bWU6cGFzcw==', 'Basic bWU6cGFzcw=='],
])('the credential in %j is %j', (value, credential) => {
  expect(credentialIn(value === undefined ? [] : [['authorization', value]])).toBe(credential);
});
