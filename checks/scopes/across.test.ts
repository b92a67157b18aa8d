import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import {
  asChanged,
  clockIn,
  clockOut,
  closedCard,
  create,
  createdCard,
  createOf,
  createBody,
  get,
  list,
  openCard,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { across, afterRefusals, readAfterDelete, readBack } from './across.ts';

const opened = [clockIn(), get(openCard)];
const gone = { response: refusal(404) };
const startBreak = exchange({ operation: 'startBreak', card: String(openCard['id']), request: { body: {} } });

describe('a card across one accepted write', () => {
  const clockOuts = across('clockOut');

  test('is shown by the gets before and after it, with how it was made', () => {
    const [one, ...others] = subjectsIn(clockOuts, [...opened, clockOut(), get(closedCard)]);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ before: openCard, after: closedCard, madeBy: 'clockIn', evidence: [2, 3, 4] });
    expect(one?.write.sequence).toBe(3);
    expect(one?.sent).toEqual(one?.write.sent);
  });

  test('is shown by an answer that leaves out the id', () => {
    expect(subjectsIn(clockOuts, [...opened, clockOut(), get(closedCard, { '/id': undefined })])).toHaveLength(1);
  });

  test('is made by nobody known if it was there before, or was made in a way that no page shows', () => {
    const madeBy = (...exchanges: readonly Exchange[]) => subjectsIn(clockOuts, exchanges).map((one) => one.madeBy);
    expect(madeBy(get(openCard), clockOut(), get(closedCard))).toEqual([undefined]);
    const unusual = createOf({ ...createBody, state: 'clockedIn' }, { '/id': openCard['id'], '/state': 'clockedIn' });
    expect(madeBy(unusual, clockOut(), get(closedCard))).toEqual([undefined]);
  });

  test('has sent nothing where the write had no body', () => {
    expect(subjectsIn(clockOuts, [...opened, clockOut({ request: {} }), get(closedCard)])).toMatchObject([
      { sent: {} },
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['nothing has shown it before', [clockOut(), get(closedCard)]],
    ['the write was refused', [...opened, clockOut({ response: refusal(400) }), get(openCard)]],
    ['the write was another one', [...opened, startBreak, get(openCard)]],
    ['there were two writes', [...opened, startBreak, clockOut(), get(closedCard)]],
    [
      'no document says what the write does then',
      [...opened, clockOut(), get(closedCard), clockOut(), get(closedCard)],
    ],
    ['the state before was not known', [clockIn({ '/state': 'other' }), clockOut(), get(closedCard)]],
    ['the write was deliberately wrong', [...opened, clockOut({ intent: asChanged('/x', 'other') }), get(closedCard)]],
    ['the write overlapped another', [...opened, clockOut({ intent: { overlaps: 'it' } }), get(closedCard)]],
    [
      'the get was refused',
      [...opened, clockOut(), get(closedCard, {}, { response: { status: 403, body: closedCard } })],
    ],
    ['the get shows another card', [...opened, clockOut(), get(closedCard, { '/id': 'TCK_other' })]],
    ['the get shows no object', [...opened, clockOut(), get(closedCard, {}, { response: { body: [] } })]],
    ['it is no get', [...opened, clockOut(), clockOut({ response: { status: 200, body: closedCard } })]],
    [
      'the view before may have been old',
      [...opened, startBreak, clockOut(), get(openCard), clockOut(), get(closedCard)],
    ],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(clockOuts, exchanges).filter(({ evidence }) => evidence.at(-1) === exchanges.length)).toEqual([]);
  });
});

