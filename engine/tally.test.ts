import { describe, expect, test } from 'vitest';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Judged } from '../judgements/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { exchange, traffic } from '../test/exchanges.ts';
import { Tallies } from './tally.ts';

function violated(requirement: RequirementId, sequence: number, actual: Json = 404, pointer = 'status'): Judged {
  return { requirement, judgement: { kind: 'violated', pointer, expected: 'right', actual, evidence: [sequence] } };
}

const mutation = { pointer: '/state', keyword: 'type', controlOf: 'control' };
const sentWrong = exchange({
  operation: 'replace',
  card: 'TCK_1',
  request: { body: { state: 7 } },
  intent: { mutation },
});
const get = (state: Json, card = 'TCK_1'): Exchange =>
  exchange({ operation: 'get', card, response: { body: { id: card, state } } });

describe('the violation that is shown', () => {
  test('is the first that is the server’s own, and not one by a value that we sent wrong', () => {
    const tallies = new Tallies();
    tallies.add('1', 'refusals', [violated('TC-SHAPE-001', 2, 7, '/state')], traffic([sentWrong, get(7)]));
    expect(tallies.violated()[0]?.[1]).toMatchObject({ path: '1', sentWrong: { sequence: 1, pointer: '/state' } });
    tallies.add('2', 'random', [violated('TC-SHAPE-001', 1, 'Open', '/state')], traffic([get('Open')]));
    tallies.add('3', 'random', [violated('TC-SHAPE-001', 1, 'Shut', '/state')], traffic([get('Shut')]));
    const [, first] = tallies.violated()[0] ?? [];
    expect(first?.path).toBe('2');
    expect(first?.sentWrong).toBeUndefined();
  });

  test('is rather one before which nothing wrong was taken in', () => {
    const tallies = new Tallies();
    tallies.add('1', 'refusals', [violated('TC-SHAPE-001', 2, 'Open', '/state')], traffic([sentWrong, get('Open')]));
    tallies.add('2', 'random', [violated('TC-SHAPE-001', 1, 'Open', '/state')], traffic([get('Open')]));
    expect(tallies.violated()[0]?.[1].path).toBe('2');
  });

  test('knows a value that an earlier case sent', () => {
    const tallies = new Tallies();
    tallies.add('1', 'refusals', [], [{ ...sentWrong, sequence: 1 }]);
    tallies.add('2', 'random', [violated('TC-SHAPE-001', 2, 7, '/state')], [{ ...get(7), sequence: 2 }]);
    expect(tallies.violated()[0]?.[1].sentWrong).toEqual({ sequence: 1, pointer: '/state' });
  });
});

describe('what was seen', () => {
  test('lists up to five sorts of values, and no second time or id', () => {
    const tallies = new Tallies();
    const values: readonly Json[] = [
      'a',
      'b',
      '2025-01-07T21:35:36',
      '2025-01-08T21:35:36',
      { a: 1 },
      { b: 2 },
      7,
      8,
      null,
    ];
    for (const value of values)
      tallies.add('1', 'random', [violated('TC-SHAPE-001', 1, value, '/state')], traffic([get('x')]));
    expect(tallies.seen('TC-SHAPE-001')).toEqual({
      violated: 9,
      exercised: 9,
      values: ['a', 'b', '2025-01-07T21:35:36', { a: 1 }, 7].map((actual) => ({ pointer: '/state', actual })),
    });
  });

  test('lists nothing where there is only one', () => {
    const tallies = new Tallies();
    for (const index of [0, 1])
      tallies.add('1', 'random', [violated('TC-SHAPE-001', 1, 'a', `/value/${index}/state`)], traffic([get('x')]));
    expect(tallies.seen('TC-SHAPE-001')).toEqual({ violated: 2, exercised: 2 });
  });

  test('keeps no more of a value than can be read', () => {
    const tallies = new Tallies();
    for (const value of ['a', 'x'.repeat(10_000)])
      tallies.add('1', 'random', [violated('TC-SHAPE-001', 1, value, '/state')], traffic([get('x')]));
    expect(JSON.stringify(tallies.seen('TC-SHAPE-001')).length).toBeLessThan(500);
  });
});

describe('an operation that is not there', () => {
  const missing = (operation: 'clockIn' | 'confirm') =>
    traffic([exchange({ operation, card: 'TCK_1', response: { status: 404 } })]);

  test('is taken back once it was accepted, and others are not', () => {
    const tallies = new Tallies();
    tallies.add('1', 'examples', [violated('TC-GEN-001', 1)], missing('clockIn'));
    tallies.add('2', 'examples', [violated('TC-GEN-001', 1)], missing('confirm'));
    tallies.add('3', 'examples', [{ requirement: 'TC-GEN-001', judgement: { kind: 'holds' } }], missing('clockIn'));
    expect(tallies.of('TC-GEN-001')).toMatchObject({ violated: 2, exercised: 3 });
    tallies.areThere(['clockIn']);
    expect(tallies.of('TC-GEN-001')).toMatchObject({ violated: 1, exercised: 2 });
    expect(tallies.violated()[0]?.[1].path).toBe('2');
    tallies.areThere(['confirm']);
    expect(tallies.of('TC-GEN-001')).toMatchObject({ violated: 0, exercised: 1 });
    expect(tallies.violated()).toEqual([]);
    expect(tallies.mannersOf('TC-GEN-001')).toEqual([]);
  });
});

describe('evidence', () => {
  test('is told again once it is plainer, and no more often', () => {
    const tallies = new Tallies();
    const add = (exchanges: readonly Exchange[], actual: Json) => {
      const at = exchanges.length;
      const told = tallies.add('1', 'random', [violated('TC-SHAPE-001', at, actual, '/state')], traffic(exchanges));
      return [...told.values()].map(({ violation }) => violation.actual);
    };
    expect(add([sentWrong, get(7)], 7)).toEqual([7]);
    expect(add([sentWrong, get(7)], 7)).toEqual([]);
    expect(add([sentWrong, get('Open')], 'Open')).toEqual(['Open']);
    expect(add([get('Shut')], 'Shut')).toEqual(['Shut']);
    expect(add([get('Gone')], 'Gone')).toEqual([]);
  });
});

test('what is excused counts as undecided, of whatever operation it was said', () => {
  const tallies = new Tallies();
  const missing = traffic([exchange({ operation: 'clockIn', response: { status: 404 } })]);
  tallies.add('1', 'examples', [violated('TC-GEN-001', 1)], missing);
  tallies.add('2', 'examples', [{ requirement: 'TC-GEN-001', judgement: { kind: 'holds' } }], missing);
  tallies.excuse('TC-GEN-001', 'transport');
  expect(tallies.of('TC-GEN-001')).toMatchObject({ violated: 0, exercised: 1 });
  expect([...tallies.of('TC-GEN-001').undecided]).toEqual([['transport', 1]]);
  expect(tallies.violated()).toEqual([]);
  expect(tallies.seen('TC-GEN-001')).toEqual({ violated: 0, exercised: 1 });
});

test('what was tried in vain is counted by its subject, and is no observation', () => {
  const tallies = new Tallies();
  const unseen = (subject: string): Judged => ({ requirement: 'TC-GEN-040', judgement: { kind: 'unseen', subject } });
  for (const subject of ['success of get', 'success of list', 'success of get'])
    tallies.add('1', 'random', [unseen(subject)], traffic([get('clockedIn')]));
  expect([...tallies.of('TC-GEN-040').unseen]).toEqual([
    ['success of get', 2],
    ['success of list', 1],
  ]);
  expect(tallies.of('TC-GEN-040')).toMatchObject({ exercised: 0, observations: [] });
});
