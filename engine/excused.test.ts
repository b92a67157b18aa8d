import { expect, test } from 'vitest';
import { clockIn, clockOut, get, openCard, refusal } from '../test/card-exchanges.ts';
import { traffic } from '../test/exchanges.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Finding } from '../judgements/finding.ts';
import { excuseOf } from './excused.ts';

const late = traffic([clockIn(), clockOut(), get(openCard)]);
const failed = traffic([clockIn(), clockOut({ response: refusal(500) })]);
const refused = traffic([clockIn(), clockOut({ response: refusal(400) })]);

interface Seen {
  readonly evidence?: readonly number[];
  readonly stability?: Finding['stability'];
  readonly violated?: number;
  readonly lag?: boolean;
  readonly untried?: boolean;
  readonly actual?: string;
}

function excuse(exchanges: readonly Exchange[], seen: Seen = {}) {
  const { evidence = exchanges.map(({ sequence }) => sequence), stability = 'flaky', violated = 1 } = seen;
  const { lag = false, untried = false, actual = 'clockedIn' } = seen;
  const finding: Finding = {
    requirement: 'TC-CLOCKOUT-003',
    violation: { kind: 'violated', pointer: '/state', expected: 'clockedOut', actual, evidence },
    seen: { violated, exercised: 20 },
    stability,
    reproduction: [],
    minimal: false,
    replay: { seed: 1, phase: 'examples', path: '0' },
  };
  return excuseOf(finding, exchanges, { lagWasSeen: lag, wasLeftUntried: untried });
}

test('a read that was late once, or of a server that is known to lag', () => {
  expect(excuse(late)).toBe('lag');
  expect(excuse(late, { violated: 9 })).toBeUndefined();
  expect(excuse(late, { violated: 9, lag: true })).toBe('lag');
});

test('no read that shows what no answer showed before: that was never there', () => {
  expect(excuse(late, { actual: 'onBreak' })).toBeUndefined();
  expect(excuse(late, { actual: 'onBreak', lag: true })).toBeUndefined();
});

test('a service that failed now and then', () => {
  expect(excuse(failed)).toBe('transport');
  expect(excuse(failed, { violated: 4 })).toBe('transport');
  expect(excuse(failed, { violated: 5, lag: true })).toBeUndefined();
});

test('nothing that failed again, nor what a single answer shows, nor a refusal', () => {
  expect(excuse(late, { stability: 'reproduced' })).toBeUndefined();
  expect(excuse(late, { stability: { failed: 1, of: 2 } })).toBeUndefined();
  expect(excuse(late, { evidence: [3] })).toBeUndefined();
  expect(excuse(refused)).toBeUndefined();
});

test('a server error that was seen once, and could not be tried again', () => {
  const untried = { stability: { failed: 1, of: 20 }, untried: true };
  expect(excuse(failed, untried)).toBe('transport');
  expect(excuse(failed, { ...untried, violated: 2 })).toBeUndefined();
  expect(excuse(failed, { ...untried, untried: false })).toBeUndefined();
  expect(excuse(refused, untried)).toBeUndefined();
  expect(excuse(late, untried)).toBeUndefined();
});
