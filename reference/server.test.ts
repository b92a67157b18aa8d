import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { unclaimedPort } from '../test/unclaimed-port.ts';
import { startReferenceServer, type ReferenceServer, type LoggedRequest } from './server.ts';

let server: ReferenceServer;
let seen: LoggedRequest[];
let timeCards: string;

beforeEach(async () => {
  seen = [];
  server = await startReferenceServer({
    onRequest: (one) => seen.push(one),
    now: () => Date.parse('2025-01-07T21:35:36.311Z'),
  });
  timeCards = `/v1.0/teams/${server.teamId}/schedule/timeCards`;
});
afterEach(() => server.close());

function send(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${server.tokens.caller}`, ...init.headers },
  });
}

function create(): Promise<Response> {
  return send(timeCards, {
    method: 'POST',
    body: JSON.stringify({ clockInEvent: null }),
    headers: { 'content-type': 'application/json' },
  });
}

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

test('answers carry Date, request-id, and the client-request-id that came', async () => {
  const { headers } = await send(timeCards, { headers: { 'client-request-id': 'mine' } });
  expect(headers.get('date')).toBe('Tue, 07 Jan 2025 21:35:36 GMT');
  expect(headers.get('request-id')).toMatch(guid);
  expect(headers.get('client-request-id')).toBe('mine');
  expect(headers.get('content-type')).toMatch(/^application\/json;odata\.metadata=minimal;/);
  const unnamed = await send(timeCards);
  expect(unnamed.headers.get('client-request-id')).toBe(unnamed.headers.get('request-id'));
});

test('@odata.nextLink can be followed as it stands, and keeps what was asked for', async () => {
  for (let made = 0; made < 3; made++) await create();
  const first = (await (await send(`${timeCards}?$top=2&$filter=state eq 'clockedIn'`)).json()) as Record<
    string,
    unknown
  >;
  const link = String(first['@odata.nextLink']);
  expect(link).toMatch(
    new RegExp(String.raw`^${server.url}${timeCards}\?\$top=2&\$filter=state%20eq%20'clockedIn'&\$skiptoken=\S+$`),
  );
  const second = (await (await send(link.replace(server.url, ''))).json()) as Record<string, unknown>;
  expect(second).toStrictEqual({ value: [expect.objectContaining({ state: 'clockedIn' })] });
});

test('a body over one megabyte is refused with 413 and the connection can go on', async () => {
  const large = JSON.stringify({ notes: { contentType: 'text', content: 'x'.repeat(1024 * 1024) } });
  const answer = await send(`${timeCards}/clockIn`, { method: 'POST', body: large });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ error: { code: 'RequestEntityTooLarge' } });
  const content = 'x'.repeat(1_000_000);
  const body = JSON.stringify({ notes: { contentType: 'text', content } });
  expect(
    (await send(`${timeCards}/clockIn`, { method: 'POST', body, headers: { 'content-type': 'application/json' } }))
      .status,
  ).toBe(201);
});

test('cards made at once all have their own id', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, create));
  const cards = (await Promise.all(answers.map((answer) => answer.json()))) as readonly { readonly id: string }[];
  expect(new Set(cards.map(({ id }) => id)).size).toBe(200);
  expect(seen).toHaveLength(200);
  expect(seen[0]).toStrictEqual({ method: 'POST', path: timeCards, status: 201 });
});

describe('starting and closing', () => {
  test('a new server remembers nothing', async () => {
    await create();
    const other = await startReferenceServer();
    try {
      const answer = await fetch(`${other.url}${timeCards}`, {
        headers: { authorization: `Bearer ${other.tokens.caller}` },
      });
      expect(await answer.json()).toStrictEqual({ value: [] });
    } finally {
      await other.close();
    }
  });

  test('the port can be taken again at once, even with a connection kept open', async () => {
    const port = await unclaimedPort();
    const first = await startReferenceServer({ port });
    await fetch(first.url);
    await first.close();
    const again = await startReferenceServer({ port });
    expect(again.url).toBe(first.url);
    await again.close();
  });

  test('a port in use is an error that can be caught', async () => {
    const { port } = new URL(server.url);
    await expect(startReferenceServer({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('closing ends a request that is still being sent', async () => {
    const half = request(`${server.url}${timeCards}`, { method: 'POST', headers: { 'content-length': '10' } });
    const ended = new Promise((resolve) => half.on('error', resolve));
    half.write('{');
    await send(timeCards);
    await server.close();
    expect(await ended).toBeInstanceOf(Error);
  });
});
