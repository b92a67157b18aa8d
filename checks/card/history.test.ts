import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../traffic/json.ts';
import { closedCard, openCard, openId } from '../../test/card-exchanges.ts';
import { cardIn, doubted, afterRefusal, afterSight, touched, unseenCard, written, type History } from './history.ts';

const view = (card: JsonObject, sequence = 1) => ({ card, sequence, by: 'get' }) as const;
const open = afterSight(unseenCard(openId), view(openCard));
const closed = afterSight(unseenCard(openId), view(closedCard));
const [clockOut, replace] = [
  { operation: 'clockOut', sequence: 2 },
  { operation: 'replace', sequence: 2 },
] as const;

test('nothing is known of an unseen card but its id', () => {
  expect(unseenCard('x')).toStrictEqual({ id: 'x', writes: [], refusals: [], state: 'unknown' });
});

describe('what was seen of a card', () => {
  test('is all that is known of its state', () => {
    const owner = String(openCard['userId']);
    expect(open).toStrictEqual({
      id: openId,
      latest: view(openCard),
      writes: [],
      refusals: [],
      state: 'clockedIn',
      owner,
    });
    expect(afterSight(open, view({ ...openCard, state: 'asleep' })).state).toBe('unknown');
    // No document has a card say so of itself.
    expect(afterSight(open, view({ ...openCard, state: 'gone' })).state).toBe('unknown');
  });

  test('keeps the owner whom it does not show', () => {
    expect(afterSight(open, view({ ...openCard, userId: null })).owner).toBe(openCard['userId']);
    expect(afterSight(unseenCard(openId), view({ ...openCard, userId: null })).owner).toBeUndefined();
  });

  test('may be old after a write of which nothing shows whether it is done, or after two', () => {
    const after = (history: History) => afterSight(history, view(closedCard, 9)).unsettled;
    expect(after(written(open, clockOut))).toBeUndefined();
    expect(after(written(closed, clockOut))).toBe(true);
    expect(after(written(closed, replace))).toBeUndefined();
    expect(after(written(written(closed, replace), replace))).toBe(true);
    expect(after(written(open, { ...clockOut, shows: false }))).toBe(true);
    expect(after(touched(open, 2))).toBe(true);
    expect(after(afterSight(touched(open, 2), view(openCard, 3)))).toBeUndefined();
    // A card that may have been old before a write shows that it is done, or may be old still.
    const old = written(afterSight(touched(open, 2), view(openCard, 3)), { ...clockOut, sequence: 4 });
    expect(after(old)).toBeUndefined();
    expect(afterSight(old, view(openCard, 9)).unsettled).toBe(true);
  });
});

describe('after a write', () => {
  test('the state is the one that the documents tell, and a replaced card has to be read', () => {
    expect(written(open, clockOut)).toMatchObject({ state: 'clockedOut', writes: [{ ...clockOut, isTold: true }] });
    expect(written(closed, clockOut)).toMatchObject({ state: 'unknown', writes: [{ ...clockOut, isTold: false }] });
    expect(written(closed, replace)).toMatchObject({ state: 'unknown', writes: [{ ...replace, isTold: true }] });
    expect(written(unseenCard(openId), clockOut)).toMatchObject({ state: 'unknown', writes: [{ isTold: false }] });
    // What is replaced is what was sent, whatever it was.
    expect(written(open, replace)).toMatchObject({ state: 'unknown', writes: [{ ...replace, isTold: true }] });
    expect(written(unseenCard(openId), replace)).toMatchObject({ state: 'unknown', writes: [{ isTold: false }] });
  });

  test('only a replaced card has no documented life any more', () => {
    const documented: History = { ...open, documentedLife: true };
    expect(written(documented, clockOut).documentedLife).toBe(true);
    expect(written(documented, replace)).not.toHaveProperty('documentedLife');
    expect(written(open, clockOut)).not.toHaveProperty('documentedLife');
  });

  test('the state of a replaced card follows from the events only where it did before, and where the request says it', () => {
    const known: History = { ...open, knownState: true };
    expect(written(known, clockOut).knownState).toBe(true);
    expect(written(known, { ...replace, saysState: true }).knownState).toBe(true);
    expect(written(known, replace)).not.toHaveProperty('knownState');
    expect(written(open, { ...replace, saysState: true })).not.toHaveProperty('knownState');
  });

  test('earlier refusals say nothing any more, and a delete leaves nothing', () => {
    const once = afterRefusal(open, 2);
    expect(once.refusals).toEqual([2]);
    expect(written(once, clockOut).refusals).toEqual([]);
    expect(written(once, { operation: 'delete', sequence: 3 })).toMatchObject({
      state: 'gone',
      deletedBy: 3,
      refusals: [],
      writes: [],
    });
    expect(doubted(once, 'clockOut')).toMatchObject({ state: 'unknown', doubtful: true, refusals: [], writes: [] });
    // Perhaps it was edited, and no document says any more which states it goes through.
    const documented = { ...once, documentedLife: true } as const;
    expect(doubted(documented, 'clockOut').documentedLife).toBe(true);
    expect(doubted(documented, 'replace')).not.toHaveProperty('documentedLife');
    expect(touched(once, 3)).toMatchObject({
      state: 'unknown',
      refusals: [],
      writes: [{ operation: 'beside', sequence: 3 }],
    });
  });
});

test('a refusal tells something only of a card that was seen since the last write', () => {
  expect(afterRefusal(unseenCard(openId), 2).refusals).toEqual([]);
  expect(afterRefusal(written(open, clockOut), 3).refusals).toEqual([]);
});

test('a card is an object with an id', () => {
  expect(cardIn(openCard)).toBe(openCard);
  for (const other of [undefined, null, 'TCK_1', [openCard], {}, { id: 7 }]) expect(cardIn(other)).toBeUndefined();
});
