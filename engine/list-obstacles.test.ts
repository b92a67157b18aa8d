import { expect, test } from 'vitest';
import { list, refusal } from '../test/card-exchanges.ts';
import { exchange } from '../test/exchanges.ts';
import { ListObstacles } from './list-obstacles.ts';

const baseUrl = 'https://clock.test';
const query = "$filter=state%20eq%20'onBreak'";

function reasonAfter(...exchanges: Parameters<ListObstacles['add']>[0]): string | undefined {
  const obstacles = new ListObstacles(baseUrl);
  obstacles.add(exchanges);
  expect(obstacles.reason('TC-CLOCKIN-001')).toBeUndefined();
  return obstacles.reason('TC-LIST-012');
}

test('a link to another host is named, the first of them', () => {
  const linking = (link: string) => list([], { response: { body: { value: [], '@odata.nextLink': link } } });
  expect(reasonAfter(linking('https://clock.test/a'), linking('http://localhost/b'), linking('http://x/c'))).toBe(
    '@odata.nextLink leads away from --base-url and was not followed, so that no token goes elsewhere: http://localhost/b',
  );
});

test('a query that was refused is named, unless it was meant to be', () => {
  expect(reasonAfter(list([], { query, response: refusal(400) }))).toBe(
    `no answer of this run could show it, perhaps because a list was refused: ${query} with 400`,
  );
  const mutation = { pointer: 'url:query', keyword: 'invalidFilter', controlOf: 'list' };
  for (const other of [
    list([], { query }),
    list([], { response: refusal(400) }),
    list([], { query, response: refusal(429) }),
    list([], { query, response: refusal(503) }),
    list([], { query, response: refusal(400), intent: { mutation } }),
    exchange({ operation: 'get', card: 'TCK_1', query, response: refusal(400) }),
  ])
    expect(reasonAfter(other)).toBeUndefined();
});

test('a list that is not there under its name in lower case stands in nobody’s way', () => {
  const refused = list([], { query, response: refusal(404) });
  const { request } = refused;
  const inLowerCase = { ...refused, request: { ...request, url: request.url.replace('/timeCards', '/timecards') } };
  expect(inLowerCase.request.url).toContain('/timecards?');
  expect(reasonAfter(inLowerCase)).toBeUndefined();
});
