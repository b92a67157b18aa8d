import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { clockIn, clockOut, closedCard, get, openCard, refusal } from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { bothTried, overlaps } from './overlaps.ts';

const [open, closed] = [(id: string) => ({ ...openCard, id }), (id: string) => ({ ...closedCard, id })];

/** Two different writes to a card: each with the other's name where they are at once. */
function out(card: string, status = 204, overlap?: string): Exchange {
  return clockOut({ card, response: { status }, intent: overlap === undefined ? {} : { overlaps: overlap } });
}
function start(card: string, status = 204, overlap?: string): Exchange {
  const intent = overlap === undefined ? {} : { overlaps: overlap };
  const at = '2025-01-07T23:00:01Z';
  return exchange({ operation: 'startBreak', card, at, request: { body: {} }, response: { status }, intent });
}

const atOnce = [out('C', 204, 'start'), start('C', 409, 'out')];
const opened = [clockIn({ '/id': 'C' }), get(open('C'))];
const look = get(closed('C'));

describe('two requests at once', () => {
  test('are found with the card before and after them', () => {
    expect(subjectsIn(overlaps, [...opened, ...atOnce, look])).toMatchObject([
      { before: open('C'), after: closed('C'), evidence: [3, 4, 5], inOrder: [] },
    ]);
  });

  test('are named in the order in which they were sent, with what came of each', () => {
    const [first, second] = atOnce;
    if (first === undefined || second === undefined) throw new Error('there are two');
    const earlier = { ...second, startedAt: first.startedAt - 10 };
    const [overlap] = subjectsIn(overlaps, [...opened, first, earlier, look]);
    expect(overlap?.requests.map(({ operation }) => operation)).toEqual(['startBreak', 'clockOut']);
    const tied = { ...second, startedAt: first.startedAt };
    expect(subjectsIn(overlaps, [...opened, first, tied, look])[0]?.requests[0].operation).toBe('clockOut');
    expect(overlap?.atOnce).toEqual({ statuses: [409, 204], card: closed('C') });
  });

  test.each<[name: string, traffic: readonly Exchange[]]>([
    ['one of them was alone', [out('C'), start('C', 409, 'out'), look]],
    ['there was only one', [out('C', 204, 'other'), look]],
    ['they were on two cards', [out('B', 204, 'start'), start('C', 409, 'out'), look]],
    ['nobody looked', [...atOnce, get(closed('C'), {}, { intent: { overlaps: 'it' } })]],
    ['the look was for a part', [...atOnce, get(closed('C'), {}, { query: '$select=id' })]],
    ['the look was refused', [...atOnce, get(closed('C'), {}, { response: refusal(403) })]],
    ['the look shows another card', [...atOnce, get(closed('C'), { '/id': 'B' })]],
  ])('are not found where %s', (_name, exchanges) => {
    expect(subjectsIn(overlaps, exchanges)).toEqual([]);
  });

  test('may leave no card, and may be the first that is known of it', () => {
    const gone = get(closed('C'), {}, { response: refusal(404) });
    expect(subjectsIn(overlaps, [...atOnce, gone])).toMatchObject([{ before: undefined, after: undefined }]);
  });

  test('come after what the last look at the same card showed', () => {
    const [overlap] = subjectsIn(overlaps, [
      get(open('C')),
      get(open('B')),
      get(open('C'), {}, { response: refusal(403) }),
      ...atOnce,
      look,
    ]);
    expect(overlap?.before).toEqual(open('C'));
  });
});

describe('the same two one after the other', () => {
  const straight = [get(open('A')), out('A'), start('A', 400), get(closed('A'))];
  const reversed = [get(open('B')), start('B', 200), out('B', 201), get(closed('B'))];

  function inOrder(...exchanges: readonly Exchange[]) {
    return subjectsIn(overlaps, [...exchanges, ...opened, ...atOnce, look]).flatMap((overlap) => [
      ...overlap.inOrder.map(({ order, statuses }) => `${order} ${statuses.join(' ')}`),
      ...(bothTried(overlap) ? ['both'] : []),
    ]);
  }

  test('are told by their order, each status under its request', () => {
    expect(inOrder(...straight)).toEqual(['straight 204 400']);
    expect(inOrder(...reversed)).toEqual(['reversed 201 200']);
    expect(inOrder(...straight, ...reversed)).toEqual(['straight 204 400', 'reversed 201 200', 'both']);
  });

  test('must be both, on another card, alone, and looked at', () => {
    const before = get(open('A'));
    expect(inOrder(before, out('A'), out('A'), get(closed('A')))).toEqual([]);
    expect(inOrder(before, out('A'), get(closed('A')))).toEqual([]);
    expect(inOrder(get(open('C')), out('C'), start('C', 400), look)).toEqual([]);
    expect(inOrder(before, out('A', 204, 'start'), start('A', 400, 'out'), get(closed('A')))).toEqual([]);
    expect(inOrder(before, out('A'), start('A', 400, 'out'), get(closed('A')))).toEqual([]);
    expect(inOrder(before, out('A'), start('A', 400), get(closed('A'), {}, { query: '$select=id' }))).toEqual([]);
  });

  test('must have sent the same, as the same', () => {
    const empty = clockOut({ card: 'A', request: { body: {} } });
    expect(inOrder(get(open('A')), empty, start('A', 400), get(closed('A')))).toEqual([]);
    const byAnother = clockOut({ card: 'A', actor: 'secondUser' });
    expect(inOrder(get(open('A')), byAnother, start('A', 400), get(closed('A')))).toEqual([]);
  });

  test('must have met a card in the same place', () => {
    const [, ...requests] = straight;
    expect(inOrder(get(closed('A')), ...requests)).toEqual([]);
    expect(inOrder(get(open('A'), { '/confirmedBy': 'user' }), ...requests)).toEqual([]);
    expect(inOrder(...requests)).toEqual([]);
    const [overlap] = subjectsIn(overlaps, [...straight, ...opened, ...atOnce, look]);
    expect(overlap?.inOrder[0]?.before).toEqual(open('A'));
  });
});

describe('a card that was replaced before', () => {
  const replace = (status: number) =>
    exchange({ operation: 'replace', card: 'C', response: { status }, request: { body: {} } });

  test.each([
    ['is known', [replace(204)], true],
    ['may have been', [replace(500)], true],
    ['was not where that was refused', [replace(409)], false],
    ['was not where nobody tried', [], false],
  ] as const)('%s', (_name, before, wasReplaced) => {
    expect(subjectsIn(overlaps, [...opened, ...before, ...atOnce, look])).toMatchObject([{ wasReplaced }]);
  });
});
