import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../traffic/exchange.ts';
import { asChanged, clockIn, clockOut, get, openCard, openId, refusal, remove } from '../../test/card-exchanges.ts';
import { exchange, otherTeam } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { afterDeleteElsewhere } from './deleted-elsewhere.ts';
import { secondDelete, writeToDeleted } from './deleted.ts';

const look = (status: number, rest = {}) => get(openCard, {}, { response: refusal(status), ...rest });
const deleted = [clockIn(), remove(openCard), look(404)];

describe('a write to a deleted card', () => {
  test('is found with the delete, and the last get that did not find the card', () => {
    expect(subjectsIn(secondDelete, [...deleted, remove(openCard)])).toMatchObject([{ evidence: [2, 3, 4] }]);
    expect(subjectsIn(writeToDeleted, [...deleted, clockOut()])).toMatchObject([{ evidence: [2, 3, 4] }]);
    expect(
      subjectsIn(writeToDeleted, [clockIn(), remove(openCard), look(410), look(404), look(403), clockOut()]),
    ).toMatchObject([{ evidence: [2, 4, 6] }]);
  });

  test('is one delete, or another write', () => {
    expect(subjectsIn(secondDelete, [...deleted, clockOut()])).toEqual([]);
    expect(subjectsIn(writeToDeleted, [...deleted, remove(openCard)])).toEqual([]);
    expect(subjectsIn(writeToDeleted, [...deleted, get(openCard)])).toEqual([]);
    expect(
      subjectsIn(writeToDeleted, [...deleted, exchange({ operation: 'unknown', method: 'PATCH', card: openId })]),
    ).toEqual([]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['was not deleted', [clockIn(), look(404), clockOut()]],
    ['no get has looked for', [clockIn(), remove(openCard), clockOut()]],
    ['a get looked for before', [clockIn(), look(404), remove(openCard), clockOut()]],
    ['a get still finds', [clockIn(), remove(openCard), get(openCard), clockOut()]],
    ['a get may not see', [clockIn(), remove(openCard), look(403), clockOut()]],
    [
      'a get did not find while something was under way',
      [clockIn(), remove(openCard), look(404, { intent: { overlaps: 'it' } }), clockOut()],
    ],
    ['may have been written since', [...deleted, clockOut({ fault: 'reset' }), clockOut()]],
    ['is written with a deliberately wrong request', [...deleted, clockOut({ intent: asChanged('/x', 'other') })]],
    ['is written by two at once', [...deleted, clockOut({ intent: { overlaps: 'it' } })]],
  ])('is not one to a card that %s', (_name, exchanges) => {
    expect(
      subjectsIn(writeToDeleted, exchanges).filter(({ evidence }) => evidence.at(-1) === exchanges.length),
    ).toEqual([]);
  });
});

describe('a card that somebody deleted in another team', () => {
  const elsewhere = remove(openCard, { team: otherTeam });
  const before = [clockIn(), get(openCard)];

  test('is looked for by the first get after it', () => {
    expect(subjectsIn(afterDeleteElsewhere, [...before, elsewhere, get(openCard), get(openCard)])).toMatchObject([
      { evidence: [2, 3, 4] },
    ]);
    expect(subjectsIn(afterDeleteElsewhere, [...before, elsewhere, look(404)])).toMatchObject([
      { evidence: [2, 3, 4] },
    ]);
  });

  test.each<[name: string, exchanges: readonly Exchange[]]>([
    ['the get tells nothing', [...before, elsewhere, look(403)]],
    ['the get is not plain', [...before, elsewhere, look(404, { intent: { overlaps: 'it' } })]],
    ['the get is in the other team', [...before, elsewhere, look(404, { team: otherTeam })]],
    ['the delete is in its own team', [...before, remove(openCard, { response: refusal(403) }), look(404)]],
    [
      'the other team saw something else',
      [...before, clockOut({ team: otherTeam, response: refusal(404) }), look(404)],
    ],
    ['it was deleted before', [...before, remove(openCard), elsewhere, look(404)]],
    ['a get shows it after it was deleted', [...before, remove(openCard), get(openCard), elsewhere, look(404)]],
    ['nothing of this traffic made it', [get(openCard), elsewhere, look(404)]],
    ['no get had shown it', [clockIn(), elsewhere, look(404)]],
    ['the last get had not shown it', [clockIn(), look(404), elsewhere, look(404)]],
    ['the last get was in the other team', [clockIn(), get(openCard, {}, { team: otherTeam }), elsewhere, look(404)]],
    ['a write came before', [...before, clockOut(), elsewhere, look(404)]],
  ])('is not found where %s', (_name, exchanges) => {
    expect(subjectsIn(afterDeleteElsewhere, exchanges)).toEqual([]);
  });
});
