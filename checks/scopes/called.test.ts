import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Operation } from '../../traffic/operation.ts';
import type { JudgeContext } from '../context.ts';
import {
  asChanged,
  clockIn,
  clockOut,
  closedCard,
  create,
  createdCard,
  get,
  openCard,
  refusal,
} from '../../test/card-exchanges.ts';
import { context } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { called, documentedStatus, isAccepted, returned } from './called.ts';

/** What is said of the last call of the traffic. */
function said(
  judge: typeof isAccepted,
  operation: Operation,
  exchanges: readonly Exchange[],
  changes: Partial<JudgeContext> = {},
) {
  const own = subjectsIn(called(operation), exchanges).filter(({ entry }) => entry.sequence === exchanges.length);
  return own.map((one) => judge(one, { ...context, ...changes })).map(({ kind }) => kind);
}

describe('a call', () => {
  const promises = (exchanges: readonly Exchange[]) =>
    subjectsIn(called('clockOut'), exchanges).map(({ promised }) => promised);

  test('is found where it is promised to succeed, or has succeeded in a documented way', () => {
    expect(promises([clockIn(), clockOut()])).toEqual([true]);
    expect(promises([clockIn(), clockOut({ response: refusal(400) })])).toEqual([true]);
    expect(promises([clockIn(), clockOut({ intent: false })])).toEqual([false]);
    expect(promises([clockIn(), clockOut({ intent: false, response: refusal(400) })])).toEqual([]);
    expect(promises([get(closedCard), clockOut()])).toEqual([]);
    expect(promises([clockIn(), clockOut({ intent: asChanged('/x', 'other') })])).toEqual([]);
    expect(subjectsIn(called('get'), [get(openCard, {}, { query: '$select=id' })])).toEqual([]);
  });

  test('rests on the answer that last showed the card, or on the one that made it', () => {
    const evidence = (...exchanges: readonly Exchange[]) =>
      subjectsIn(called('clockOut'), exchanges).map((one) => one.evidence);
    expect(evidence(clockIn(), get(openCard), clockOut())).toEqual([[2, 3]]);
    expect(evidence(clockIn(), clockOut({ fault: 'reset' }), clockOut())).toEqual([
      [1, 2],
      [1, 3],
    ]);
    expect(evidence(clockOut())).toEqual([[1]]);
    expect(evidence(get(openCard), clockOut({ fault: 'reset' }), clockOut())).toEqual([[1, 2], [3]]);
  });

  test('has sent nothing where it had no body', () => {
    expect(subjectsIn(called('get'), [get(openCard)])).toMatchObject([{ sent: {} }]);
  });

  test.each<[status: number, documented: string, accepted: string]>([
    [204, 'holds', 'holds'],
    [200, 'violated', 'holds'],
    [400, 'violated', 'violated'],
    [422, 'violated', 'violated'],
    [409, 'undecided', 'undecided'],
    [423, 'undecided', 'undecided'],
    [401, 'undecided', 'notApplicable'],
    [403, 'undecided', 'notApplicable'],
    [404, 'undecided', 'notApplicable'],
    [405, 'violated', 'notApplicable'],
    [501, 'violated', 'notApplicable'],
    [500, 'violated', 'violated'],
    [429, 'undecided', 'undecided'],
    [502, 'undecided', 'undecided'],
    [503, 'undecided', 'undecided'],
    [504, 'undecided', 'undecided'],
  ])('answered with %d: documented %s, accepted %s', (status, documented, accepted) => {
    const exchanges = [clockIn(), clockOut({ response: refusal(status) })];
    expect(said(documentedStatus, 'clockOut', exchanges)).toEqual([documented]);
    expect(said(isAccepted, 'clockOut', exchanges)).toEqual([accepted]);
  });

  test('without an answer decides nothing, nor does one of an operation that was never accepted', () => {
    expect(said(documentedStatus, 'clockOut', [clockIn(), clockOut({ fault: 'reset' })])).toEqual(['undecided']);
    const denied = [clockIn(), clockOut({ response: refusal(400) })];
    expect(said(isAccepted, 'clockOut', denied, { neverAccepted: new Set<Operation>(['clockOut']) })).toEqual([
      'undecided',
    ]);
    expect(said(isAccepted, 'clockOut', denied, { neverAccepted: new Set<Operation>(['create']) })).toEqual([
      'violated',
    ]);
  });

  test('names any status of success where only acceptance is asked for', () => {
    const [one] = subjectsIn(called('clockOut'), [clockIn(), clockOut({ response: refusal(400) })]);
    expect(one === undefined ? undefined : isAccepted(one, context)).toMatchObject({ expected: '2xx', actual: 400 });
  });

  test('returns a card where its answer is an object', () => {
    expect(subjectsIn(returned('create'), [create()])).toMatchObject([{ card: createdCard }]);
    expect(subjectsIn(returned('create'), [create({}, { response: { body: [] } })])).toEqual([]);
    expect(subjectsIn(returned('create'), [create({}, { response: { status: 400, body: createdCard } })])).toEqual([]);
  });
});
