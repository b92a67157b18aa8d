import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { clockIn, clockOut, closedCard, createdId, get, openCard, openId, refusal } from '../../test/card-exchanges.ts';
import { context, exchange, traffic, type Parts } from '../../test/exchanges.ts';
import { judge } from '../judge.ts';

/** A replace of the open card after which nobody knows what came of it. */
function replace(parts: Partial<Parts> = { fault: 'timeout' }): Exchange {
  return exchange({ operation: 'replace', card: openId, at: '2025-01-07T22:59:50Z', ...parts });
}

/** What is judged of a card that is clocked out, and shown with another clock-in than before. */
function kindsAfter(write: Exchange, shown: Partial<Parts> = {}): ReadonlySet<string> {
  const late = get(closedCard, { '/clockInEvent/dateTime': '2025-01-01T00:00:00Z' }, shown);
  const judged = judge(traffic([clockIn(), write, get(openCard), clockOut(), late]), context);
  return new Set(
    judged.flatMap(({ requirement, judgement }) => (requirement === 'TC-CLOCKOUT-008' ? [judgement.kind] : [])),
  );
}

describe('a write that got no answer', () => {
  test.each<[what: string, write: Partial<Parts>]>([
    ['that timed out', { fault: 'timeout' }],
    ['whose connection was reset', { fault: 'reset' }],
    ['that a gateway gave up on', { response: { status: 504 } }],
    ['that a gateway got no answer to', { response: { status: 502 } }],
  ])('%s may be done after later requests, which accuse nobody', (_, write) => {
    expect(kindsAfter(replace(write))).toEqual(new Set(['undecided']));
  });

  test.each<[what: string, write: Partial<Parts>, shown?: Partial<Parts>]>([
    ['that was never sent', { fault: 'refused' }],
    ['that was refused', { response: refusal(409) }],
    ['on another card', { operation: 'confirm', fault: 'timeout', card: createdId }],
    ['of another case', { fault: 'timeout', intent: { case: 'another case' } }],
    ['long ago', { fault: 'timeout' }, { at: '2025-01-07T23:10:00Z' }],
    ['that was none', { operation: 'get', fault: 'timeout' }],
  ])('%s explains nothing', (_, write, shown) => {
    expect(kindsAfter(replace(write), shown)).toEqual(new Set(['violated']));
  });

  test('explains a refusal where the state that was seen promises success, and no wrong status of one', () => {
    const after = (status: number): string | undefined => {
      const out = clockOut({ response: status < 300 ? { status } : refusal(status) });
      const judged = judge(traffic([clockIn(), clockOut({ fault: 'timeout' }), get(openCard), out]), context);
      return judged.findLast(({ requirement }) => requirement === 'TC-CLOCKOUT-001')?.judgement.kind;
    };
    expect(after(400)).toBe('undecided');
    expect(after(202)).toBe('violated');
    expect(after(204)).toBe('holds');
  });

  test('explains no answer that is wrong in itself', () => {
    const judged = judge(traffic([clockIn(), replace(), get(closedCard, { '/state': 'ClockedOut!' })]), context);
    expect(judged.filter(({ judgement }) => judgement.kind === 'violated').length).toBeGreaterThan(0);
  });
});
