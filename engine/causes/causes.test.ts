import { describe, expect, test } from 'vitest';
import type { Exchange, Mutation } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import { exchange, type Parts } from '../../test/exchanges.ts';
import { causesOf, isOfServer, type Violation } from './causes.ts';
import { AnswerStatistics } from './answer-statistics.ts';
import { signatureOf } from '../violation-signature.ts';

/** Exchanges with their places in the traffic. */
function traffic(parts: readonly Parts[]): readonly Exchange[] {
  return parts.map((one, index) => ({ ...exchange(one), sequence: index + 1 }));
}

function times(amount: number, part: (index: number) => Parts): readonly Parts[] {
  return Array.from({ length: amount }, (_one, index) => part(index));
}

/** A violation that each of the exchanges shows. */
function violation(
  id: RequirementId,
  shown: readonly Exchange[],
  { pointer = 'status', expected = 201, actual = 0 }: { pointer?: string; expected?: Json; actual?: Json } = {},
): Violation {
  const manners = shown.flatMap(({ sequence }) => {
    const manner = signatureOf({ kind: 'violated', pointer, expected, actual, evidence: [sequence] }, shown, false);
    return manner === undefined ? [] : [manner];
  });
  return [id, manners];
}

function causes(exchanges: readonly Exchange[], violations: readonly Violation[], exercisedNothing = false) {
  const statistics = new AnswerStatistics();
  statistics.add(exchanges);
  return causesOf(statistics, violations, { exercisedNothing }).map(({ sentence, explains, fact }) => ({
    sentence,
    explains,
    ofServer: isOfServer(fact),
  }));
}

const clockIn = (index: number, response: Parts['response'] = {}): Parts => ({
  operation: 'clockIn',
  request: { body: { notes: { content: `${index}` } } },
  response,
});
const get = (index: number, response: Parts['response'] = {}): Parts => ({
  operation: 'get',
  card: `TCK_${index}`,
  response,
});
const list = (index: number, response: Parts['response'] = {}): Parts => ({
  operation: 'list',
  query: `$top=${index + 1}`,
  response,
});
const create = (index: number, response: Parts['response'] = {}, mutation?: Mutation): Parts => ({
  operation: 'create',
  request: { body: { clockInEvent: { dateTime: `2025-01-0${(index % 9) + 1}T08:00:00Z` }, notes: null } },
  response,
  ...(mutation === undefined ? {} : { intent: { mutation } }),
});
const honest = (index: number): Json => ({
  id: `TCK_${index}`,
  clockInEvent: { notes: { content: `${index}` } },
});

describe('one answer to everything', () => {
  const same = { status: 200, body: {} };
  const exchanges = traffic([...times(6, (index) => clockIn(index, same)), ...times(6, (index) => list(index, same))]);
  const status = violation('TC-CLOCKIN-001', exchanges);
  const shape = violation('TC-LIST-001', exchanges, { pointer: '/value', expected: 'an array' });
  const header = violation('TC-GEN-005', exchanges, { pointer: 'header:request-id', expected: 'an id' });

  test('is said with the figure, and explains all but the headers', () => {
    expect(causes(exchanges, [status, shape, header])).toEqual([
      {
        sentence:
          'Every one of 12 requests was answered 200 with {}: this server gives one answer to everything, and keeps nothing.',
        explains: ['TC-CLOCKIN-001', 'TC-LIST-001'],
        ofServer: true,
      },
    ]);
  });

  test('is not said of one finding, which speaks for itself, nor where another answer came once', () => {
    expect(causes(exchanges, [status])).toEqual([]);
    const other = [...exchanges, ...traffic([list(9, { status: 404 })])];
    expect(causes(other, [status, shape]).filter(({ ofServer }) => ofServer)).toEqual([]);
  });

  test('is why nothing was judged, where nothing was', () => {
    expect(causes(exchanges, [], true)).toMatchObject([{ explains: [], ofServer: true }]);
    expect(causes(exchanges, [], false)).toEqual([]);
  });

  test('may be a refusal whose text differs, and then explains only what is wrong with the status', () => {
    const refusing = traffic([
      ...times(6, (index) => clockIn(index, { status: 500, text: `trace ${index}` })),
      ...times(6, (index) => list(index, { status: 500, text: `trace ${index}` })),
    ]);
    const found = causes(refusing, [
      violation('TC-CLOCKIN-001', refusing),
      violation('TC-LIST-001', refusing),
      violation('TC-GEN-003', refusing, { pointer: 'body' }),
      violation('TC-GEN-004', refusing, { pointer: '/error' }),
    ]);
    expect(found[0]).toMatchObject({ explains: ['TC-CLOCKIN-001', 'TC-LIST-001'], ofServer: true });
    expect(found[1]).toMatchObject({ explains: ['TC-GEN-003', 'TC-GEN-004'], ofServer: false });
    expect(found[1]?.sentence).toMatch(/None of 12 answers/);
  });

  test('is none at all where no answer comes any more', () => {
    const silent = traffic(times(3, (index) => ({ ...clockIn(index), fault: 'timeout' as const })));
    expect(causes(silent, [], true)[0]?.sentence).toBe(
      'None of 3 requests got an answer after the first one (no answer in time): is the server still running?',
    );
  });
});

