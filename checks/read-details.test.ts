import { describe, expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import {
  beside,
  clockIn,
  clockOut,
  create,
  createdCard,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../test/card-exchanges.ts';
import { answersOf } from '../test/said.ts';

describe('a get', () => {
  test('shows the card that was asked for', () => {
    const shown = (id: Json | undefined, asked = openId) =>
      answersOf('TC-GET-001', [clockIn({ '/id': asked }), get(openCard, { '/id': id }, { card: asked })]);
    expect(shown(openId)).toEqual(['holds']);
    // Letter case and type are the matter of other requirements.
    expect(shown(openId.toLowerCase())).toEqual(['holds']);
    expect(shown('TCK_A', 'tck_a')).toEqual(['holds']);
    expect(shown(7, '7')).toEqual(['holds']);
    expect(shown(8, '7')).toEqual(['violated: /id is 8']);
    expect(shown('other')).toEqual(['violated: /id is "other"']);
    expect(shown(undefined)).toEqual(['violated: /id is "(absent)"']);
    expect(shown(null)).toEqual(['violated: /id is null']);
  });

  test('is refused in vain, or shows no card', () => {
    expect(answersOf('TC-GET-001', [clockIn(), get(openCard, {}, { response: refusal(404) })])).toEqual([
      'violated: status is 404',
    ]);
    expect(answersOf('TC-GET-001', [clockIn(), get(openCard, {}, { response: { body: [] } })])).toEqual([
      'violated: body is []',
    ]);
  });

  test('honours options, or does not', () => {
    const answered = (response: Parameters<typeof beside>[2]) =>
      answersOf('TC-GET-003', beside('get', ['url:query', '$select'], { query: '$select=id', ...response }));
    expect(answered({ response: { body: { '@odata.context': 'x', id: openId } } })).toEqual([
      'observed: 200, honoured',
    ]);
    expect(answered({ response: { body: openCard } })).toEqual(['observed: 200, ignored']);
    expect(answered({ response: refusal(400) })).toEqual(['observed: 400']);
    expect(answered({ fault: 'reset' })).toEqual(['observed: no answer']);
  });
});

describe('a list', () => {
  test.each<[requirement: RequirementId, query: string, items: readonly Json[], said: readonly string[]]>([
    ['TC-LIST-002', '', ['x'], ['violated: /value/0 is "x"']],
    ['TC-LIST-002', '', [{ id: null }], ['violated: /value/0/id is null']],
    ['TC-LIST-004', '$top=10', Array.from({ length: 10 }, () => openCard), ['holds']],
    ['TC-LIST-004', '$top=10', Array.from({ length: 11 }, () => openCard), ['violated: /value is "11 items"']],
    ['TC-LIST-006', "$filter=state eq 'clockedOut'", [], []],
    ['TC-LIST-014', '$orderby=state', [{ state: 'a' }, { state: 'b' }], ['observed: as asked for']],
    ['TC-LIST-014', '$orderby=state', [{ state: 'b' }, { state: 'a' }], ['observed: another']],
    ['TC-LIST-014', '$orderby=state', [{ state: 'a' }, { state: 'c' }, { state: 'b' }], ['observed: another']],
    [
      'TC-LIST-014',
      '$orderby=state desc',
      [{ state: 'c' }, { state: 'b' }, { state: 'a' }],
      ['observed: as asked for'],
    ],
    ['TC-LIST-014', '$orderby=state asc', [{ state: 'a' }, { state: 'a' }, { state: 'b' }], ['observed: as asked for']],
    // Instants, however they are written.
    [
      'TC-LIST-014',
      '$orderby=at',
      [{ at: '2025-01-07T09:00:00+02:00' }, { at: '2025-01-07T08:00:00Z' }],
      ['observed: as asked for'],
    ],
    ['TC-LIST-014', '$orderby=state', [{ state: 'a' }, { state: null }, { state: 'b' }], []],
    ['TC-LIST-014', '$orderby=state', [{ state: 'a' }, 'b', { state: 'c' }], []],
    ['TC-LIST-014', '$orderby=state,id', [{ state: 'a' }, { state: 'b' }], []],
    ['TC-LIST-014', '$top=2&$orderby=state', [{ state: 'a' }, { state: 'b' }], []],
  ])('%s of %j with %j: %j', (requirement, query, items, words) => {
    expect(answersOf(requirement, [list(items, { query })])).toEqual(words);
  });

  test('that is refused is no array that is wrong', () => {
    expect(answersOf('TC-LIST-001', [list([], { response: refusal(500) })])).toEqual(['violated: status is 500']);
  });

  test('without an answer, so much is observed', () => {
    for (const [id, keyword] of [
      ['TC-LIST-007', 'undocumentedExpression'],
      ['TC-LIST-009', 'undocumentedOption'],
    ] as const) {
      expect(answersOf(id, beside('list', ['url:query', keyword], { fault: 'reset' }))).toEqual([
        'observed: no answer',
      ]);
    }
  });

  test('by state shows the cards of that state that another list has shown, and that nobody wrote to since', () => {
    const filtered = (state: string, ...between: Parameters<typeof answersOf>[1]) =>
      answersOf('TC-LIST-016', [
        create(),
        clockIn(),
        list([openCard, createdCard]),
        ...between,
        list([], { query: `$filter=state eq '${state}'` }),
      ]);
    expect(filtered('clockedOut')).toEqual([`violated: /value is "(absent)"`]);
    expect(filtered('clockedOut', clockOut())).toEqual([`violated: /value is "(absent)"`]);
    expect(filtered('clockedIn')).toEqual([`violated: /value is "(absent)"`]);
    expect(filtered('clockedIn', clockOut())).toEqual([]);
    expect(filtered('onBreak')).toEqual([]);
  });
});

describe('of a deleted card', () => {
  test.each<[status: number, read: readonly string[], written: readonly string[]]>([
    [404, ['holds'], ['holds']],
    [410, ['holds'], ['holds']],
    [200, ['violated: status is 200'], ['violated: status is 204']],
    [400, ['violated: status is 400'], []],
    [422, ['violated: status is 422'], []],
    [500, ['violated: status is 500'], ['violated: status is 500']],
    [401, [], []],
    [403, [], []],
    [429, ['undecided: transport'], ['undecided: transport']],
    [503, ['undecided: transport'], ['undecided: transport']],
  ])('the answer is %j: to a read %j, to a write %j', (status, read, written) => {
    const answered = status === 200 ? {} : { response: refusal(status) };
    const gone = [clockIn(), get(openCard), remove(openCard)];
    expect(answersOf('TC-DELETE-002', [...gone, get(openCard, {}, answered)])).toEqual(read);
    // Of a write it is asked once a read has shown that the card is gone.
    const seenGone = [...gone, get(openCard, {}, { response: refusal(404) })];
    expect(answersOf('TC-DELETE-005', [...seenGone, clockOut(answered)])).toEqual(written);
  });

  test('a request without an answer says nothing', () => {
    expect(answersOf('TC-DELETE-002', [clockIn(), remove(openCard), get(openCard, {}, { fault: 'reset' })])).toEqual([
      'undecided: transport',
    ]);
  });
});