describe('a made card read back', () => {
  const created = readBack('create');

  test('is what the first get shows, or nothing where it does not find it', () => {
    expect(subjectsIn(created, [create(), get(createdCard), get(createdCard)])).toMatchObject([
      { made: createdCard, read: createdCard, evidence: [1, 2] },
    ]);
    expect(subjectsIn(created, [create(), get(createdCard, {}, gone)])).toMatchObject([
      { made: createdCard, read: undefined },
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['something else made it', [clockIn(), get(openCard)]],
    ['nothing of this traffic made it', [list([createdCard]), get(createdCard)]],
    ['a write came between', [create(), remove(createdCard, { response: refusal(403) }), get(createdCard)]],
    ['an accepted write came between', [create(), clockOut({ card: String(createdCard['id']) }), get(createdCard)]],
    ['the get may not find it', [create(), get(createdCard, {}, { actor: 'secondUser', ...gone })]],
    ['the get was refused otherwise', [create(), get(createdCard, {}, { response: refusal(403) })]],
    ['the get overlapped something', [create(), get(createdCard, {}, { intent: { overlaps: 'it' } })]],
    ['the get was deliberately wrong', [create(), get(createdCard, {}, { intent: asChanged('/x', 'other') })]],
    ['the get shows no object', [create(), get(createdCard, {}, { response: { body: [] } })]],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(created, exchanges)).toEqual([]);
  });
});

describe('a card across refused writes', () => {
  const denied = clockOut({ response: refusal(403) });

  test('is shown by the last get before and the first after them', () => {
    expect(subjectsIn(afterRefusals, [...opened, denied, denied, get(closedCard)])).toMatchObject([
      { before: openCard, after: closedCard, evidence: [2, 3, 4, 5] },
    ]);
  });

  test('is not there any more if who made it does not find it', () => {
    expect(subjectsIn(afterRefusals, [...opened, denied, get(openCard, {}, gone)])).toMatchObject([
      { after: undefined },
    ]);
    expect(subjectsIn(afterRefusals, [...opened, denied, get(openCard, {}, { actor: 'secondUser', ...gone })])).toEqual(
      [],
    );
    expect(subjectsIn(afterRefusals, [get(openCard), denied, get(openCard, {}, gone)])).toEqual([]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['nothing was refused', [...opened, get(openCard)]],
    ['no get had shown it before', [clockIn(), denied, get(openCard)]],
    ['the view before may have been old', [...opened, startBreak, clockOut(), get(openCard), denied, get(closedCard)]],
    ['the get shows another card', [...opened, denied, get(openCard, { '/id': 'TCK_other' })]],
    ['the get was refused', [...opened, denied, get(openCard, {}, { response: { status: 403, body: openCard } })]],
    ['it is no get', [...opened, denied, list([openCard])]],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(afterRefusals, exchanges)).toEqual([]);
  });
});

describe('a get of a deleted card', () => {
  test('is found with what made it, if anything did, and what deleted it', () => {
    expect(subjectsIn(readAfterDelete, [create(), remove(createdCard), get(createdCard)])).toMatchObject([
      { evidence: [1, 2, 3] },
    ]);
    expect(subjectsIn(readAfterDelete, [get(createdCard), remove(createdCard), get(createdCard)])).toMatchObject([
      { evidence: [2, 3] },
    ]);
  });

  test('says nothing with a 404 of a server whose gets never show anything', () => {
    const deleted = [create(), remove(createdCard)];
    expect(subjectsIn(readAfterDelete, [...deleted, get(createdCard, {}, gone)])).toEqual([]);
    expect(subjectsIn(readAfterDelete, [list([]), ...deleted, get(createdCard, {}, gone)])).toEqual([]);
    expect(subjectsIn(readAfterDelete, [get(openCard), ...deleted, get(createdCard, {}, gone)])).toHaveLength(1);
    expect(subjectsIn(readAfterDelete, [...deleted, get(createdCard, {}, { response: refusal(410) })])).toHaveLength(1);
  });

  test.each<[name: string, look: Exchange]>([
    ['in part', get(createdCard, {}, { query: '$select=id' })],
    ['while something was under way', get(createdCard, {}, { intent: { overlaps: 'it' } })],
    ['of a card that is there', get(openCard)],
  ])('is not found %s', (_name, look) => {
    expect(subjectsIn(readAfterDelete, [create(), remove(createdCard), look])).toEqual([]);
  });
});
