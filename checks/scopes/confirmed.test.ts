import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { JudgeContext } from '../context.ts';
import { asChanged, clockIn, clockOut, closedCard, get, openId, refusal } from '../../test/card-exchanges.ts';
import { changed, context, exchange, secondUser, type Parts } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { flagsIn } from '../confirmation-flags.ts';
import { confirmed, confirmedAgain } from './confirmed.ts';

const closed = [clockIn(), clockOut(), get(closedCard)];
const confirm = (rest: Partial<Parts> = {}): Exchange => exchange({ operation: 'confirm', card: openId, ...rest });
const flagged = (flags: string | null) => get(changed(closedCard, { '/confirmedBy': flags }));
const unknownCaller: Partial<JudgeContext> = {
  capabilities: new Set([...context.capabilities].filter((one) => one !== 'callerIdentity')),
};

describe('a confirmation', () => {
  const as = (exchanges: readonly Exchange[], changes = {}) =>
    subjectsIn(confirmed, exchanges, changes).map((one) => one.as);

  test('is by the user, or by somebody else as a manager', () => {
    expect(as([...closed, confirm(), get(closedCard)])).toEqual(['user']);
    expect(as([...closed, confirm({ actor: 'secondUser' }), get(closedCard)])).toEqual(['manager']);
    expect(as([get(changed(closedCard, { '/userId': secondUser })), confirm(), get(closedCard)])).toEqual(['manager']);
  });

  test('is by nobody known where the confirmer or the owner is not known', () => {
    expect(as([...closed, confirm({ actor: 'application' }), get(closedCard)])).toEqual([undefined]);
    expect(as([...closed, confirm(), get(closedCard)], unknownCaller)).toEqual([undefined]);
    expect(as([get(changed(closedCard, { '/userId': null })), confirm(), get(closedCard)])).toEqual([undefined]);
  });

  test('is the first of its confirmer; of an unknown one it may be a second', () => {
    expect(as([...closed, flagged('manager'), confirm(), get(closedCard)])).toEqual(['user']);
    expect(as([...closed, flagged('user'), confirm(), get(closedCard)])).toEqual([]);
    expect(as([...closed, flagged('user'), confirm({ actor: 'application' }), get(closedCard)])).toEqual([]);
    expect(as([...closed, flagged('none'), confirm({ actor: 'application' }), get(closedCard)])).toEqual([undefined]);
  });
});

describe('a second confirmation', () => {
  test('is told with its answer', () => {
    expect(subjectsIn(confirmedAgain, [...closed, flagged('user,manager'), confirm()])).toEqual([
      { fact: '204', evidence: [4, 5] },
    ]);
    expect(
      subjectsIn(confirmedAgain, [flagged('manager'), confirm({ actor: 'secondUser', response: refusal(409) })]),
    ).toMatchObject([{ fact: '409 BadRequest' }]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['it is the first', [...closed, confirm()]],
    ['somebody else was the first', [...closed, flagged('manager'), confirm()]],
    ['the card is not known', [confirm()]],
    ['nobody knows what it shows now', [...closed, flagged('user'), confirm({ fault: 'reset' }), confirm()]],
    ['a write came between', [...closed, flagged('user'), confirm(), confirm()]],
    ['it is another call', [...closed, flagged('user'), clockOut()]],
    ['it got no answer', [...closed, flagged('user'), confirm({ fault: 'reset' })]],
    ['it is deliberately wrong', [...closed, flagged('user'), confirm({ intent: asChanged('/x', 'other') })]],
    ['it overlaps another', [...closed, flagged('user'), confirm({ intent: { overlaps: 'it' } })]],
    ['nobody knows who confirmed', [...closed, flagged('user'), confirm({ actor: 'application' })]],
  ])('is not told where %s', (_name, exchanges) => {
    expect(
      subjectsIn(confirmedAgain, exchanges)
        .map(({ evidence }) => evidence)
        .filter((one) => one.at(-1) === exchanges.length),
    ).toEqual([]);
  });
});

test.each<[value: string | null, flags: readonly string[]]>([
  ['user', ['user']],
  ['user, manager', ['user', 'manager']],
  ['none', []],
  ['None,user', ['user']],
  ['', []],
  [null, []],
])('%j is the set of flags %j', (value, flags) => {
  expect([...flagsIn(value)]).toEqual(flags);
});
