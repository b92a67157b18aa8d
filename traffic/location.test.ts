import { describe, expect, test } from 'vitest';
import { locate } from './location.ts';
import { apiVersions, operations, routes, type Method, type Operation } from './operation.ts';

const origin = 'https://graph.microsoft.com';

/** The path below the version, as the page of the operation prints it. */
function pathOf(operation: Operation): string {
  const { on, action } = routes[operation];
  const card = on === 'card' ? '/TCK_1' : '';
  return `/teams/team/schedule/timeCards${card}${action === undefined ? '' : `/${action}`}`;
}

const documented = operations.flatMap((operation) => apiVersions.map((version) => [operation, version] as const));

const spellings: Readonly<Record<string, (path: string) => string>> = {
  'as documented': (path) => path,
  'in lower case': (path) => path.replace(/[a-z]+/gi, (name) => (name === 'TCK' ? name : name.toLowerCase())),
  'in upper case': (path) => path.replace(/\/(?!team\b|TCK_)[a-z]+/gi, (name) => name.toUpperCase()),
  'with its namespace': (path) =>
    path.replace(/\/(clockIn|clockOut|startBreak|endBreak|confirm|confirmForUser)$/, '/microsoft.graph.$1'),
  'with a slash at the end': (path) => `${path}/`,
};

describe.each(Object.entries(spellings))('%s', (_name, spell) => {
  test.each(documented)('%s in %s', (operation, version) => {
    const { method, on } = routes[operation];
    expect(locate(method, `${origin}/${version}${spell(pathOf(operation))}`)).toEqual({
      version,
      teamId: 'team',
      operation,
      query: '',
      ...(on === 'card' ? { cardId: 'TCK_1' } : {}),
    });
  });
});

const list = '/v1.0/teams/team/schedule/timeCards';

test.each<[method: Method, url: string, found: object]>([
  ['GET', `${list}?$top=2&$filter=a/b?c`, { operation: 'list', query: '$top=2&$filter=a/b?c' }],
  ['GET', `${list}?`, { operation: 'list', query: '' }],
  ['GET', `http://127.0.0.1:4010/mock/graph${list}`, { operation: 'list', version: 'v1.0', teamId: 'team' }],
  ['GET', '/mock/beta/teams/team/schedule/timeCards', { operation: 'list', version: 'beta' }],
  ['GET', '/v1.0/groups/G/team/schedule/timeCards/TCK_1', { operation: 'get', teamId: 'G', cardId: 'TCK_1' }],
  ['POST', '/beta/groups/G/team/schedule/timecards/clockin', { operation: 'clockIn', teamId: 'G' }],
  ['GET', '/v1.0/teams/a%2Fb/schedule/timeCards/K%20%C3%A4', { teamId: 'a/b', cardId: 'K ä' }],
  ['GET', '/v1.0/teams/100%/schedule/timeCards/%zz', { teamId: '100%', cardId: '%zz' }],
  ['GET', `${list}/clockOut`, { operation: 'get', cardId: 'clockOut' }],
  ['PUT', list, { operation: 'unknown' }],
  ['POST', `${list}/TCK_1`, { operation: 'unknown', cardId: 'TCK_1' }],
  ['GET', `${list}/TCK_1/clockOut`, { operation: 'unknown', cardId: 'TCK_1' }],
  ['POST', `${list}/TCK_1/clockIn`, { operation: 'unknown', cardId: 'TCK_1' }],
  ['POST', `${list}/TCK_1/dance`, { operation: 'unknown', cardId: 'TCK_1' }],
])('%s %s', (method, url, found) => {
  expect(locate(method, url)).toMatchObject(found);
});

test('a URL that names no version has none', () => {
  expect(locate('GET', '/mock/teams/team/schedule/timeCards')).not.toHaveProperty('version');
  expect(locate('GET', '/v1.0x/teams/team/schedule/timeCards')).not.toHaveProperty('version');
});

test('an action of the collection is one only by its own method', () => {
  expect(locate('POST', `${list}/clockIn`)).not.toHaveProperty('cardId');
  expect(locate('GET', `${list}/clockIn`)).toEqual({
    version: 'v1.0',
    teamId: 'team',
    operation: 'unknown',
    query: '',
  });
});

test.each([
  '/v1.0/me',
  '/v1.0/teams/team',
  '/v1.0/teams/team/schedule',
  '/v1.0/teams/team/schedule/shifts',
  '/v1.0/teams/team/schedule/timeCardsOther',
  '/v1.0/teams/team/schedule/timeCards/TCK_1/clockOut/more',
  '/v1.0/teams//schedule/timeCards',
  '/v1.0/users/team/schedule/timeCards',
  '/v1.0/me?next=/teams/team/schedule/timeCards',
  '',
])('%s is something else', (url) => {
  expect(locate('GET', url === '' ? url : `${origin}${url}`)).toBeUndefined();
});