test('an echo is one only if every body comes back as it was', () => {
  const back = (part: Parts): Parts => ({ ...part, response: { status: 200, body: part.request?.body ?? null } });
  const parts = [...times(6, (index) => back(clockIn(index))), ...times(6, (index) => back(create(index)))];
  const exchanges = traffic(parts);
  const violations = [violation('TC-CLOCKIN-001', exchanges), violation('TC-CREATE-001', exchanges)];
  expect(causes(exchanges, violations)).toMatchObject([{ explains: ['TC-CLOCKIN-001', 'TC-CREATE-001'] }]);
  const others = traffic([...parts, create(7, { status: 201, body: { id: 'TCK_1' } })]);
  expect(causes(others, violations).map(({ sentence }) => sentence)).not.toContainEqual(expect.stringMatching(/body/));
});

describe('ready-made answers', () => {
  const card = { id: 'TCK_1', state: 'clockedIn' };
  const exchanges = traffic([
    ...times(6, (index) => clockIn(index, { status: 201, body: card })),
    ...times(6, (index) => create(index, { status: 201, body: { ...card, id: `TCK_${index}` } })),
    ...times(6, (index) => get(index, { body: card })),
  ]);
  const [made, shown] = [exchanges.slice(0, 6), exchanges.slice(12)];

  test('explain what does not follow from the request, whatever the ids; not what is wrong in any case', () => {
    const violations = [
      violation('TC-CLOCKIN-008', made, { pointer: '/clockInEvent' }),
      violation('TC-GET-001', shown, { pointer: '/id' }),
      violation('TC-SHAPE-006', shown, { pointer: '/breaks' }),
      violation('TC-CLOCKIN-001', made),
    ];
    expect(causes(exchanges, violations)).toMatchObject([
      { explains: ['TC-CLOCKIN-008', 'TC-GET-001'], ofServer: true },
    ]);
  });

  test('a requirement that is violated elsewhere as well has another reason there', () => {
    const elsewhere = violation('TC-GET-001', traffic([{ ...get(1), response: { status: 500 } }]));
    const both: Violation = ['TC-GET-001', [...violation('TC-GET-001', shown)[1], ...elsewhere[1]]];
    expect(causes(exchanges, [violation('TC-CLOCKIN-008', made, { pointer: '/id' }), both])).toEqual([]);
  });

  test('are usual where there is no content, unless nothing is ever refused', () => {
    const confirm = (index: number, status: number): Parts => ({
      operation: 'confirm',
      card: `TCK_${index}`,
      response: { status },
    });
    const accepting = traffic(times(6, (index) => confirm(index, 204)));
    const violations = [
      violation('TC-CONFIRM-007', accepting, { expected: 404 }),
      violation('TC-CONFIRM-002', accepting, { expected: 400 }),
    ];
    expect(causes(accepting, violations)).toMatchObject([{ ofServer: false }]);
    expect(causes([...accepting, ...traffic([confirm(7, 404)])], violations)).toEqual([]);
  });
});

