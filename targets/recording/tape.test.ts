import { describe, expect, test } from 'vitest';
import type { WireRequest } from '../wire.ts';
import type { Interaction } from './format.ts';
import { RecordingMismatch } from './mismatch.ts';
import { Tape } from './tape.ts';

function get(path: string, text?: string, headers: WireRequest['headers'] = []): WireRequest {
  return { method: text === undefined ? 'GET' : 'POST', url: `http://mock.test${path}`, headers, text };
}

function recorded(number: number, request: WireRequest, startedAt: number, endedAt: number): Interaction {
  const outcome = { kind: 'response', status: 200, headers: [], text: String(number) } as const;
  return { number, request, outcome, startedAt, endedAt };
}

const [a, b, c] = [get('/a'), get('/b'), get('/c')];

test('identical requests get their answers in the order of the recording', () => {
  const tape = new Tape([recorded(1, a, 0, 1), recorded(2, a, 1, 2), recorded(3, a, 2, 3)]);
  expect([1, 2, 3].map(() => tape.take(a).number)).toEqual([1, 2, 3]);
  tape.finish();
});

test('what was sent one after the other must come in that order', () => {
  const tape = new Tape([recorded(1, a, 0, 1), recorded(2, b, 1, 2)]);
  expect(() => tape.take(b)).toThrow(
    'Request 1, GET http://mock.test/b, is not the one that was recorded there: that was GET http://mock.test/a',
  );
});

test('what was under way at the same time may come in any order, and no later request may come before it', () => {
  const tape = new Tape([recorded(1, a, 0, 5), recorded(2, b, 1, 3), recorded(3, c, 5, 6)]);
  expect(tape.take(b).number).toBe(2);
  expect(tape.take(a).number).toBe(1);
  expect(tape.take(c).number).toBe(3);
  const other = new Tape([recorded(1, a, 0, 5), recorded(2, b, 1, 3), recorded(3, c, 5, 6)]);
  other.take(b);
  expect(() => other.take(c)).toThrow('that was GET http://mock.test/a');
});

test('the order and the case of header names make no difference, their values do', () => {
  const tape = new Tape([
    recorded(
      1,
      get('/a', undefined, [
        ['A', '1'],
        ['b', '2'],
      ]),
      0,
      1,
    ),
  ]);
  expect(
    tape.take(
      get('/a', undefined, [
        ['B', '2'],
        ['a', '1'],
      ]),
    ).number,
  ).toBe(1);
});

describe('a mismatch says what differs', () => {
  const sent = get('/a', '{"notes":"one and the same beginning, then this"}', [['Accept', 'x']]);
  const whole = () => new Tape([recorded(1, sent, 0, 1)]);

  test.each([
    ['a header', { ...sent, headers: [['Accept', 'y']] as const }, 'its header is accept: y, and was accept: x'],
    [
      'a header more',
      {
        ...sent,
        headers: [
          ['Accept', 'x'],
          ['Prefer', 'z'],
        ] as const,
      },
      'its header is prefer: z, and was absent',
    ],
    [
      'a body',
      { ...sent, text: '{"notes":"one and the same beginning, then that"}' },
      'its body is …e beginning, then that"}, and was …e beginning, then this"}',
    ],
    ['no body', { ...sent, text: undefined }, 'its body is absent, and was {"notes"'],
    ['a path', { ...sent, url: 'http://mock.test/z' }, 'that was POST http://mock.test/a'],
  ])('in %s', (_, request, says) => {
    expect(() => whole().take(request)).toThrow(says);
  });

  test('when there is one request too many', () => {
    const tape = whole();
    tape.take(sent);
    expect(() => tape.take(sent)).toThrow(
      'Request 2, POST http://mock.test/a, is one more than the 1 of the recording',
    );
  });

  test('when there is one too few', () => {
    expect(() => whole().finish()).toThrow(
      'Request 1 of 1 in the recording, POST http://mock.test/a, was not sent this time',
    );
  });

  test('and goes on saying it, whatever is asked next', () => {
    const tape = new Tape([recorded(1, a, 0, 1), recorded(2, b, 1, 2)]);
    expect(() => tape.take(c)).toThrow(RecordingMismatch);
    expect(() => tape.take(a)).toThrow('http://mock.test/c');
    expect(() => tape.finish()).toThrow('http://mock.test/c');
  });
});

describe('members in another order, as a formatter leaves them', () => {
  const [straight, turned] = ['{"a":{"x":1,"y":[2]},"b":3}', '{"b":3,"a":{"y":[2],"x":1}}'];

  test('make no other request', () => {
    const tape = new Tape([recorded(1, get('/a', turned), 0, 1)]);
    expect(tape.take(get('/a', straight)).number).toBe(1);
  });

  test('tell two requests apart where both were recorded', () => {
    const tape = new Tape([recorded(1, get('/a', turned), 0, 5), recorded(2, get('/a', straight), 1, 5)]);
    expect(tape.take(get('/a', straight)).number).toBe(2);
    expect(tape.take(get('/a', turned)).number).toBe(1);
  });

  test.each(['{"a":{"x":1,"y":[2]},"b":4}', '{"a":{"x":1},"b":3}', '[]', 'a text'])(
    'are not another value: %s',
    (text) => {
      const tape = new Tape([recorded(1, get('/a', straight), 0, 1)]);
      expect(() => tape.take(get('/a', text))).toThrow(RecordingMismatch);
    },
  );
});
