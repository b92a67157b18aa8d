import { describe, expect, test } from 'vitest';
import type { Exchange, Outcome } from '../../traffic/exchange.ts';
import type { RequestToSend } from '../../targets/target.ts';
import { exchange } from '../../test/exchanges.ts';
import type { Step } from '../cases/case.ts';
import type { Clothes } from '../cases/clothes.ts';
import { Wardrobe, type Way } from './wardrobe.ts';

const step: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: {}, clothes: ['spaced', 'chunked'] };
const brokenOff: Outcome = { kind: 'transport', fault: 'reset', detail: 'ECONNRESET' };

function answered(status: number): Exchange {
  return exchange({ operation: 'clockOut', card: 'TCK_1', response: { status } });
}

/** A way on which requests are answered in turn; what they wear is kept. */
function wayWith(answers: readonly Exchange[], changes: Partial<Way> = {}) {
  const worn: Clothes[] = [];
  let forgotten = 0;
  const left = [...answers];
  const next = async (): Promise<Exchange> => left.shift() ?? answered(204);
  const way: Way = {
    callOf: ({ clothes = [] }) => {
      worn.push(clothes);
      return Promise.resolve({} as RequestToSend);
    },
    send: next,
    sendInstead: next,
    forget: () => (forgotten += 1),
    affordsMore: () => true,
    ...changes,
  };
  return { way, worn, forgotten: () => forgotten };
}

describe('a request in other clothes', () => {
  test('that is accepted is sent once', async () => {
    const { way, worn, forgotten } = wayWith([answered(204)]);
    const sent = await new Wardrobe().send(step, way);
    expect(sent?.exchange).toEqual(answered(204));
    expect([worn, forgotten()]).toEqual([[['spaced', 'chunked']], 0]);
  });

  test('that is refused is sent once more as usual, and its refusal is forgotten', async () => {
    const { way, worn, forgotten } = wayWith([answered(411), answered(204)]);
    const sent = await new Wardrobe().send(step, way);
    expect(sent?.exchange).toEqual(answered(204));
    expect([worn, forgotten()]).toEqual([[['spaced', 'chunked'], ['spaced']], 1]);
  });

  test('that is refused when no more may be sent says nothing', async () => {
    const { way, worn, forgotten } = wayWith([answered(411)], { affordsMore: () => false });
    const sent = await new Wardrobe().send(step, way);
    expect(sent?.exchange).toEqual(answered(411));
    expect([worn, forgotten()]).toEqual([[['spaced', 'chunked']], 1]);
  });

  test('that cannot be sent is not', async () => {
    const { way } = wayWith([], { callOf: () => Promise.resolve(undefined) });
    expect(await new Wardrobe().send(step, way)).toBeUndefined();
  });

  test.each<[name: string, first: Exchange]>([
    ['a timeout', answered(408)],
    ['too many requests', answered(429)],
    ['a fault', answered(500)],
    ['a gateway', answered(502)],
    ['a connection that is gone', { ...answered(400), outcome: brokenOff }],
  ])('is not sent again after %s', async (_name, first) => {
    const { way, worn } = wayWith([first]);
    expect((await new Wardrobe().send(step, way))?.exchange).toEqual(first);
    expect(worn).toHaveLength(1);
  });

  test.each([400, 404, 411, 415, 501])('is sent again after %i', async (status) => {
    const { way, worn } = wayWith([answered(status)]);
    await new Wardrobe().send(step, way);
    expect(worn).toHaveLength(2);
  });
});

test('what JSON leaves to its writer is no reason to ask again', async () => {
  const { way, worn } = wayWith([answered(400)]);
  await new Wardrobe().send({ ...step, clothes: ['spaced'] }, way);
  expect(worn).toEqual([['spaced']]);
});

test('what was refused four times is worn no more, and nothing else is left off', async () => {
  const wardrobe = new Wardrobe();
  const refusals = Array.from({ length: 4 }, () => [answered(411), answered(204)]).flat();
  const { way, worn } = wayWith(refusals);
  for (let time = 0; time < 4; time += 1) await wardrobe.send(step, way);
  expect(worn).toHaveLength(8);
  await wardrobe.send(step, way);
  await wardrobe.send({ ...step, clothes: ['charset'] }, way);
  expect(worn.slice(8)).toEqual([['spaced'], ['charset']]);
});

test('a request that is refused in usual clothes as well says nothing of the others', async () => {
  const wardrobe = new Wardrobe();
  const { way, worn } = wayWith(Array.from({ length: 10 }, () => answered(409)));
  for (let time = 0; time < 5; time += 1) await wardrobe.send(step, way);
  expect(worn).toHaveLength(10);
});
