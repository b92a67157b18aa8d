import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Clock } from '../clock.ts';
import type { WireAnswer, WireRequest } from '../wire.ts';
import { Gate } from './gate.ts';

const begin = Date.parse('2026-11-26T12:30:00Z');
const request: WireRequest = { method: 'GET', url: 'https://graph.microsoft.com/v1.0/x', headers: [], text: undefined };
const clock: Clock = {
  now: () => Date.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

beforeEach(() => void vi.useFakeTimers({ now: begin }));
afterEach(() => void vi.useRealTimers());

function answer(status: number, retryAfter?: string): WireAnswer {
  const asked = retryAfter === undefined ? [] : [['Retry-After', retryAfter] as const];
  return { kind: 'response', status, headers: [['Date', new Date(begin).toUTCString()], ...asked], text: '' };
}

/** A gate at 2 requests a second before a wire that notes when it was reached, and takes its time for each answer. */
function gateBefore(...answers: readonly (readonly [after: number, answer: WireAnswer])[]) {
  const gate = new Gate({ rate: 2, clock });
  const reached: number[] = [];
  const left = [...answers];
  const inner = {
    send: async (): Promise<WireAnswer> => {
      reached.push(Date.now() - begin);
      const [after, given] = left.shift() ?? [0, answer(200)];
      await clock.pause(after);
      return given;
    },
    hurry: vi.fn<() => void>(),
    close: vi.fn<() => void>(),
  };
  return { gate, inner, reached };
}

async function passed<T>(waiting: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return waiting;
}

describe('the rate', () => {
  it('holds for all wires together, whether their requests come one by one or at once', async () => {
    const { gate, inner, reached } = gateBefore();
    const [run, cleanUp] = [gate.before(inner), gate.before(inner)];
    await passed(run.send(request));
    await passed(cleanUp.send(request));
    await passed(Promise.all([run.send(request), cleanUp.send(request), run.send(request)]));
    expect(reached).toEqual([0, 500, 1000, 1500, 2000]);
  });

  it('gives no credit for a time in which nothing was sent', async () => {
    const { gate, inner, reached } = gateBefore();
    const wire = gate.before(inner);
    await passed(wire.send(request));
    await vi.advanceTimersByTimeAsync(10_000);
    await passed(Promise.all([wire.send(request), wire.send(request)]));
    expect(reached).toEqual([0, 10_000, 10_500]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['in seconds', '7', 7000],
    ['in fractions', '2.128', 2128],
    ['as a date', new Date(begin + 9000).toUTCString(), 9000],
    ['of more than a minute', '90', 90_000],
    ['of exactly as long as is waited', '600', 600_000],
  ])('%s binds whatever is sent next, by whichever wire', async (_name, retryAfter, wait) => {
    const { gate, inner, reached } = gateBefore([0, answer(429, retryAfter)]);
    await passed(gate.before(inner).send(request));
    await passed(gate.before(inner).send({ ...request, method: 'DELETE' }));
    expect(reached).toEqual([0, wait]);
  });

  it('of 503 is heeded as well, that of any other answer is not', async () => {
    const { gate, inner, reached } = gateBefore([0, answer(503, '7')], [0, answer(200, '60')], [0, answer(500, '60')]);
    for (let count = 0; count < 4; count += 1) await passed(gate.before(inner).send(request));
    expect(reached).toEqual([0, 7000, 7500, 8000]);
  });

  it('binds a request that waits for its turn already', async () => {
    const { gate, inner, reached } = gateBefore([100, answer(429, '7')]);
    const wire = gate.before(inner);
    await passed(Promise.all([wire.send(request), wire.send(request)]));
    expect(reached).toEqual([0, 7100]);
  });

  it('is not made shorter by an answer that comes later and asks for less', async () => {
    const { gate, inner, reached } = gateBefore([600, answer(429, '60')], [200, answer(429, '1')]);
    const wire = gate.before(inner);
    await passed(Promise.all([wire.send(request), wire.send(request), wire.send(request)]));
    expect(reached).toEqual([0, 500, 60_600]);
  });

  it('of more than ten minutes is not waited for: what follows is not sent, and told so', async () => {
    const { gate, inner, reached } = gateBefore([0, answer(429, '601')]);
    const wire = gate.before(inner);
    await passed(wire.send(request));
    expect(await passed(wire.send(request))).toEqual({
      kind: 'transport',
      fault: 'refused',
      detail: 'not sent: the service asked to wait another 601 s',
    });
    expect(reached).toEqual([0]);
    // Once enough of it is over the rest is waited for.
    await vi.advanceTimersByTimeAsync(2000);
    expect(await passed(wire.send(request))).toMatchObject({ status: 200 });
    expect(reached).toEqual([0, 601_000]);
  });
});

it('passes on hurry, close and what the service says', async () => {
  const { gate, inner } = gateBefore([0, answer(404)]);
  const wire = gate.before(inner);
  expect(await passed(wire.send(request))).toEqual(answer(404));
  wire.hurry();
  wire.close();
  expect([inner.hurry, inner.close].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});
