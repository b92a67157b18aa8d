import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { clockIn, create, createdCard, createdId, list, refusal } from '../../test/card-exchanges.ts';
import { secondUser } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { afterRefusedMakings } from './refused-makings.ts';

const denied = create({}, { response: refusal(400) });
const ghosts = (...exchanges: readonly Exchange[]) =>
  subjectsIn(afterRefusedMakings, exchanges).map(({ appeared, evidence }) => ({ appeared, evidence }));

describe('what appears after refused makings', () => {
  test('is what the list after them shows and the one before did not', () => {
    expect(ghosts(list([]), denied, list([createdCard]))).toEqual([{ appeared: [createdId], evidence: [1, 2, 3] }]);
    expect(ghosts(list([createdCard]), denied, list([createdCard]))).toMatchObject([{ appeared: [] }]);
    expect(
      ghosts(list([]), clockIn({}, { response: refusal(409), at: '2025-01-07T21:30:20.487Z' }), list([createdCard])),
    ).toMatchObject([{ appeared: [createdId] }]);
  });

  test('is told of the last two whole lists, page by page', () => {
    const link = 'https://clock.test/next';
    const first = (items: Parameters<typeof list>[0]) =>
      list(items, { response: { body: { value: items, '@odata.nextLink': link } } });
    const next = (items: Parameters<typeof list>[0]) => list(items, { url: link });
    expect(ghosts(first([]), next([]), denied, first([]), next([createdCard]))).toEqual([
      { appeared: [createdId], evidence: [2, 3, 4, 5] },
    ]);
    expect(ghosts(first([createdCard]), next([]), denied, first([]), next([createdCard]))).toMatchObject([
      { appeared: [] },
    ]);
    expect(ghosts(list([]), denied, list([], { query: '$top=1' }), list([createdCard]))).toMatchObject([
      { appeared: [createdId] },
    ]);
  });

  test.each<[name: string, item: Parameters<typeof list>[0][number]]>([
    ['of another user', { ...createdCard, userId: secondUser }],
    ['of nobody', { ...createdCard, userId: null }],
    ['without an id', { ...createdCard, id: null }],
    ['of another time', { ...createdCard, createdDateTime: '2025-01-07T20:00:00Z' }],
    ['that is no card', 'other'],
  ])('is no item %s', (_name, item) => {
    expect(ghosts(list([]), denied, list([item]))).toMatchObject([{ appeared: [] }]);
  });

  test('is of the time of any of the requests', () => {
    const earlier = create({}, { response: refusal(400), at: '2025-01-07T20:00:00Z' });
    expect(ghosts(list([]), earlier, denied, list([createdCard]))).toMatchObject([{ appeared: [createdId] }]);
  });

  test('is no card that an answer has shown as made', () => {
    expect(ghosts(create(), list([]), denied, list([createdCard]))).toMatchObject([{ appeared: [] }]);
  });

  test('is looked for among the open cards, where a clockIn would have made one', () => {
    const query = "$filter=state%20eq%20'clockedIn'";
    const refused = clockIn({}, { response: refusal(400), at: '2025-01-07T21:30:20.487Z' });
    const open = (...items: Parameters<typeof list>[0]) => list(items, { query });
    expect(ghosts(open(), refused, open(createdCard))).toMatchObject([{ appeared: [createdId] }]);
    expect(ghosts(open(createdCard), refused, open(createdCard))).toMatchObject([{ appeared: [] }]);
    // What a create makes may be closed, and a list of other cards, or of all, shows others.
    expect(ghosts(open(), denied, open(createdCard))).toEqual([]);
    expect(ghosts(list([]), refused, open(createdCard))).toEqual([]);
    expect(ghosts(open(), refused, clockIn({ '/id': 'TCK_x' }), open(createdCard))).toEqual([]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['nothing was made', [list([]), list([createdCard])]],
    ['there was no list before', [denied, list([createdCard])]],
    ['one was accepted', [list([]), create({ '/id': 'TCK_x' }), denied, list([createdCard])]],
    ['one got no answer', [list([]), denied, create({}, { fault: 'reset' }), list([createdCard])]],
    ['one was answered 408', [list([]), create({}, { response: refusal(408) }), list([createdCard])]],
    ['one was answered 503', [list([]), create({}, { response: refusal(503) }), list([createdCard])]],
    [
      'one was answered 501, which says that there is no such operation',
      [list([]), create({}, { response: refusal(501) }), list([createdCard])],
    ],
    ['one was answered 500', [list([]), create({}, { response: refusal(500) }), list([createdCard])]],
    ['one was redirected', [list([]), create({}, { response: refusal(302) }), list([createdCard])]],
    ['they were refused before the first list', [denied, list([]), list([createdCard])]],
  ])('is not told where %s', (_name, exchanges) => {
    expect(ghosts(...exchanges)).toEqual([]);
  });
});