describe('answers that belong to other requests', () => {
  const another = traffic(times(12, (index) => get(index, { body: honest(index + 1) })));
  const seen = [
    violation('TC-GET-001', another, { pointer: '/id' }),
    violation('TC-CREATE-022', another, { pointer: '/id' }),
  ];

  test('of get alone are said of get alone', () => {
    const exchanges = [...another, ...traffic(times(6, (index) => clockIn(index, { body: honest(index) })))];
    expect(causes(exchanges, seen)).toMatchObject([
      { sentence: expect.stringMatching(/^get showed another card .* in 12 of 12 requests/), ofServer: false },
    ]);
  });

  test('of several operations are said of the server', () => {
    const exchanges = [...another, ...traffic(times(6, (index) => clockIn(index, { body: honest(index + 1) })))];
    expect(causes(exchanges, seen)).toMatchObject([
      { sentence: expect.stringMatching(/^Of 18 answers of clockIn and get, 18 show something else/), ofServer: true },
    ]);
  });

  test('explain what the cards hold, and no status, no error and no form', () => {
    const made = traffic(times(6, (index) => clockIn(index, { status: 200, body: honest(index + 1) })));
    const refused = traffic(times(3, (index) => get(index, { status: 404, text: 'none' })));
    const others = [
      violation('TC-CLOCKIN-001', made),
      violation('TC-GEN-003', refused, { pointer: 'body' }),
      violation('TC-SHAPE-001', another, { pointer: '/state' }),
      violation('TC-GEN-013', another, { pointer: '/createdDateTime' }),
    ];
    const found = causes([...another, ...made, ...refused], [...seen, ...others]);
    expect(found).toMatchObject([{ explains: ['TC-GET-001', 'TC-CREATE-022'], ofServer: true }]);
  });
});

