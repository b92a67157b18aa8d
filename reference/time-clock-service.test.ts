import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../traffic/json.ts';
import { otherTeamId, teamId } from './identities.ts';
import { TimeClockService } from './time-clock-service.ts';
import { tokens, type TokenHolder } from './tokens.ts';

const event = { dateTime: '2025-01-07T08:00:00Z' };
let service: TimeClockService;
let time: number;
beforeEach(() => {
  service = new TimeClockService();
  time = Date.parse('2025-01-07T21:35:36.311Z');
});

interface Asked {
  readonly holder?: TokenHolder | 'nobody';
  readonly team?: string;
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request without a socket, each a second after the last. */
function ask(method: string, below: string, body?: object | string, asked: Asked = {}) {
  const { holder = 'caller', team = teamId, version = 'v1.0', headers = {} } = asked;
  const [path = '', query = ''] = `/${version}/teams/${team}/schedule/timeCards${below}`.split('?');
  const authorization = holder === 'nobody' ? undefined : `Bearer ${tokens[holder]}`;
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body);
  const received = {
    method,
    path,
    query,
    origin: 'http://x',
    headers: { authorization, ...headers },
    body: Buffer.from(text),
    time: (time += 1000),
    underWay: 1,
  };
  const reply = service.answer(received, { requestId: 'r', clientRequestId: 'c', time });
  const value = reply.content.kind === 'json' ? (reply.content.value as JsonObject) : {};
  return { status: reply.status, value, headers: reply.headers, kind: reply.content.kind };
}

function sentAs(type: string): number {
  return ask('POST', '', { clockInEvent: event }, { headers: { 'content-type': type } }).status;
}

function clockedIn(asked?: Asked): string {
  return `/${String(ask('POST', '/clockIn', {}, asked).value['id'])}`;
}

const unknown = '/TCK_00000000-0000-4000-8000-000000000000';

describe('what a body says wrongly is refused with 400', () => {
  test.each<[string, string, object | string]>([
    ['malformed JSON', '', '{'],
    ['no body', '', ''],
    ['an array', '', '[]'],
    ['null', '', 'null'],
    ['a string for a boolean', '/clockIn', { isAtApprovedLocation: 'true' }],
    ['a number for notes', '/clockIn', { notes: 1 }],
    ['an unknown contentType', '/clockIn', { notes: { contentType: 'xml', content: 'a' } }],
    ['a number for content', '/clockIn', { notes: { contentType: 'text', content: 1 } }],
    ['a number for a user', '/clockIn', { onBehalfOfUserId: 1 }],
    ['an event without dateTime', '', { clockInEvent: {} }],
    ['an event whose dateTime is null', '', { clockInEvent: { dateTime: null } }],
    ['an event that is no date', '', { clockInEvent: { dateTime: 'yesterday' } }],
    ['an event that is text', '', { clockOutEvent: '2025-01-07T08:00:00Z' }],
    ['a break without start', '', { breaks: [{ end: event }] }],
    ['breaks that are no array', '', { breaks: {} }],
    ['two open breaks', '', { clockInEvent: event, breaks: [{ start: event }, { start: event }] }],
    ['an unknown state', '', { clockInEvent: event, state: 'asleep' }],
    ['an unknown confirmedBy', '', { clockInEvent: event, confirmedBy: 'none,boss' }],
    ['a createdBy that is text', '', { clockInEvent: event, createdBy: 'Alice' }],
  ])('%s', (_name, below, body) => {
    expect(ask('POST', below, body)).toMatchObject({ status: 400, value: { error: { code: 'BadRequest' } } });
    expect(ask('GET', '').value).toStrictEqual({ value: [] });
  });

  test('text that is not UTF-8', () => {
    const body = Buffer.from([0x7b, 0xff, 0x7d]);
    const headers = { authorization: `Bearer ${tokens.caller}` };
    const path = `/v1.0/teams/${teamId}/schedule/timeCards`;
    const received = { method: 'POST', path, query: '', origin: '', headers, body, time, underWay: 1 };
    expect(service.answer(received, { requestId: 'r', clientRequestId: 'c', time })).toMatchObject({ status: 400 });
  });
});

