import { beforeEach, describe, expect, test } from 'vitest';
import type { JsonObject } from '../traffic/json.ts';
import { caller, secondUser, teamId } from './identities.ts';
import { TimeClockService } from './time-clock-service.ts';
import { tokens, type TokenHolder } from './tokens.ts';

let service: TimeClockService;
let time = Date.parse('2025-01-07T21:00:00Z');
beforeEach(() => {
  service = new TimeClockService();
});

interface As {
  readonly holder?: TokenHolder;
  readonly version?: string;
  readonly actsAs?: string;
}

/** One request without a socket, by and for different people. */
function ask(method: string, below: string, body?: object, as: As = {}) {
  const { holder = 'caller', version = 'v1.0', actsAs } = as;
  const path = `/${version}/teams/${teamId}/schedule/timeCards${below}`;
  const headers = { authorization: `Bearer ${tokens[holder]}`, 'ms-app-acts-as': actsAs };
  const received = {
    method,
    path,
    query: '',
    origin: '',
    headers,
    body: Buffer.from(body ? JSON.stringify(body) : ''),
    time: (time += 1000),
    underWay: 1,
  };
  const reply = service.answer(received, { requestId: 'r', clientRequestId: 'c', time });
  return { status: reply.status, value: reply.content.kind === 'json' ? (reply.content.value as JsonObject) : {} };
}

function clockedIn(as?: As): string {
  return `/${String(ask('POST', '/clockIn', {}, as).value['id'])}`;
}

describe('two users of a team', () => {
  const other: As = { holder: 'secondUser' };

  test('may each be clocked in', () => {
    clockedIn();
    expect(ask('POST', '/clockIn', {}, other)).toMatchObject({ status: 201, value: { userId: secondUser.id } });
    expect(ask('POST', '/clockIn', { onBehalfOfUserId: secondUser.id }).status).toBe(409);
  });

  test('may both read, and only the owner of the team may write what is not theirs', () => {
    const [mine, theirs] = [clockedIn(), clockedIn(other)];
    expect(ask('GET', mine, undefined, other).status).toBe(200);
    expect(ask('POST', `${mine}/clockOut`, {}, other).status).toBe(403);
    expect(ask('DELETE', mine, undefined, other).status).toBe(403);
    expect(ask('POST', '', { userId: caller.id }, other).status).toBe(403);
    expect(ask('POST', '/clockIn', { onBehalfOfUserId: caller.id }, other).status).toBe(403);
    expect(ask('POST', `${theirs}/clockOut`, {}).status).toBe(204);
    expect(ask('GET', theirs).value).toMatchObject({
      createdBy: { user: secondUser },
      lastModifiedBy: { user: caller },
    });
    expect(ask('POST', '/clockIn', { onBehalfOfUserId: 'nobody' }).status).toBe(404);
  });

  test('confirm as user and as manager', () => {
    const card = clockedIn(other);
    expect(ask('POST', `${card}/confirm`)).toMatchObject({ status: 204 });
    expect(ask('GET', card).value).toMatchObject({ confirmedBy: 'manager', state: 'clockedIn' });
    expect(ask('POST', `${card}/confirm`, undefined, other).status).toBe(204);
    expect(ask('GET', card).value).toMatchObject({ confirmedBy: 'user,manager' });
    expect(ask('POST', `${clockedIn()}/confirm`, undefined, other).status).toBe(403);
  });
});

test('an application writes in its own name for the user it says', () => {
  const asApplication: As = { holder: 'application' };
  expect(ask('POST', '/clockIn', {}, asApplication)).toMatchObject({ status: 400 });
  expect(ask('POST', '', {}, asApplication)).toMatchObject({ status: 400 });
  const { status, value: body } = ask('POST', '/clockIn', { onBehalfOfUserId: caller.id }, asApplication);
  expect(status).toBe(201);
  expect(body).toMatchObject({
    userId: caller.id,
    createdBy: { application: { id: expect.any(String) as string }, user: null },
  });
  const card = `/${String(body['id'])}`;
  expect(ask('POST', `${card}/confirm`, undefined, asApplication)).toMatchObject({ status: 403 });
  expect(ask('POST', `${card}/clockOut`, {}, asApplication)).toMatchObject({ status: 204 });
  expect(ask('DELETE', card, undefined, asApplication)).toMatchObject({ status: 204 });
});

test('an application may still say in whose name it acts', () => {
  const as: As = { holder: 'application', actsAs: caller.id };
  const { status, value: body } = ask('POST', '/clockIn', {}, as);
  expect(status).toBe(201);
  expect(body).toMatchObject({ userId: caller.id, createdBy: { user: caller } });
  const card = `/${String(body['id'])}`;
  expect(ask('POST', `${card}/confirm`, undefined, as)).toMatchObject({ status: 204 });
  expect(ask('GET', card, undefined, { ...as, actsAs: 'Alice' })).toMatchObject({ status: 400 });
  expect(ask('GET', card, undefined, { ...as, actsAs: teamId })).toMatchObject({ status: 404 });
  expect(ask('GET', card, undefined, { holder: 'caller', actsAs: 'Alice' })).toMatchObject({ status: 200 });
});

test('beta shows and takes the older name of the boolean, and the newer one wins', () => {
  const beta: As = { version: 'beta' };
  const { value: body } = ask('POST', '/clockIn', { atApprovedLocation: true }, beta);
  const card = `/${String(body['id'])}`;
  const both = { isAtApprovedLocation: true, atApprovedLocation: true };
  expect(body).toMatchObject({ clockInEvent: both, originalEntry: { clockInEvent: both } });
  ask('POST', `${card}/clockOut`, { atApprovedLocation: true, isAtApprovedLocation: false }, beta);
  expect(ask('GET', card, undefined, beta).value).toMatchObject({
    clockOutEvent: { isAtApprovedLocation: false, atApprovedLocation: false },
  });
  const { value: inV1 } = ask('GET', card);
  expect(inV1['clockInEvent']).toStrictEqual({
    dateTime: body['createdDateTime'],
    isAtApprovedLocation: true,
    notes: null,
  });
});

test('confirmForUser exists in beta, for applications, and answers the card', () => {
  const { value: body } = ask('POST', '/clockIn', {});
  const action = `/${String(body['id'])}/confirmForUser`;
  const asApplication: As = { holder: 'application', version: 'beta' };
  expect(ask('POST', action, { userId: caller.id }, { version: 'beta' })).toMatchObject({ status: 403 });
  expect(ask('POST', action, { userId: caller.id }, { holder: 'application' })).toMatchObject({
    status: 404,
  });
  expect(ask('POST', action, {}, asApplication)).toMatchObject({ status: 400 });
  expect(ask('POST', action, { userId: 'nobody' }, asApplication)).toMatchObject({ status: 404 });
  const answer = ask('POST', action, { userId: caller.id }, asApplication);
  expect(answer).toMatchObject({
    status: 200,
    value: { id: body['id'], confirmedBy: 'user', lastModifiedBy: { user: caller } },
  });
});
