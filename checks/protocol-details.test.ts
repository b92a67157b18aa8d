import { expect, test } from 'vitest';
import type { RequirementId } from '../specs/requirements/index.ts';
import { checks } from './index.ts';
import { judge } from './judge.ts';
import { beside, get, list, openCard, refusal } from '../test/card-exchanges.ts';
import { context, traffic, type Parts } from '../test/exchanges.ts';
import { answersOf, subjects } from '../test/said.ts';

type Response = NonNullable<Parts['response']>;

const inner = (members: object): Response => {
  return { status: 400, body: { error: { code: 'a', message: 'b', innerError: { ...members } } } };
};
const typed = (type: string, status = 200): Response => ({
  status,
  body: { value: [] },
  headers: [['Content-Type', type]],
});
const id = { 'request-id': 'a' };
const date = { date: '2025-01-07T21:35:36' };

test.each<[requirement: RequirementId, response: Response, said: readonly string[]]>([
  ['TC-GEN-001', refusal(400), []],
  ['TC-GEN-001', refusal(501), ['violated: status is 501']],
  ['TC-GEN-003', { status: 400, body: [] }, ['violated: /error is []']],
  ['TC-GEN-003', { status: 400, text: '<p>' }, ['violated: body is "text that is not JSON: <p>"']],
  ['TC-GEN-004', inner({ ...id, ...date }), ['holds']],
  ['TC-GEN-004', inner(id), ['violated: /error/innerError/date is "(absent)"']],
  ['TC-GEN-004', inner({ ...id, date: 7 }), ['violated: /error/innerError/date is 7']],
  ['TC-GEN-004', inner(date), ['violated: /error/innerError/request-id is "(absent)"']],
  ['TC-GEN-004', inner({ ...date, 'request-id': 7 }), ['violated: /error/innerError/request-id is 7']],
  ['TC-GEN-004', { status: 400, body: { error: { code: 'a' } } }, ['violated: /error/innerError is "(absent)"']],
  ['TC-GEN-004', { status: 400, body: { error: 'no' } }, []],
  ['TC-GEN-004', { status: 400, text: '<p>' }, []],
  ['TC-GEN-004', { status: 200, body: { error: { code: 'a' } } }, []],
  ['TC-GEN-005', { headers: [['request-id', 'a']] }, ['holds']],
  ['TC-GEN-005', { headers: [['request-id', '']] }, ['violated: header:request-id is ""']],
  ['TC-GEN-006', typed('application/json'), ['holds']],
  ['TC-GEN-006', typed('application/json ; odata.metadata=minimal'), ['holds']],
  ['TC-GEN-006', typed('Application/JSON;charset=utf-8'), ['holds']],
  ['TC-GEN-006', typed('application/jsonp'), ['violated: header:content-type is "application/jsonp"']],
  ['TC-GEN-006', typed('text/application/json'), ['violated: header:content-type is "text/application/json"']],
  ['TC-GEN-006', { body: { value: [] }, headers: [] }, ['violated: header:content-type is "(absent)"']],
  ['TC-GEN-006', typed('text/html', 299), ['violated: header:content-type is "text/html"']],
  ['TC-GEN-006', typed('text/html', 300), []],
  ['TC-GEN-007', { status: 204 }, ['holds']],
  ['TC-GEN-007', { status: 204, text: 'done' }, ['violated: body is "done"']],
  ['TC-GEN-007', { status: 204, headers: [['Content-Length', '4']] }, ['violated: header:content-length is "4"']],
  ['TC-GEN-007', { status: 204, headers: [['Content-Length', '0']] }, ['holds']],
  [
    'TC-GEN-023',
    {
      status: 400,
      headers: [
        ['b', ''],
        ['A', ''],
        ['Connection', 'close'],
        ['Keep-Alive', 'timeout=5'],
        ['Transfer-Encoding', 'chunked'],
        ['Content-Length', '0'],
      ],
    },
    ['observed: a, b'],
  ],
])('%s of an answer %j: %j', (requirement, response, words) => {
  expect(answersOf(requirement, [list([], { response })])).toEqual(words);
});

test('what an inner error lacks is said in words', () => {
  const its = checks.filter(({ requirement }) => requirement === 'TC-GEN-004');
  for (const members of [id, date]) {
    const judged = judge(traffic([list([], { response: inner(members) })]), context, its);
    expect(judged).toMatchObject([{ judgement: { kind: 'violated', expected: 'a string' } }]);
  }
});

test.each<[response: Response, subject: string]>([
  [{ status: 429, body: {} }, 'headers of an answer 429'],
  [refusal(400), 'headers of a refusal'],
  [{ status: 399 }, 'headers of a success without a body'],
  [{ body: {} }, 'headers of a success with a body'],
])('of an answer %j there are %s', (response, subject) => {
  expect(subjects('TC-GEN-023', [list([], { response })])).toEqual([subject]);
});

test('a request without an answer says nothing of the address', () => {
  expect(answersOf('TC-GEN-001', [list([], { fault: 'reset' })])).toEqual([]);
});

test('a page without the dollar sign holds as many items as were asked for', () => {
  const asked = (query: string, count: number) => {
    const items = Array.from({ length: count }, (_, index) => ({ ...openCard, id: `TCK_${index}` }));
    return beside('list', ['url:query', 'withoutDollar'], { query, response: { body: { value: items } } });
  };
  const inBeta = { apiVersion: 'beta' } as const;
  expect(answersOf('TC-GEN-026', asked('top=10', 10), inBeta)).toEqual(['holds']);
  expect(answersOf('TC-GEN-026', asked('top=10', 11), inBeta)).toEqual(['violated: /value is "11 items"']);
  // Where no page size was asked for, there is nothing that could be too many.
  expect(answersOf('TC-GEN-026', asked('skip=1', 11), inBeta)).toEqual(['holds']);
});

test('a method that is not offered may be Not Implemented', () => {
  const answered = (status: number) => beside('get', ['method', 'PUT'], { response: refusal(status) });
  expect(answersOf('TC-GEN-018', answered(501))).toEqual(['holds']);
  expect(answersOf('TC-GEN-018', answered(500))).toEqual(['violated: status is 500']);
  expect(answersOf('TC-GEN-018', [get(openCard)])).toEqual([]);
});
