import { expect, test } from 'vitest';
import { tenant } from '../../test/tenant.ts';
import { Pseudonyms } from '../recording/pseudonyms.ts';
import { LineScan, type Sighting } from './scan-lines.ts';

function scan(text: string, secrets: readonly string[] = []): readonly Sighting[] {
  const looking = new LineScan(secrets);
  return text.split('\n').flatMap((line, index) => looking.next(index + 1, line));
}

const guid = '0f2d9b64-3c1e-4a75-9d08-b6e17c5a2f43';

test.each<[name: string, text: string, kind: string, value: string, column: number | undefined]>([
  ['a GUID', `"id": "TCK_${guid}"`, 'guid', guid, 12],
  ['a GUID without dashes', `x ${guid.replaceAll('-', '')}`, 'guid', guid, undefined],
  ['a mail address', 'from: mia@firm.de', 'mail', 'mia@firm.de', 7],
  ['a mail address in percent-encoding', 'user=mia%40firm.de', 'mail', 'mia@firm.de', undefined],
  ['a name', '{"displayName": "Mia Brandt"}', 'name', 'Mia Brandt', 18],
  ['a name within JSON text', String.raw`"{\"displayName\":\"Mia Brandt\"}"`, 'name', 'Mia Brandt', 21],
  ['an id', '"userId": "mbrandt"', 'id', 'mbrandt', 12],
  ['a host', 'see https://clock.firm.de/x', 'host', 'clock.firm.de', 13],
  ['a private host', 'at db7.firm.corp now', 'host', 'db7.firm.corp', 4],
  ['an address', 'from 10.8.7.6', 'address', '10.8.7.6', 6],
  ['a token', `t = ${tenant.tokens.noScope}`, 'secret', tenant.tokens.noScope, 5],
  [
    'a token in base64',
    Buffer.from(`a ${tenant.tokens.noScope}`).toString('base64'),
    'secret',
    tenant.tokens.noScope,
    undefined,
  ],
  ['a password', 'password=hunter2!', 'secret', 'hunter2!', 10],
  ['a password that a log tells', 'login failed, password: Sommer2024!', 'secret', 'Sommer2024!', 25],
  ['a password of a configuration file', "adminPassword = 'hunter2!'", 'secret', 'hunter2!', 18],
  ['a password of a connection string', 'Server=x;Password=Tr0ub&3x;', 'secret', 'Tr0ub&3x', 19],
  ['a password under a longer name', '{"DbPassword":"hunter"}', 'secret', 'hunter', 16],
  ['a token of a session', '{"sessionToken":"a1b2"}', 'secret', 'a1b2', 18],
  ['a cookie of a log', 'Cookie: sid=1234; lang=de', 'secret', 'sid=1234; lang=de', 9],
  ['a key of a log', '> X-Api-Key: abcd-1234', 'secret', 'abcd-1234', 14],
  ['a short token of a log', 'Authorization: Bearer abc123', 'secret', 'abc123', 23],
  ['a cookie of a HAR file', '{"name":"Cookie","value":"sid=1234"}', 'secret', 'sid=1234', 27],
  [
    'a header whose name is a line above',
    '"authorization",\n"Basic bWlhOmh1bnRlcjI="',
    'secret',
    'bWlhOmh1bnRlcjI=',
    8,
  ],
])('finds %s', (_name, text, kind, value, column) => {
  const seen = scan(text);
  expect(seen.map((one) => [one.kind, one.value, one.column])).toEqual([[kind, value, column]]);
  expect(seen[0]?.line).toBe(text.split('\n').length);
});

test.each([
  ['pseudonyms', new Pseudonyms(tenant).text(JSON.stringify({ ...tenant, tokens: [] }))],
  ['names of variables', '"Authorization", "Bearer $TIMECARD_TOKEN"'],
  ['what is documented', '{"id":"TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972","displayName":"Jing Jing GuTwo"}'],
  ['what the suite makes up', '"client-request-id", "cee2a0f1-7e57-4d0c-9b8a-7e57c0ffee00"'],
  ['hosts of Graph and of this machine', 'https://graph.microsoft.com/v1.0 http://localhost:4010 http://127.0.0.1:9/'],
  ['times, versions and pointers', '"2021-05-27T22:58:41.327Z" 1.2.3 "/breaks/0/start/isAtApprovedLocation"'],
  ['addresses for examples', 'someone@example.com, 192.0.2.4, 2001:db8::7'],
  ['sentences about secrets', "Authorization: required. Password: must not be empty. token: '}'. Cookie: none"],
  ['variables for secrets', 'curl -H "Authorization: Bearer $TIMECARD_TOKEN" -H "Cookie: sid=<sid>"'],
  ['placeholders', '{"password":"<password>","token":"{token}","secret":"***"}'],
])('passes over %s', (_name, text) => {
  expect(scan(text)).toEqual([]);
});

test('finds a secret that is known, whatever it looks like', () => {
  expect(scan('note: open sesame', ['open sesame'])).toMatchObject([{ kind: 'secret', value: 'open sesame' }]);
  expect(scan(Buffer.from('note: open sesame').toString('base64'), ['open sesame'])).toMatchObject([
    { kind: 'secret', value: 'open sesame' },
  ]);
});

test('passes over a pseudonym that ends at an entity of XML', () => {
  expect(
    scan('<failure>timeCards?$skiptoken=continuation5&quot; and &#39;$skiptoken=continuation6&#39;</failure>'),
  ).toEqual([]);
});