describe('what an operation does', () => {
  const missing = traffic([
    ...times(3, (index) => clockIn(index, { status: 404 })),
    ...times(3, (index) => list(index, { body: { value: [] } })),
  ]);
  const gone = missing.slice(0, 3);
  const both = [violation('TC-GEN-001', gone), violation('TC-CLOCKIN-001', gone)];

  test('where it always fails, that explains what was expected of its status', () => {
    const errorBody = violation('TC-GEN-003', gone, { pointer: 'body' });
    expect(causes(missing, [...both, errorBody])).toEqual([
      {
        sentence: 'clockIn is not offered: each of 3 requests was answered 404; what needs it is not judged.',
        explains: ['TC-GEN-001', 'TC-CLOCKIN-001'],
        ofServer: false,
      },
    ]);
  });

  test('one that worked once does not fail always', () => {
    expect(causes([...missing, ...traffic([clockIn(7, { status: 201, body: honest(7) })])], both)).toEqual([]);
  });

  test('one that takes a body that is wrong on purpose is there, whatever it makes of others', () => {
    const wrong: Mutation = { pointer: '/notes', keyword: 'type', controlOf: 'a step' };
    const taken = { ...clockIn(7, { status: 201, body: honest(7) }), intent: { mutation: wrong } };
    expect(causes([...missing, ...traffic([taken])], both)).toEqual([]);
  });

  test('cards that are made and never found are not kept', () => {
    const exchanges = traffic([
      ...times(3, (index) => clockIn(index, { status: 201, body: honest(index) })),
      ...times(3, (index) => get(index, { status: 404 })),
    ]);
    const lost = exchanges.slice(3);
    const found = causes(exchanges, [violation('TC-GET-001', lost), violation('TC-CLOCKIN-025', lost)]);
    expect(found[0]?.sentence).toBe(
      'Each of 3 requests for a card was answered 404, although 3 cards were made: this server does not keep what it makes.',
    );
  });

  test('where it succeeds with another status, that explains what was expected of it and no refusal', () => {
    const exchanges = traffic([
      ...times(3, (index) => clockIn(index, { status: 200, body: honest(index) })),
      ...times(3, (index) => create(index, { status: 200, body: honest(index) })),
    ]);
    const found = causes(exchanges, [
      violation('TC-CLOCKIN-001', exchanges.slice(0, 3)),
      violation('TC-CREATE-001', exchanges.slice(3)),
      violation('TC-CREATE-013', exchanges.slice(3), { expected: 400 }),
    ]);
    expect(found).toMatchObject([{ explains: ['TC-CLOCKIN-001', 'TC-CREATE-001'] }]);
    expect(found[0]?.sentence).toBe(
      'create and clockIn are answered 200, each of 6 times, where the documents say 201.',
    );
  });

  test.each([
    [204, 2],
    [400, 0],
  ])('ids and bodies that are not looked at: the last answered %i', (status, amount) => {
    const unknown: Mutation = { pointer: 'url:card', keyword: 'unknown', controlOf: 'a step' };
    const wrong: Mutation = { pointer: '/clockInEvent', keyword: 'type', controlOf: 'a step' };
    const [replace, confirm] = (['replace', 'confirm'] as const).map((operation): Parts => ({
      operation,
      card: 'TCK_1',
    }));
    const defective = traffic([
      { operation: 'replace', card: 'x', intent: { mutation: unknown } },
      { operation: 'confirm', card: 'x', intent: { mutation: unknown }, response: { status } },
      { operation: 'replace', card: 'y', intent: { mutation: wrong } },
      create(1, { status: status === 204 ? 201 : status }, wrong),
    ]);
    const sound = traffic([replace ?? {}, confirm ?? {}, create(2, { body: honest(2) })] as Parts[]);
    const found = causes(
      [...sound, ...defective],
      [
        violation('TC-REPLACE-006', defective.slice(0, 1), { expected: 404 }),
        violation('TC-CONFIRM-007', defective.slice(0, 1), { expected: 404 }),
        violation('TC-REPLACE-016', defective.slice(2, 3), { expected: 400 }),
        violation('TC-REPLACE-019', defective.slice(2, 3), { expected: 400 }),
      ],
    );
    expect(found.map(({ explains }) => explains.length)).toEqual(Array.from({ length: amount }, () => 2));
  });

  test('members that nobody sets are named; those that some card has are not', () => {
    const exchanges = traffic(
      times(6, (index) => create(index, { status: 201, body: { id: `${index}`, notes: null, breaks: [index] } })),
    );
    const absent = (id: RequirementId, pointer: string): Violation =>
      violation(id, exchanges, { pointer, actual: '(absent)' });
    const found = causes(exchanges, [
      absent('TC-CREATE-005', '/state'),
      absent('TC-CREATE-008', '/confirmedBy'),
      absent('TC-CREATE-007', '/breaks'),
    ]);
    expect(found).toMatchObject([
      {
        sentence: 'None of 6 new cards has state or confirmedBy unless the request had it.',
        explains: ['TC-CREATE-005', 'TC-CREATE-008'],
      },
    ]);
  });

  describe('with what it is sent wrong', () => {
    const wrong: Mutation = { pointer: '/state', keyword: 'enum', controlOf: 'a step' };
    const taken = traffic([
      { operation: 'replace', card: 'TCK_1', request: { body: { state: 'x' } }, intent: { mutation: wrong } },
      create(1, { status: 201, body: honest(1) }, wrong),
      ...times(3, () => get(1, { body: { id: 'TCK_1', state: 'x' } })),
    ]);
    const shown = taken.slice(2).map((one): Violation[1][number] => {
      const evidence = [one.sequence];
      const manner = signatureOf(
        { kind: 'violated', pointer: '/state', expected: '', actual: 'x', evidence },
        taken,
        true,
      );
      if (manner === undefined) throw new Error('there is a manner');
      return manner;
    });
    const refusals = violation('TC-REPLACE-016', taken.slice(0, 1), { expected: 400 });

    test('explains what comes back', () => {
      expect(causes(taken, [['TC-SHAPE-001', shown], refusals])).toMatchObject([
        { explains: ['TC-SHAPE-001', 'TC-REPLACE-016'] },
      ]);
    });

    test('explains nothing that it does by itself as well', () => {
      const own = violation('TC-SHAPE-001', taken.slice(2, 3), { pointer: '/state' });
      expect(causes(taken, [['TC-SHAPE-001', [...shown, ...own[1]]], refusals])).toEqual([]);
    });
  });

  test('times that do not say their offset are one cause, whatever else came back because it was sent', () => {
    const time = '2025-01-07T21:35:36';
    const exchanges = traffic(
      times(3, (index) =>
        get(index, {
          body: { id: `TCK_${index}`, createdDateTime: time, clockInEvent: { dateTime: time }, notes: 'x' },
        }),
      ),
    );
    const found = causes(exchanges, [
      violation('TC-GEN-013', exchanges, { pointer: '/createdDateTime', actual: time }),
      violation('TC-SHAPE-021', exchanges, { pointer: '/clockInEvent/dateTime', actual: time }),
    ]);
    expect(found).toMatchObject([{ explains: ['TC-GEN-013', 'TC-SHAPE-021'], ofServer: false }]);
    expect(found[0]?.sentence).toMatch(/^None of 6 times in the answers has a Z or an offset .* "2025-01-07T21:35:36"/);
    const some = [...exchanges, ...traffic([get(7, { body: { createdDateTime: `${time}Z` } })])];
    expect(causes(some, [violation('TC-GEN-013', exchanges), violation('TC-SHAPE-021', exchanges)])).toEqual([]);
  });
});