describe('a body is let pass', () => {
  test.each<[string, string, object | string]>([
    ['no body for an action', '/clockIn', ''],
    ['nulls everywhere', '/clockIn', { isAtApprovedLocation: null, notes: null, onBehalfOfUserId: null }],
    ['properties that nobody knows', '/clockIn', { atAprovedLocation: true }],
    ['properties that the service sets', '', { id: 'x', state: 'onBreak', confirmedBy: 'None', clockInEvent: event }],
  ])('%s', (_name, below, body) => {
    expect(ask('POST', below, body)).toMatchObject({ status: 201, value: { state: 'clockedIn', confirmedBy: 'none' } });
  });

  test('a content type, or none, but no other than JSON', () => {
    expect(
      ['application/json', 'Application/JSON; charset=utf-8', 'text/plain', 'application/xml'].map(sentAs),
    ).toStrictEqual([201, 201, 415, 415]);
  });
});

describe('an error', () => {
  test('tells code, message, and how to find the request again', () => {
    expect(ask('GET', unknown)).toStrictEqual({
      status: 404,
      kind: 'json',
      headers: { 'request-id': 'r', 'client-request-id': 'c' },
      value: {
        error: {
          code: 'NotFound',
          message: 'Sorry, the time card was not found.',
          innerError: { date: '2025-01-07T21:35:37', 'request-id': 'r', 'client-request-id': 'c' },
        },
      },
    });
  });

  test.each<[string, number, string, string, Asked]>([
    ['no token', 401, 'GET', '', { holder: 'nobody' }],
    ['no token, unknown route', 401, 'GET', '/a/b/c', { holder: 'nobody' }],
    ['reading without a scope', 403, 'GET', '', { holder: 'noScope' }],
    ['writing with Schedule.Read.All', 403, 'POST', '/clockIn', { holder: 'readOnly' }],
    ['an unknown team', 404, 'GET', '', { team: 'x' }],
    ['an unknown version', 404, 'GET', '', { version: 'v2.0' }],
    ['an unknown card', 404, 'POST', `${unknown}/clockOut`, {}],
    ['a method that is not offered', 405, 'PATCH', unknown, {}],
    ['an impossible filter', 400, 'GET', "?$filter=userId eq 'x'", {}],
  ])('%s is refused with %i', (_name, status, method, below, asked) => {
    expect(ask(method, below, undefined, asked).status).toBe(status);
  });
});

test('an impossible step is refused with 409 and changes nothing', () => {
  const card = clockedIn();
  expect(ask('POST', '/clockIn', {}).status).toBe(409);
  expect(ask('POST', `${card}/endBreak`, {}).status).toBe(409);
  expect(ask('POST', `${card}/startBreak`, {}).status).toBe(204);
  expect(ask('POST', `${card}/startBreak`, {}).status).toBe(409);
  expect(ask('POST', `${card}/clockOut`, {}).status).toBe(204);
  const closed = ask('GET', card).value;
  expect(closed).toMatchObject({ breaks: [{ end: { dateTime: closed['lastModifiedDateTime'] } }] });
  for (const action of ['clockOut', 'startBreak', 'endBreak'])
    expect(ask('POST', `${card}/${action}`, {}).status).toBe(409);
  expect(ask('GET', card).value).toStrictEqual(closed);
  expect(ask('POST', '/clockIn', {}).status).toBe(201);
});

test('teams are apart', () => {
  const card = clockedIn();
  expect(ask('GET', card, undefined, { team: otherTeamId }).status).toBe(404);
  expect(ask('GET', '', undefined, { team: otherTeamId }).value).toStrictEqual({ value: [] });
  expect(ask('POST', '/clockIn', {}, { team: otherTeamId }).status).toBe(201);
});
