import { describe, expect, test } from 'vitest';
import { Refusal } from './refusal.ts';
import { route } from './routing.ts';

const team = '/v1.0/teams/t/schedule/timeCards';

describe('an operation is found', () => {
  test.each([
    ['GET', team, 'list', ''],
    ['POST', team, 'create', ''],
    ['GET', `${team}/`, 'list', ''],
    ['GET', `${team}/TCK_a`, 'get', 'TCK_a'],
    ['GET', `${team}/a%20b%2Fc`, 'get', 'a b/c'],
    ['PUT', `${team}/TCK_a`, 'replace', 'TCK_a'],
    ['DELETE', `${team}/TCK_a`, 'delete', 'TCK_a'],
    ['POST', `${team}/clockIn`, 'clockIn', ''],
    ['POST', `${team}/clockin`, 'clockIn', ''],
    ['POST', `${team}/microsoft.graph.clockIn`, 'clockIn', ''],
    ['POST', `${team}/TCK_a/clockOut`, 'clockOut', 'TCK_a'],
    ['POST', `${team}/TCK_a/CLOCKOUT`, 'clockOut', 'TCK_a'],
    ['POST', `${team}/TCK_a/microsoft.graph.startBreak`, 'startBreak', 'TCK_a'],
    ['POST', `${team}/TCK_a/endbreak`, 'endBreak', 'TCK_a'],
    ['POST', `${team}/TCK_a/confirm`, 'confirm', 'TCK_a'],
    ['GET', '/V1.0/Teams/t/SCHEDULE/timecards', 'list', ''],
    ['POST', '/beta/teams/t/schedule/timeCards/TCK_a/confirmForUser', 'confirmForUser', 'TCK_a'],
  ])('%s %s is %s', (method, path, operation, cardId) => {
    expect(route(method, path)).toMatchObject({ operation, cardId, teamId: 't' });
  });
});

describe('an operation is not found', () => {
  test.each([
    ['GET', '/', 404],
    ['GET', '/v2.0/teams/t/schedule/timeCards', 404],
    ['GET', '/teams/t/schedule/timeCards', 404],
    ['GET', '/v1.0/teams/t/schedule/shifts', 404],
    ['GET', '/v1.0/teams//schedule/timeCards', 404],
    ['POST', `${team}/TCK_a/clockIn`, 404],
    ['POST', `${team}/TCK_a/confirmForUser`, 404],
    ['POST', `${team}/TCK_a/clockOut/more`, 404],
    ['GET', `${team}/%zz`, 400],
    ['PUT', team, 405],
    ['PATCH', `${team}/TCK_a`, 405],
    ['GET', `${team}/TCK_a/clockOut`, 405],
    ['GET', `${team}/clockIn`, 405],
  ])('%s %s is refused with %i', (method, path, status) => {
    expect(() => route(method, path)).toThrow(Refusal);
    expect(refusalOf(() => route(method, path)).status).toBe(status);
  });

  test('a method that is not offered is answered with those that are', () => {
    expect(refusalOf(() => route('PATCH', `${team}/TCK_a`)).headers).toStrictEqual({ allow: 'GET, PUT, DELETE' });
  });
});

function refusalOf(call: () => unknown): Refusal {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('Nothing was refused.');
}
