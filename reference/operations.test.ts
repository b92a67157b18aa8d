import { afterEach, beforeEach, expect, test } from 'vitest';
import type { JsonObject } from '../traffic/json.ts';
import { startReferenceServer, type ReferenceServer } from './server.ts';

/** Answers of the documented examples, with what changes from call to call left open. */
const alice = {
  application: null,
  device: null,
  user: { id: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2', displayName: 'Alice Bradford' },
};
const guid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const cardId = expect.stringMatching(new RegExp(`^TCK_${guid}$`));
const breakId = expect.stringMatching(new RegExp(`^BRK_${guid}$`));

let server: ReferenceServer;
let time: number;

beforeEach(async () => {
  time = Date.parse('2025-01-07T21:35:36.311Z');
  server = await startReferenceServer({ now: () => time });
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: JsonObject;
}

async function send(method: string, below: string, body?: object): Promise<Answer> {
  const response = await fetch(`${server.url}/v1.0/teams/${server.teamId}/schedule/timeCards${below}`, {
    method,
    headers: {
      authorization: `Bearer ${server.tokens.caller}`,
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: text === '' ? {} : (JSON.parse(text) as JsonObject),
  };
}

function later(milliseconds: number): string {
  time += milliseconds;
  return new Date(time).toISOString();
}

test('clockIn answers as in example 1', async () => {
  const notes = { content: 'Started late due to traffic', contentType: 'text' };
  const { status, body } = await send('POST', '/clockin', { isAtApprovedLocation: true, notes });
  const clockInEvent = { dateTime: '2025-01-07T21:35:36.311Z', isAtApprovedLocation: true, notes };
  expect(status).toBe(201);
  expect(body).toStrictEqual({
    id: cardId,
    createdDateTime: '2025-01-07T21:35:36.311Z',
    lastModifiedDateTime: '2025-01-07T21:35:36.311Z',
    userId: alice.user.id,
    state: 'clockedIn',
    confirmedBy: 'none',
    clockOutEvent: null,
    notes: null,
    lastModifiedBy: alice,
    clockInEvent,
    breaks: [],
    originalEntry: { clockOutEvent: null, clockInEvent, breaks: [] },
    createdBy: alice,
  });
});

test('clockIn on behalf of another user answers as in example 2', async () => {
  const { status, body } = await send('POST', '/clockIn', {
    isAtApprovedLocation: true,
    onBehalfOfUserId: server.users.secondUser,
  });
  expect(status).toBe(201);
  expect(body).toMatchObject({
    userId: server.users.secondUser,
    createdBy: alice,
    lastModifiedBy: alice,
    clockInEvent: { dateTime: '2025-01-07T21:35:36.311Z', isAtApprovedLocation: true, notes: null },
  });
});

test('create answers as in its example', async () => {
  time = Date.parse('2025-01-07T21:30:20.487Z');
  const notes = { content: 'Started late due to traffic in CA 237', contentType: 'text' };
  const { status, body } = await send('POST', '', {
    userId: alice.user.id,
    clockInEvent: { dateTime: '2025-01-07T21:00:00.000Z', isAtApprovedLocation: true, notes },
    clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z', isAtApprovedLocation: true },
  });
  expect(status).toBe(201);
  expect(body).toStrictEqual({
    id: cardId,
    createdDateTime: '2025-01-07T21:30:20.487Z',
    lastModifiedDateTime: '2025-01-07T21:30:20.487Z',
    userId: alice.user.id,
    state: 'clockedOut',
    confirmedBy: 'none',
    notes: null,
    lastModifiedBy: alice,
    clockInEvent: { dateTime: '2025-01-07T21:00:00Z', isAtApprovedLocation: true, notes },
    clockOutEvent: { dateTime: '2025-01-07T21:30:00Z', isAtApprovedLocation: true, notes: null },
    breaks: [],
    originalEntry: { clockInEvent: null, clockOutEvent: null, breaks: [] },
    createdBy: alice,
  });
});

test('a whole day reads as in the first item of the list example', async () => {
  const { body: clockedIn } = await send('POST', '/clockIn', {});
  const card = `/${String(clockedIn['id'])}`;
  const started = later(60_000);
  expect(await send('POST', `${card}/startbreak`, {})).toMatchObject({ status: 204, text: '' });
  expect((await send('GET', card)).body).toMatchObject({ state: 'onBreak', lastModifiedDateTime: started });
  const ended = later(60_000);
  expect(await send('POST', `${card}/endbreak`, {})).toMatchObject({ status: 204, text: '' });
  expect((await send('GET', card)).body).toMatchObject({ state: 'clockedIn', lastModifiedDateTime: ended });
  const left = later(60_000);
  const notes = { contentType: 'text', content: 'clocking out' };
  const clockedOut = await send('POST', `${card}/clockOut`, { isAtApprovedLocation: true, notes });
  expect(clockedOut).toMatchObject({ status: 204, text: '' });
  expect(clockedOut.headers.get('content-type')).toBeNull();
  const entry = {
    clockInEvent: clockedIn['clockInEvent'],
    clockOutEvent: { dateTime: left, isAtApprovedLocation: true, notes },
    breaks: [
      {
        breakId,
        notes: null,
        start: { dateTime: started, isAtApprovedLocation: null, notes: null },
        end: { dateTime: ended, isAtApprovedLocation: null, notes: null },
      },
    ],
  };
  const expected = { ...clockedIn, ...entry, state: 'clockedOut', lastModifiedDateTime: left, originalEntry: entry };
  expect((await send('GET', card)).body).toStrictEqual(expected);
  expect((await send('GET', '')).body).toStrictEqual({ value: [expected] });
});

test('a deleted card is gone', async () => {
  const { body } = await send('POST', '/clockIn', {});
  const card = `/${String(body['id'])}`;
  expect(await send('DELETE', card)).toMatchObject({ status: 204, text: '' });
  expect(await send('GET', card)).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  expect(await send('DELETE', card)).toMatchObject({ status: 404 });
  expect((await send('GET', '')).body).toStrictEqual({ value: [] });
});

test('replace as in its example keeps the entry before the edit', async () => {
  const { body: clockedIn } = await send('POST', '/clockIn', {});
  const card = `/${String(clockedIn['id'])}`;
  later(60_000);
  await send('POST', `${card}/clockOut`, {});
  const { body: before } = await send('GET', card);
  const edited = later(60_000);
  const notes = { contentType: 'text', content: 'Modified clockOut time' };
  const clockInEvent = { dateTime: '2025-01-07T21:00:00Z', isAtApprovedLocation: true, notes };
  const clockOutEvent = { dateTime: '2025-01-07T21:35:00Z', isAtApprovedLocation: true, notes: null };
  const sent = {
    userId: alice.user.id,
    state: 'clockedOut',
    notes,
    lastModifiedBy: alice,
    clockInEvent,
    clockOutEvent,
  };
  expect(await send('PUT', card, sent)).toMatchObject({ status: 204, text: '' });
  const originalEntry = { clockInEvent: before['clockInEvent'], clockOutEvent: before['clockOutEvent'], breaks: [] };
  const expected = { ...before, notes, clockInEvent, clockOutEvent, lastModifiedDateTime: edited, originalEntry };
  expect((await send('GET', card)).body).toStrictEqual(expected);
  // At the same instant: an edit moves lastModifiedDateTime nevertheless, and the first entry stays.
  await send('PUT', card, { clockInEvent });
  const { body: twice } = await send('GET', card);
  expect(twice).toMatchObject({
    state: 'clockedIn',
    clockOutEvent: null,
    notes: null,
    originalEntry,
    userId: alice.user.id,
  });
  expect(String(twice['lastModifiedDateTime']) > edited).toBe(true);
  expect(await send('PUT', '/TCK_unknown', sent)).toMatchObject({ status: 404 });
});

test('confirm needs no body and changes nothing but confirmedBy and the time of change', async () => {
  const { body: before } = await send('POST', '/clockIn', {});
  const card = `/${String(before['id'])}`;
  expect(await send('POST', `${card}/confirm`)).toMatchObject({ status: 204, text: '' });
  const { body } = await send('GET', card);
  expect(body).toStrictEqual({ ...before, confirmedBy: 'user', lastModifiedDateTime: '2025-01-07T21:35:36.312Z' });
});

test('create derives the state from the entry', async () => {
  const at = { dateTime: '2025-01-07T08:00:00Z' };
  const open = await send('POST', '', { clockInEvent: at, breaks: [{ start: at, notes: { content: 'Lunch' } }] });
  const event = { ...at, isAtApprovedLocation: null, notes: null };
  expect(open.body).toMatchObject({
    state: 'onBreak',
    clockInEvent: event,
    clockOutEvent: null,
    breaks: [{ breakId, start: event, end: null, notes: { contentType: 'text', content: 'Lunch' } }],
    originalEntry: { clockInEvent: null, clockOutEvent: null, breaks: [] },
  });
  expect((await send('POST', '', { clockInEvent: at })).body).toMatchObject({ state: 'clockedIn', breaks: [] });
});
