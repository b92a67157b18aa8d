import { expect, test } from 'vitest';
import type { Interaction } from './format.ts';
import { RecordedTime } from './recorded-time.ts';

function interaction(number: number, startedAt: number, endedAt: number): Interaction {
  const request = { method: 'GET', url: 'http://mock.test/', headers: [], text: undefined };
  return { number, request, outcome: { kind: 'response', status: 200, headers: [], text: '' }, startedAt, endedAt };
}

const stalled = (): Error => new Error('stalled');

test('answers come in the order in which they came, whichever was asked for first', async () => {
  const [slow, quick] = [interaction(1, 0, 9), interaction(2, 1, 4)];
  const time = new RecordedTime(0, [slow, quick], stalled);
  const came: string[] = [];
  await Promise.all([
    time.arrival(slow).then(() => came.push(`slow at ${time.now()}`)),
    time.arrival(quick).then(() => came.push(`quick at ${time.now()}`)),
  ]);
  expect(came).toEqual(['quick at 4', 'slow at 9']);
});

test('pauses cost no time, and end in their order among the answers', async () => {
  const one = interaction(1, 0, 50_000);
  const time = new RecordedTime(0, [one], stalled);
  const came: string[] = [];
  const began = performance.now();
  await Promise.all([
    time.pause(60_000).then(() => came.push('long')),
    time.arrival(one).then(() => came.push('answer')),
    time.pause(40_000).then(() => came.push('short')),
    time.pause(50_000).then(() => came.push('at the same time as the answer')),
  ]);
  expect(came).toEqual(['short', 'answer', 'at the same time as the answer', 'long']);
  expect(time.now()).toBe(60_000);
  expect(performance.now() - began).toBeLessThan(5000);
});

test('an earlier answer is waited for until what sends its request has had its pause', async () => {
  const [first, second] = [interaction(1, 0, 100), interaction(2, 5, 20)];
  const time = new RecordedTime(0, [first, second], stalled);
  const came: number[] = [];
  const send = async (one: Interaction): Promise<void> => {
    await time.arrival(one);
    came.push(one.number);
  };
  // The pause is over later than the first answer came: timers are never exact.
  await Promise.all([send(first), time.pause(200).then(() => send(second))]);
  expect(came).toEqual([2, 1]);
});

test('time stands still while something works', async () => {
  const one = interaction(1, 0, 10);
  const time = new RecordedTime(0, [one], stalled);
  const came: string[] = [];
  await Promise.all([
    time.during(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      came.push('work');
    }),
    time.arrival(one).then(() => came.push('answer')),
  ]);
  expect(came).toEqual(['work', 'answer']);
});

test('waiting for an answer after one that nobody asks for is given up', async () => {
  const [missing, asked] = [interaction(1, 0, 5), interaction(2, 1, 8)];
  const time = new RecordedTime(0, [missing, asked], stalled);
  await expect(time.arrival(asked)).rejects.toThrow('stalled');
});
