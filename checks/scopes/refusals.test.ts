import { describe, expect, test } from 'vitest';
import type { Intent, Mutation } from '../../traffic/exchange.ts';
import {
  asChanged,
  asControl,
  clockIn,
  clockOut,
  create,
  openCard,
  openId,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import { exchange, traffic, type Parts } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { Trace, type Entry } from '../trace/trace.ts';
import {
  acceptedLikeControl,
  mutated,
  refused,
  refusedWith,
  statusAndCode,
  unknownCardRefused,
  type Mutated,
} from './refusals.ts';

const all = mutated(() => true);
const intent = asChanged('/x', 'removed');

/** A request with one thing changed, after a control with that answer. */
function subject(response: Parts['response'], control: Parts['response'] = {}, card = openId): Mutated | undefined {
  return subjectsIn(all, [
    clockIn(),
    clockOut({ intent: asControl, response: { ...control } }),
    clockOut({ intent, card, response: { ...response } }),
  ])[0];
}

function said(judge: (one: Mutated) => { readonly kind: string }, one: Mutated | undefined): string | undefined {
  return one === undefined ? undefined : judge(one).kind;
}

describe('a changed request', () => {
  const [control, changed] = [clockOut({ intent: asControl }), clockOut({ intent, response: refusal(400) })];

  test('is found with its control, whichever comes first', () => {
    expect(subjectsIn(all, [clockIn(), control, changed])).toMatchObject([
      { entry: { sequence: 3 }, control: { sequence: 2 }, mutation: { pointer: '/x' }, evidence: [2, 3] },
    ]);
    expect(subjectsIn(all, [clockIn(), changed, control])).toMatchObject([
      { entry: { sequence: 2 }, control: { sequence: 3 }, evidence: [3, 2] },
    ]);
  });

  test.each<[name: string, other: Partial<Intent>]>([
    ['in another case', { ...asControl, case: 'another case' }],
    ['under another name', { step: 'other' }],
  ])('is not found with a control %s', (_name, other) => {
    expect(subjectsIn(all, [clockOut({ intent: other }), changed, clockOut({ intent: other })])).toEqual([]);
  });

  test('is not found without a control, nor as its own', () => {
    const mutation: Mutation = { ...intent.mutation, controlOf: 'changed' };
    expect(subjectsIn(all, [changed, clockOut({ intent: false })])).toEqual([]);
    expect(subjectsIn(all, [clockOut({ intent: { step: 'changed', mutation } })])).toEqual([]);
  });

  test('may be refused anyway while the card of its control is there', () => {
    const making = (make: typeof create) => [
      make({}, { intent: asControl }),
      make({}, { intent, response: refusal(400) }),
    ];
    const anyway = (...exchanges: Parameters<typeof subjectsIn>[1]) =>
      subjectsIn(all, exchanges).map((one) => one.mayBeRefusedAnyway);
    expect(anyway(...making(clockIn))).toEqual([true]);
    expect(anyway(...making(create))).toEqual([true]);
    const [first, second] = making(clockIn);
    expect(anyway(...[first, remove(openCard), second].flatMap((one) => one ?? []))).toEqual([false]);
    expect(anyway(clockIn(), control, changed)).toEqual([false]);
  });
});

describe('refused', () => {
  test.each<[status: number, one: string, any: string]>([
    [204, 'violated', 'violated'],
    [400, 'holds', 'holds'],
    [404, 'violated', 'holds'],
    [499, 'violated', 'holds'],
    [302, 'violated', 'violated'],
    [500, 'violated', 'violated'],
    [429, 'undecided', 'undecided'],
    [503, 'undecided', 'undecided'],
  ])('with %d: with the one %s, with any %s', (status, one, any) => {
    expect([said(refusedWith(400), subject({ status })), said(refused, subject({ status }))]).toEqual([one, any]);
  });

  test('proves nothing if the control was refused, but to accept it is wrong all the same', () => {
    expect([400, 204].map((status) => said(refused, subject({ status }, { status: 403 })))).toEqual([
      'undecided',
      'violated',
    ]);
    expect([400, 204].map((status) => said(refusedWith(400), subject({ status }, { status: 403 })))).toEqual([
      'undecided',
      'violated',
    ]);
  });

  test('names the one status, or all of them', () => {
    const answers = [refusedWith(400), refusedWith(404, 410)].map((judge) => {
      const one = subject({ status: 204 });
      return one === undefined ? undefined : judge(one);
    });
    expect(answers).toMatchObject([
      { expected: 400, actual: 204 },
      { expected: [404, 410], actual: 204 },
    ]);
  });
});

test('accepted like its control is only the same status', () => {
  expect([204, 200, 400].map((status) => said(acceptedLikeControl, subject({ status })))).toEqual([
    'holds',
    'violated',
    'violated',
  ]);
  expect(said(acceptedLikeControl, subject({ status: 204 }, { status: 400 }))).toBe('undecided');
});

test('who is served like another may find the card in a state that allows it no more', () => {
  const asAnother = (status: number) =>
    subjectsIn(all, [
      clockIn(),
      clockOut({ intent: asControl }),
      clockOut({ intent: asChanged('header:Authorization', 'application'), response: { status } }),
    ]).map((one) => said(acceptedLikeControl, one));
  expect([401, 403, 400].flatMap(asAnother)).toEqual(['violated', 'violated', 'violated']);
  expect([409, 423].flatMap(asAnother)).toEqual(['undecided', 'undecided']);
});

test('who cannot serve the language that is preferred may say so first', () => {
  const preferring = (headers: NonNullable<Parts['request']>['headers']) =>
    subjectsIn(all, [
      clockIn(),
      clockOut({ intent: asControl }),
      clockOut({ intent, response: { status: 406 }, request: { ...(headers && { headers }) } }),
    ]).map((one) => said(refusedWith(404), one));
  expect(preferring([['Accept-Language', 'de']])).toEqual(['undecided']);
  expect(preferring([])).toEqual(['violated']);
});

test('an unknown card is refused with 404, or perhaps with 400 if its id looks otherwise', () => {
  const likeIt = openId.replace(/[0-9a-f]{8}-/, '00000000-');
  expect(likeIt).not.toBe(openId);
  expect(said(unknownCardRefused, subject({ status: 404 }, {}, likeIt))).toBe('holds');
  expect(said(unknownCardRefused, subject({ status: 400 }, {}, likeIt))).toBe('violated');
  expect(said(unknownCardRefused, subject({ status: 400 }, {}, 'other'))).toBe('undecided');
  expect(said(unknownCardRefused, subject({ status: 403 }, {}, 'other'))).toBe('violated');
});

test('an outcome is told by its status, and a refusal by its codes', () => {
  const codes = { error: { code: 'NotFound', innerError: { code: 'TeamNotFound' } } };
  const entry = (parts: Partial<Parts>): Entry[] => {
    const trace = new Trace();
    return traffic([exchange({ operation: 'get', card: openId, ...parts })]).map((one) => trace.add(one));
  };
  const told = [
    { fault: 'timeout' as const },
    { response: { body: codes } },
    { response: { status: 404, body: codes } },
    { response: { status: 404 } },
  ].flatMap((parts) => entry(parts).map(statusAndCode));
  expect(told).toEqual(['no answer', '200', '404 NotFound > TeamNotFound', '404']);
});
