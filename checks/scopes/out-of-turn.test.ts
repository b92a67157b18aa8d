import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { asChanged, clockIn, clockOut, closedCard, get, openCard, refusal, remove } from '../../test/card-exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { outOfTurn } from './out-of-turn.ts';

const again = outOfTurn('clockOut', 'clockedOut');
const closed = [clockIn(), clockOut(), get(closedCard)];
const noted = get(closedCard, { '/notes': { contentType: 'text', content: 'other' } });
const facts = (...exchanges: readonly Exchange[]) =>
  subjectsIn(again, exchanges).map(({ fact, evidence }) => [fact, ...evidence]);

describe('a call out of turn', () => {
  test('is told by its answer, and by the card that the next get shows', () => {
    expect(facts(...closed, clockOut(), get(closedCard))).toEqual([
      ['204', 4],
      ['the card stays as it was', 4, 5],
    ]);
    expect(facts(...closed, clockOut(), noted)).toEqual([
      ['204', 4],
      ['the card changes', 4, 5],
    ]);
    expect(facts(...closed, clockOut({ response: refusal(409) }), get(closedCard))).toEqual([['409 BadRequest', 4]]);
  });

  test('may be told in other words', () => {
    const tell = outOfTurn(
      'clockOut',
      'clockedOut',
      (before, after) => `${String(before['state'])} ${String(after['state'])}`,
    );
    expect(subjectsIn(tell, [...closed, clockOut(), get(openCard)]).map(({ fact }) => fact)).toEqual([
      '204',
      'clockedOut clockedIn',
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['in another state', [clockIn(), clockOut(), get(closedCard)]],
    ['on a card that is not known', [clockOut()]],
    ['that got no answer', [...closed, clockOut({ fault: 'reset' })]],
    ['that is deliberately wrong', [...closed, clockOut({ intent: asChanged('/x', 'other') })]],
    ['that overlaps another', [...closed, clockOut({ intent: { overlaps: 'it' } })]],
  ])('is none %s', (_name, exchanges) => {
    expect(facts(...exchanges)).toEqual([]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['a get that shows another card', [get(closedCard, { '/id': 'TCK_other' })]],
    ['a get that shows no card', [get(closedCard, {}, { response: { body: [] } })]],
    ['something that is no get', [clockIn({ '/id': 'TCK_other' })]],
  ])('is not told by %s', (_name, exchanges) => {
    expect(facts(...closed, clockOut(), ...exchanges)).toEqual([['204', 4]]);
  });

  test('is not told by a card that two calls may have changed', () => {
    expect(facts(...closed, clockOut(), clockOut(), noted)).toEqual([['204', 4]]);
  });

  test('is told by its answer alone on a card that was gone', () => {
    const gone = outOfTurn('clockOut', 'gone');
    const exchanges = [clockIn(), remove(openCard), clockOut(), get(closedCard)];
    expect(subjectsIn(gone, exchanges).map(({ fact }) => fact)).toEqual(['204']);
  });

  test('is not told by a card that nothing has shown before', () => {
    expect(facts(clockIn(), clockOut(), clockOut({ fault: 'reset' }), clockOut(), get(closedCard))).toEqual([]);
  });
});
