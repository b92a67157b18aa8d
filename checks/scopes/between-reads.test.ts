import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import {
  clockIn,
  clockInBody,
  clockInOf,
  clockOut,
  create,
  createBody,
  createdCard,
  createdId,
  createOf,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import { exchange, otherTeam, secondUser } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { beside } from './between-reads.ts';

const seen = [create(), get(createdCard)];
const gone = { response: refusal(404) };
const forThem = clockInOf({ ...clockInBody, onBehalfOfUserId: secondUser }, { '/userId': secondUser });
const elsewhere = createOf(createBody, { '/id': 'TCK_elsewhere' }, { team: otherTeam });

/** What happened between the get before and the last one, as far as it is of one kind. */
function between(...exchanges: readonly Exchange[]): readonly string[] {
  return subjectsIn(beside, [...seen, ...exchanges, get(createdCard)])
    .filter(({ evidence }) => evidence.at(-1) === exchanges.length + 3)
    .map((one) => one.between);
}

describe('what happened beside a card', () => {
  test.each<[kind: string, exchanges: readonly Exchange[]]>([
    ['reads', [list([])]],
    ['reads', []],
    ['sameUser', [clockIn()]],
    ['sameUser', [clockIn(), clockOut()]],
    ['otherUser', [forThem]],
    ['otherTeam', [elsewhere]],
    ['otherTeam', [createOf(createBody, { '/id': 'TCK_elsewhere' }, { team: otherTeam.toUpperCase() })]],
    ['sameUser', [clockIn(), clockOut({ response: refusal(400) })]],
    ['sameUser', [clockIn(), clockOut({ response: refusal(499) })]],
  ])('is of the kind %s', (kind, exchanges) => {
    expect(between(...exchanges)).toEqual([kind]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['it is of two kinds', [clockIn(), forThem]],
    ['all of it was refused', [clockIn({}, { response: refusal(400) })]],
    ['nobody knows whether it was done', [clockIn(), clockOut({ fault: 'reset' })]],
    ['it was answered 408', [clockIn(), clockOut({ response: refusal(408) })]],
    ['it was answered 429', [clockIn(), clockOut({ response: refusal(429) })]],
    ['it was answered 503', [clockIn(), clockOut({ response: refusal(503) })]],
    ['it was redirected', [clockIn(), clockOut({ response: refusal(302) })]],
    ['it is no operation', [exchange({ operation: 'unknown', method: 'POST', card: 'TCK_other' })]],
    [
      'it is no operation of another team either',
      [exchange({ operation: 'unknown', method: 'POST', card: 'TCK_other', team: otherTeam })],
    ],
    ['nobody knows whose card was written', [remove(openCard)]],
    ['the other card covers the same time', [createOf(createBody, { '/id': 'TCK_other' })]],
  ])('is not told where %s', (_name, exchanges) => {
    expect(between(...exchanges)).toEqual([]);
  });

  test('is not told of a card that belongs to nobody', () => {
    const nobody = { '/userId': null };
    expect(subjectsIn(beside, [create(nobody), get(createdCard, nobody), clockIn(), get(createdCard, nobody)])).toEqual(
      [],
    );
    expect(subjectsIn(beside, [create(nobody), get(createdCard, nobody), get(createdCard, nobody)])).toHaveLength(1);
  });
});

describe('a card beside others', () => {
  test('is shown by the last certain get and by this one', () => {
    const noted = { '/notes': { contentType: 'text', content: 'other' } };
    expect(subjectsIn(beside, [...seen, clockIn(), get(createdCard, noted)])).toMatchObject([
      {
        before: createdCard,
        after: { id: createdId, notes: noted['/notes'] },
        afterDelete: false,
        status: 200,
        evidence: [2, 3, 4],
      },
    ]);
  });

  test.each([404, 410])('is gone with %d, for who has seen it', (status) => {
    const response = refusal(status);
    expect(subjectsIn(beside, [...seen, get(createdCard, {}, { response })])).toMatchObject([
      { after: undefined, status },
    ]);
    expect(subjectsIn(beside, [...seen, get(createdCard, {}, { actor: 'secondUser', response })])).toEqual([]);
  });

  test('is not known by gets that asked for another one', () => {
    const astray = get(createdCard, {}, { card: 'TCK_other' });
    expect(subjectsIn(beside, [astray, astray, get(createdCard)])).toEqual([]);
  });

  test('has been seen by whom the last certain get was, whoever made others', () => {
    const [made, got] = seen;
    const theirs = list([], { actor: 'secondUser' });
    const exchanges = [theirs, made, got, get(createdCard, {}, gone)].flatMap((one) => one ?? []);
    expect(subjectsIn(beside, exchanges)).toMatchObject([{ after: undefined }]);
  });

  test('may be looked for after one was deleted', () => {
    const after = (one: Exchange) =>
      subjectsIn(beside, [clockIn(), ...seen, one, get(createdCard, {}, gone)]).map(({ afterDelete }) => afterDelete);
    expect(after(remove(openCard))).toEqual([true]);
    expect(after(clockOut())).toEqual([false]);
    expect(
      subjectsIn(beside, [
        clockIn(),
        ...seen,
        clockOut(),
        remove(openCard, { response: refusal(403) }),
        get(createdCard),
      ]),
    ).toMatchObject([{ afterDelete: false }]);
  });

  test.each<[name: string, look: Exchange]>([
    ['was refused', get(createdCard, {}, { response: { status: 403, body: createdCard } })],
    ['got no answer', get(createdCard, {}, { fault: 'reset' })],
    ['shows another card', get(createdCard, { '/id': 'TCK_other' })],
    ['shows no card', get(createdCard, {}, { response: { body: [] } })],
    ['asks for a part', get(createdCard, {}, { query: '$select=id' })],
    ['overlapped a write', get(createdCard, {}, { intent: { overlaps: 'it' } })],
    ['is of a card that is not known', get(openCard, {}, gone)],
  ])('is not shown by a get that %s', (_name, look) => {
    expect(subjectsIn(beside, [...seen, look])).toEqual([]);
  });
});
