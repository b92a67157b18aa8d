import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import {
  clockIn,
  clockOut,
  create,
  createdCard,
  createdId,
  createOf,
  createBody,
  get,
  list,
  openCard,
  openId,
  refusal,
  remove,
} from '../../test/card-exchanges.ts';
import { exchange, otherTeam, secondUser, traffic } from '../../test/exchanges.ts';
import { Trace } from '../trace/trace.ts';
import { mayWrite, knownState } from './settled-view.ts';

/** The number and the kind of the answer that says what the card is. */
function settledBy(id: string, ...exchanges: readonly Exchange[]): string | undefined {
  const trace = new Trace();
  for (const one of traffic(exchanges)) trace.add(one);
  const view = knownState(id, trace);
  return view === undefined ? undefined : `${view.sequence} ${view.by}`;
}

const other = { ...createdCard, id: 'TCK_other' };
const noted = { '/notes': { contentType: 'text', content: 'other' } };

describe('what a card is known to look like', () => {
  test('is what the write that made it answered', () => {
    expect(settledBy(createdId, create())).toBe('1 create');
    expect(settledBy(openId, clockIn())).toBe('1 clockIn');
    expect(settledBy(createdId, get(createdCard), create())).toBe('2 create');
  });

  test('is what the newest get shows, if it is like the one before', () => {
    expect(settledBy(createdId, create(), get(createdCard))).toBe('2 get');
    expect(settledBy(createdId, create(), get(createdCard, noted))).toBeUndefined();
    expect(settledBy(createdId, create(), get(createdCard, noted), get(createdCard, noted))).toBe('3 get');
    expect(settledBy(createdId, create(), get(createdCard), get(createdCard, noted))).toBeUndefined();
  });

  test.each<[name: string, making: Exchange]>([
    ['was refused', create({}, { response: { status: 400, body: createdCard } })],
    ['made another card', create({ '/id': 'TCK_other' })],
    ['answered with no card', create({ '/id': undefined })],
  ])('is not what a write says that %s', (_name, making) => {
    expect(settledBy(createdId, making)).toBeUndefined();
    expect(settledBy(createdId, making, get(createdCard))).toBeUndefined();
  });

  test('is not known of a card that one get alone has shown', () => {
    expect(settledBy(createdId, get(createdCard))).toBeUndefined();
    expect(settledBy(createdId, get(createdCard), get(createdCard))).toBe('2 get');
  });

  test.each<[name: string, look: Exchange]>([
    ['another card', get(createdCard, { '/id': 'TCK_other' })],
    ['part of it', get(createdCard, {}, { query: '$select=id' })],
    ['a refusal', get(createdCard, {}, { response: { status: 404, body: createdCard } })],
    ['the card in a list', list([createdCard])],
    ['the card while a write was under way', get(createdCard, noted, { intent: { overlaps: 'it' } })],
  ])('does not change with an answer that shows %s', (_name, look) => {
    expect(settledBy(createdId, create(), look)).toBe('1 create');
  });

  test.each<[name: string, write: Exchange]>([
    ['an accepted write', clockOut()],
    ['a refused one', clockOut({ response: refusal(400) })],
    ['one whose id is in other letter case', clockOut({ card: openId.toLowerCase() })],
    ['one that is no operation', exchange({ operation: 'unknown', method: 'PATCH', card: openId })],
  ])('is not known after %s, nor by the first get after it', (_name, write) => {
    expect(settledBy(openId, clockIn(), get(openCard), write)).toBeUndefined();
    expect(settledBy(openId, clockIn(), write, get(openCard))).toBeUndefined();
    expect(settledBy(openId, clockIn(), write, get(openCard), get(openCard))).toBe('4 get');
  });

  test('does not change with a question that is no operation', () => {
    expect(settledBy(openId, clockIn(), exchange({ operation: 'unknown', method: 'HEAD', card: openId }))).toBe(
      '1 clockIn',
    );
  });
});

describe('a card that begins', () => {
  const [made, seen] = [create(), get(createdCard)];
  const again = createOf(createBody, { '/id': 'TCK_other' });

  test.each<[name: string, write: Exchange]>([
    ['at the same time', again],
    ['of nobody', createOf(createBody, { '/id': 'TCK_other', '/userId': null })],
    ['of which nobody knows whether it does', create({}, { response: { status: 503, body: other } })],
  ])('may have changed one of the same user: %s', (_name, write) => {
    expect(settledBy(createdId, made, seen, write)).toBeUndefined();
  });

  test.each<[name: string, write: Exchange]>([
    ['of another user', createOf(createBody, { '/id': 'TCK_other', '/userId': secondUser })],
    ['of another team', createOf(createBody, { '/id': 'TCK_other' }, { team: otherTeam })],
    ['that was refused', create({}, { response: { status: 400, body: other } })],
    ['now, after the card has ended', clockIn()],
  ])('leaves one alone: %s', (_name, write) => {
    expect(settledBy(createdId, made, seen, write)).toBe('2 get');
  });

  test('may have changed a card that belongs to nobody', () => {
    const nobody = { '/userId': null };
    expect(settledBy(createdId, create(nobody), get(createdCard, nobody), again)).toBeUndefined();
  });

  test('changes nothing that a get shows later', () => {
    expect(settledBy(createdId, made, again, seen, seen)).toBe('4 get');
  });
});

test('only what may change something is a write', () => {
  const trace = new Trace();
  const asked = [list([]), create(), remove(createdCard), exchange({ operation: 'unknown', method: 'HEAD' })];
  expect(traffic(asked).map((one) => mayWrite(trace.add(one)))).toEqual([false, true, true, false]);
});
