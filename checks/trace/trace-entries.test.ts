import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { create, createBody, createOf, get, list, openCard, openId } from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { isInDoubt, itemsOf, showsWholeCards, Trace, type Entry } from './trace.ts';

describe('an entry', () => {
  const entryOf = (one: Exchange): Entry => new Trace().add(one);

  test('is accepted with a status of success alone', () => {
    const accepted = (status: number) => entryOf(list([], { response: { status } })).accepted;
    expect([200, 299].map(accepted)).toEqual([true, true]);
    expect([199, 300, 404].map(accepted)).toEqual([false, false, false]);
    expect(entryOf(list([], { fault: 'reset' })).accepted).toBe(false);
  });

  test('has sent only what is a JSON object', () => {
    expect(entryOf(createOf(createBody)).sent).toEqual(createBody);
    expect(entryOf(create({}, { request: { body: [createBody] } })).sent).toBeUndefined();
    expect(entryOf(create({}, { request: {} })).sent).toBeUndefined();
  });

  test('is of the operation that its URL names, if nobody says which', () => {
    const unnamed = (card: string) => entryOf(exchange({ operation: 'unknown', card })).operation;
    expect(unnamed(openId)).toBe('get');
    expect(unnamed('$count')).toBe('unknown');
    expect(entryOf(exchange({ operation: 'unknown', url: 'https://clock.test/v1.0/me' })).operation).toBe('unknown');
  });

  test('shows whole cards unless its query may have changed them', () => {
    const whole = (one: Exchange) => showsWholeCards(entryOf(one));
    expect(whole(list([], { query: '$top=1' }))).toBe(true);
    expect(whole(list([], { query: '$select=id' }))).toBe(false);
    expect(whole(list([], { query: '%24expand=user' }))).toBe(false);
    expect(whole(get(openCard))).toBe(true);
    expect(whole(get(openCard, {}, { query: '$top=1' }))).toBe(false);
  });

  test('has items only where its answer has a list of them', () => {
    expect(itemsOf({ value: [1, 2] })).toEqual([1, 2]);
    for (const answer of [undefined, {}, { value: 'x' }]) expect(itemsOf(answer)).toEqual([]);
  });
});

test('a second reading of what was left out is the first, and nothing is known of a card that nobody named', () => {
  const trace = new Trace();
  const again = trace.add(get(openCard, {}, { intent: { repeatOf: 7 } }));
  expect(trace.entries).toEqual([again]);
  expect(trace.on(openId)).toEqual([again]);
  expect(trace.on('TCK_other')).toEqual([]);
});

test('only a write can be in doubt, and not one that is not implemented', () => {
  for (const status of [undefined, 408, 500, 503]) {
    expect(isInDoubt({ operation: 'clockOut', status })).toBe(true);
    expect(isInDoubt({ operation: 'get', status })).toBe(false);
    expect(isInDoubt({ operation: 'unknown', status })).toBe(false);
  }
  for (const status of [200, 404, 501]) expect(isInDoubt({ operation: 'clockOut', status })).toBe(false);
});
