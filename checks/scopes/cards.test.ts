import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { asChanged, clockIn, clockOut, get, list, openCard, openId } from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { everyCard } from './cards.ts';

describe('every card that is shown', () => {
  const shown = (...exchanges: readonly Exchange[]) =>
    subjectsIn(everyCard, exchanges).map(({ pointer, evidence, knownState }) => [pointer, knownState, ...evidence]);

  test('is found at its place, with whether its life is documented', () => {
    expect(shown(clockIn(), get(openCard))).toEqual([
      ['', true, 1],
      ['', true, 2],
    ]);
    expect(shown(get(openCard))).toEqual([['', false, 1]]);
    expect(shown(list(['other', openCard]))).toEqual([['/value/1', false, 1]]);
    const confirmed = exchange({ operation: 'confirmForUser', card: openId, response: { body: openCard } });
    expect(shown(confirmed)).toEqual([['', false, 1]]);
    expect(shown(get({ ...openCard, id: 7 }, {}, { card: openId }))).toEqual([['', false, 1]]);
  });

  test.each<[name: string, one: Exchange]>([
    ['of a refusal', get(openCard, {}, { response: { status: 400, body: openCard } })],
    ['without a body', get(openCard, {}, { response: {} })],
    ['that is no object', get(openCard, {}, { response: { body: [openCard] } })],
    ['of an operation that answers with none', clockOut({ response: { status: 200, body: openCard } })],
    [
      'of no operation',
      exchange({ operation: 'unknown', url: 'https://clock.test/', response: { body: { value: [openCard] } } }),
    ],
    ['in part', get(openCard, {}, { query: '$select=id' })],
    ['to a deliberately wrong request', get(openCard, {}, { intent: asChanged('/x', 'other') })],
    ['to a request of that kind elsewhere', get(openCard, {}, { intent: asChanged('/x', 'readOnly') })],
    ['to who may read and something else', get(openCard, {}, { intent: asChanged('header:Authorization', 'other') })],
  ])('is not one in an answer %s', (_name, one) => {
    expect(shown(one)).toEqual([]);
  });

  test('is shown to who may only read, and to who prefers something', () => {
    const headers = [['Prefer', 'Omit-Values=nulls']] as const;
    expect(shown(get(openCard, {}, { intent: asChanged('header:Authorization', 'readOnly') }))).toHaveLength(1);
    expect(
      subjectsIn(everyCard, [get(openCard, {}, { request: { headers } }), get(openCard)]).map(({ prefer }) => prefer),
    ).toEqual(['omit-values=nulls', '']);
  });
});
