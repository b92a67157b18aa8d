import { expect, test } from 'vitest';
import { clockIn, clockOut, get, openCard, refusal } from '../../test/card-exchanges.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import type { Judged } from '../../judgements/judgement.ts';
import { Lag } from './lag.ts';
import { RepeatedRequests } from './repeated-requests.ts';

const late: Judged = {
  requirement: 'TC-CLOCKOUT-003',
  judgement: { kind: 'violated', pointer: '/state', expected: 'clockedOut', actual: 'clockedIn', evidence: [1, 2, 3] },
};
const status = (expected: number | string): Judged => ({
  requirement: 'TC-CLOCKOUT-001',
  judgement: { kind: 'violated', pointer: 'status', expected, actual: 400, evidence: [1, 2] },
});

/** Looks at one exchange, and again at its repetitions, of which each is judged as given. */
function looks(lag = new Lag()) {
  const judged = new Map<number, readonly Judged[]>();
  const exchanges: Exchange[] = [];
  let now = 0;
  const target = { remaining: () => 100, pause: async (milliseconds: number) => void (now += milliseconds) };
  const refusals = new Set<string>();
  const own = new RepeatedRequests({ target: target as never, lag, refusals }, judged, exchanges);
  const sent = (exchange: Exchange, judgements: readonly Judged[], sequence: number): Exchange => {
    judged.set(sequence, judgements);
    const placed = { ...exchange, sequence, startedAt: now, endedAt: now };
    exchanges.push(placed);
    return placed;
  };
  return { own, judged, refusals, sent, pause: target.pause };
}

test('a read that is right in the end was late, and what it showed before is forgotten', async () => {
  const { own, judged, sent } = looks();
  const answers = [[late], [late], []];
  const last = await own.waitOutLag(sent(get(openCard), [late], 3), async () =>
    sent(get(openCard), answers.shift() ?? [], 10 - answers.length),
  );
  expect([...judged]).toEqual([[last.sequence, []]]);
});

test('reads that were sent together are sent together again while one of them may be late', async () => {
  const { own, judged, sent } = looks();
  const first = [sent(get(openCard), [], 3), sent(get(openCard), [late], 4)];
  let pairs = 0;
  const last = await own.waitOutLagOfAll(first, async (earlier) => {
    expect(earlier).toHaveLength(2);
    pairs += 1;
    return [sent(get(openCard), [], 4 + 2 * pairs), sent(get(openCard), pairs < 3 ? [late] : [], 5 + 2 * pairs)];
  });
  expect(pairs).toBe(3);
  expect([...judged]).toEqual(last.map(({ sequence }) => [sequence, []]));
});

test('another card than the one asked for is not waited for, nor is what was read together with it', async () => {
  const { own, judged, sent } = looks();
  const another: Judged = {
    requirement: 'TC-GET-001',
    judgement: { kind: 'violated', pointer: '/id', expected: 'TCK_1', actual: 'TCK_2', evidence: [1, 3] },
  };
  const first = [sent(get(openCard), [another], 3), sent(get(openCard), [late], 4)];
  expect(await own.waitOutLagOfAll(first, () => Promise.reject(new Error('sent again')))).toBe(first);
  expect([...judged.values()]).toEqual([[another], [late]]);
});

test('nothing is waited for where nothing was read', async () => {
  const { own } = looks();
  expect(await own.waitOutLagOfAll([], () => Promise.reject(new Error('sent again')))).toEqual([]);
});

test('a read that stays wrong is wrong, or left open where reads are known to be later than anybody waited', async () => {
  const never = looks();
  await never.own.waitOutLag(never.sent(get(openCard), [late], 3), async () => never.sent(get(openCard), [late], 4));
  expect(never.judged.get(4)).toEqual([late]);

  const lag = new Lag();
  lag.settled('get', 12_000, []);
  const open = looks(lag);
  await open.own.waitOutLag(open.sent(get(openCard), [late], 3), async () => open.sent(get(openCard), [late], 4));
  expect(open.judged.get(4)).toEqual([
    { requirement: 'TC-CLOCKOUT-003', judgement: { kind: 'undecided', because: 'lag' } },
  ]);
});

test('a refused write is sent again, twice, and believed from then on', async () => {
  const { own, refusals, sent } = looks();
  const refused = clockOut({ response: refusal(400) });
  let repeats = 0;
  const again = async () => sent(refused, [status(204)], 10 + (repeats += 1));
  await own.insist(sent(refused, [status(204)], 2), again);
  expect(repeats).toBe(2);
  expect([...refusals]).toEqual(['clockOut 400']);
  await own.insist(sent(refused, [status(204)], 2), again);
  expect(repeats).toBe(2);
});

test('a refusal now and then is none', async () => {
  const { own, judged, refusals, sent } = looks();
  const refused = clockOut({ response: refusal(400) });
  const last = await own.insist(sent(refused, [status('2xx')], 2), async () => sent(clockOut(), [], 3));
  expect(last.outcome).toMatchObject({ status: 204 });
  expect([...judged]).toEqual([[3, []]]);
  expect([...refusals]).toEqual([]);
});

test.each<[name: string, exchange: Exchange, judged: Judged]>([
  ['that should have had another status', clockOut({ response: refusal(400) }), status(404)],
  ['that should have been any other', clockOut({ response: refusal(400) }), status('4xx')],
  ['of which nobody knows whether it was done', clockIn({}, { response: refusal(500) }), status(201)],
])('a refusal %s is not asked for again', async (_name, exchange, judgement) => {
  const { own, sent } = looks();
  const first = sent(exchange, [judgement], 2);
  expect(await own.insist(first, () => Promise.reject(new Error('sent again')))).toBe(first);
});

test('what an earlier read showed too soon after a write proves nothing, once reads are known to be late', async () => {
  const compare = async (lag: Lag, between: number): Promise<readonly Judged[] | undefined> => {
    const { own, judged, sent, pause } = looks(lag);
    sent(clockOut(), [], 1);
    await pause(between);
    sent(get(openCard), [], 2);
    await pause(60_000);
    await own.waitOutLag(sent(get(openCard), [late], 3), async () => sent(get(openCard), [late], 4));
    return judged.get(4) ?? judged.get(3);
  };
  const lagging = new Lag();
  lagging.settled('get', 3000, []);
  const open = [{ requirement: 'TC-CLOCKOUT-003', judgement: { kind: 'undecided', because: 'lag' } }];
  expect(await compare(lagging, 100)).toEqual(open);
  expect(await compare(lagging, 6000)).toEqual([late]);
  expect(await compare(new Lag(), 100)).toEqual([late]);
});

test('a new card that a write does not find yet is given that time from then on, and one that stays unknown is not', async () => {
  const notKnown: Judged = { requirement: 'TC-CLOCKOUT-001', judgement: { kind: 'undecided', because: 'lag' } };
  const lag = new Lag();
  const { own, judged, sent } = looks(lag);
  const found = await own.insist(sent(clockOut({ response: refusal(404) }), [notKnown], 3), async () =>
    sent(clockOut(), [], 4),
  );
  expect([...judged]).toEqual([[found.sequence, []]]);
  expect(lag.untilKnown).toBe(200);
  const still = new Lag();
  const other = looks(still);
  let sequence = 3;
  await other.own.insist(other.sent(clockOut({ response: refusal(404) }), [notKnown], sequence), async () =>
    other.sent(clockOut({ response: refusal(404) }), [notKnown], (sequence += 1)),
  );
  expect([sequence, still.untilKnown]).toEqual([5, 0]);
  expect([...other.refusals]).toEqual(['clockOut 404']);
});
