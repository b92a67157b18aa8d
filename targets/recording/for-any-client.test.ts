import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { forAnyClient } from './for-any-client.ts';

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

const cards = '/v1.0/teams/T-1/schedule/timeCards';

function define(method: string, path: string, body?: unknown): void {
  const definition = {
    scope: 'https://graph.microsoft.com:443',
    method,
    path,
    status: 204,
    ...(body === undefined ? {} : { body }),
  };
  nock.define(forAnyClient([definition as unknown as nock.Definition]));
}

async function answered(method: string, path: string, body?: unknown): Promise<boolean> {
  const init =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return fetch(`https://graph.microsoft.com${path}`, { method, ...init }).then(
    ({ status }) => status === 204,
    () => false,
  );
}

describe('paths', () => {
  test.each([
    [true, `${cards}/clockIn`],
    [true, `${cards}/clockin`],
    [true, `${cards}/microsoft.graph.clockIn`],
    [true, '/v1.0/Teams/T-1/schedule/timecards/clockin'],
    [false, '/v1.0/teams/t-1/schedule/timeCards/clockIn'],
    [false, `${cards}/clockOut`],
    [false, `${cards}/clockIn/more`],
  ])('%s: %s', async (matches, path) => {
    define('POST', `${cards}/clockin`, {});
    expect(await answered('POST', path, {})).toBe(matches);
  });

  test('an id that holds signs of patterns is no pattern', async () => {
    define('GET', `${cards}/TCK_a.b`);
    expect(await answered('GET', `${cards}/TCK_aXb`)).toBe(false);
    expect(await answered('GET', `${cards}/TCK_a.b`)).toBe(true);
  });
});

describe('bodies', () => {
  const wanted = {
    isAtApprovedLocation: true,
    clockInEvent: { dateTime: '2025-01-07T21:00:00Z', notes: null },
    breaks: [{ breakId: 'b' }],
  };

  test.each([
    ['the same', true, wanted],
    [
      'in another order',
      true,
      {
        breaks: [{ breakId: 'b' }],
        clockInEvent: { notes: null, dateTime: '2025-01-07T21:00:00Z' },
        isAtApprovedLocation: true,
      },
    ],
    ['with annotations', true, { '@odata.type': '#microsoft.graph.timeCard', ...wanted }],
    [
      'with the same instant',
      true,
      { ...wanted, clockInEvent: { dateTime: '2025-01-07T22:00:00.000+01:00', notes: null } },
    ],
    ['with another instant', false, { ...wanted, clockInEvent: { dateTime: '2025-01-07T21:00:01Z', notes: null } }],
    ['with one member more', false, { ...wanted, userId: 'u' }],
    ['with one member less', false, { isAtApprovedLocation: true }],
    ['with one element more', false, { ...wanted, breaks: [{ breakId: 'b' }, {}] }],
    ['with another value', false, { ...wanted, isAtApprovedLocation: false }],
  ])('%s: %s', async (_, matches, body) => {
    define('POST', `${cards}/clockIn`, wanted);
    expect(await answered('POST', `${cards}/clockIn`, body)).toBe(matches);
  });

  test('no body is wanted, and none comes', async () => {
    define('POST', `${cards}/c/confirm`, '');
    expect(await answered('POST', `${cards}/c/confirm`, { a: 1 })).toBe(false);
    expect(await answered('POST', `${cards}/c/confirm`)).toBe(true);
  });
});

test('what is no time card stays as it is', () => {
  const header = { scope: 'http://nowhere.example', method: 'GET', path: '/header', status: 204 };
  expect(forAnyClient([header])).toEqual([header]);
});
