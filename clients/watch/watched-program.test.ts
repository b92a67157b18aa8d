import { afterEach, beforeEach, expect, test } from 'vitest';
import { startReferenceServer, type ReferenceServer } from '../../reference/server.ts';
import { WatchedProgram } from './watched-program.ts';

let program: WatchedProgram;
let server: ReferenceServer;
let cards: string;

beforeEach(async () => {
  program = new WatchedProgram('loopback');
  server = await startReferenceServer({
    onServed: ({ request, body, reply: { status, headers, content }, arrivedAt }) => {
      const text = content.kind === 'json' ? JSON.stringify(content.value) : '';
      program.add({
        request,
        body,
        arrivedAt,
        answer: { status, headers: [['content-type', 'application/json'], ...Object.entries(headers)], text },
      });
    },
  });
  cards = `${server.url}/v1.0/teams/${server.teamId}/schedule/timeCards`;
});
afterEach(() => server.close());

async function send(
  method: string,
  url: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${server.tokens.caller}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

const kinds = () => Object.fromEntries(program.judge().verdicts.map(({ requirement, kind }) => [requirement, kind]));
const violated = () => program.judge().findings.map(({ requirement }) => requirement);

test('a program that keeps the documents is accused of nothing', async () => {
  for (let made = 0; made < 3; made += 1)
    await send('POST', cards, { userId: server.users.caller, clockInEvent: { dateTime: '2025-01-07T21:00:00.311Z' } });
  const { id } = await send('POST', `${cards}/clockIn`, { isAtApprovedLocation: true });
  await send('POST', `${cards}/${String(id)}/clockOut`, {});
  const first = await send('GET', `${cards}?$top=2&$filter=state%20eq%20'clockedIn'`);
  expect(first['@odata.nextLink']).toEqual(expect.stringContaining('$skiptoken'));
  await send('GET', String(first['@odata.nextLink']));
  await send('DELETE', `${cards}/${String(id)}`);
  expect(violated()).toEqual([]);
  expect(kinds()).toMatchObject({
    'TC-AUTH-017': 'passed',
    'TC-CREATE-037': 'passed',
    'TC-CLIENT-004': 'passed',
    'TC-LIST-021': 'passed',
    'TC-GEN-032': 'passed',
    'TC-GEN-030': 'inconclusive',
    'TC-GET-005': 'skipped',
    'TC-CLIENT-006': 'skipped',
  });
});

test('what a program does wrong is found in its requests', async () => {
  const { id } = await send('POST', `${cards}/clockIn`, {}, { 'ms-app-acts-as': server.users.secondUser });
  await send('GET', `${cards}/${String(id).toUpperCase()}`);
  await send('GET', `${cards}/${String(id)}?$select=id`);
  await send('POST', cards, { clockInEvent: { dateTime: '2025-01-07T21:00:00' } });
  await send('GET', `${cards}?$filter=userId%20eq%20'O'Neill'`);
  await send('DELETE', `${cards}/${String(id)}`, {});
  expect(violated().toSorted()).toEqual([
    'TC-AUTH-018',
    'TC-CLIENT-004',
    'TC-DELETE-006',
    'TC-GEN-032',
    'TC-GEN-033',
    'TC-GET-006',
  ]);
});

test('a skip token that is put to another address is found', async () => {
  for (let made = 0; made < 3; made += 1)
    await send('POST', cards, { userId: server.users.caller, clockInEvent: null });
  const first = await send('GET', `${cards}?$top=2&$filter=state%20eq%20'clockedIn'`);
  const token = /\$skiptoken=([^&]+)/.exec(String(first['@odata.nextLink']))?.[1] ?? '';
  await send('GET', `${cards}?$skiptoken=${token}`);
  expect(violated()).toEqual(['TC-LIST-021']);
});

test('nobody who called is judged', () => {
  const { stopped, verdicts } = program.judge();
  expect(stopped).toBe('no request came; give the address to the program that is to be judged');
  expect(new Set(verdicts.map(({ kind }) => kind))).toEqual(new Set(['skipped']));
});
