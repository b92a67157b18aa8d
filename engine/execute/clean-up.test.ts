import { expect, test } from 'vitest';
import { exchange } from '../../test/exchanges.ts';
import { CleanUp } from './clean-up.ts';

/** How often a server was asked to delete or close cards that one case after another leaves, and what stayed behind. */
async function afterCases(
  deletes: readonly (number | 'timeout')[],
  closes: 204 | 404 | 409 | 500,
): Promise<{ readonly deletes: number; readonly closes: number; readonly left: number }> {
  const cleanUp = new CleanUp();
  const asked = { deletes: 0, closes: 0 };
  for (const [index, status] of deletes.entries()) {
    let open = true;
    await cleanUp.after({
      cards: {
        present: new Map([['card', `TCK_${index}`]]),
        mayBeOpen: () => open,
        mayBeGone: () => status === 500 || status === 'timeout',
        askedAt: () => index,
      },
      pause: () => Promise.resolve(),
      remove: () => {
        asked.deletes += 1;
        const answer = status === 'timeout' ? { fault: status } : { response: { status } };
        return Promise.resolve(exchange({ operation: 'delete', card: `TCK_${index}`, ...answer }));
      },
      close: () => {
        asked.closes += 1;
        open = closes !== 204;
        return Promise.resolve();
      },
      result: () => ({ exchanges: [exchange({ operation: 'clockOut', response: { status: closes } })], judged: [] }),
    });
  }
  return { ...asked, left: cleanUp.leftBehind.size };
}

const often = <T>(value: T): readonly T[] => Array.from({ length: 50 }, () => value);

test('what can be deleted is deleted, and needs no closing', async () => {
  expect(await afterCases(often(204), 204)).toEqual({ deletes: 50, closes: 0, left: 0 });
});

test.each([
  [404, 6],
  [405, 3],
  [501, 3],
  [500, 12],
  [403, 12],
  [409, 12],
  ['timeout', 2],
] as const)('a delete that always ends in %s is given up after %i', async (status, deletes) => {
  expect(await afterCases(often(status), 204)).toEqual({ deletes, closes: 50, left: 50 });
});

test('closing is given up as well where it closes nothing', async () => {
  expect(await afterCases(often(500), 500)).toEqual({ deletes: 12, closes: 6, left: 50 });
});

test.each([404, 409] as const)('closing goes on where a card was gone or closed already: %i', async (status) => {
  expect(await afterCases(often(500), status)).toEqual({ deletes: 12, closes: 50, left: 50 });
});

test('a server that is only busy now and then is asked again', async () => {
  const busy = [500, 500, 500, 500, 500, 204] as const;
  expect((await afterCases([...busy, ...busy, ...busy], 204)).deletes).toBe(33);
});

const cardThat = (mayBeOpen: () => boolean) => ({
  present: new Map([['card', 'TCK_1']]),
  mayBeOpen,
  mayBeGone: () => false,
  askedAt: () => 0,
});

test('a delete that is refused now and then is tried once more', async () => {
  let asked = 0;
  const cleanUp = new CleanUp();
  await cleanUp.after({
    cards: cardThat(() => false),
    pause: () => Promise.resolve(),
    remove: () =>
      Promise.resolve(exchange({ operation: 'delete', response: { status: (asked += 1) === 1 ? 403 : 204 } })),
    close: () => Promise.resolve(),
    result: () => ({ exchanges: [], judged: [] }),
  });
  expect([asked, cleanUp.leftBehind.size]).toEqual([2, 0]);
});

test('what could not be deleted while it was open is deleted once it is closed', async () => {
  let open = true;
  const cleanUp = new CleanUp();
  await cleanUp.after({
    cards: cardThat(() => open),
    pause: () => Promise.resolve(),
    remove: () => Promise.resolve(exchange({ operation: 'delete', response: { status: open ? 409 : 204 } })),
    close: () => Promise.resolve(void (open = false)),
    result: () => ({ exchanges: [exchange({ operation: 'clockOut', response: { status: 204 } })], judged: [] }),
  });
  expect(cleanUp.leftBehind.size).toBe(0);
});

test.each([
  ['in the clean-up', [504, 404], false],
  ['in the case', [404, 404], true],
] as const)('a delete whose answer a gateway lost %s was done where the card is gone', async (_, statuses, before) => {
  const answers: number[] = [...statuses];
  let isLost: boolean = before;
  const cleanUp = new CleanUp();
  await cleanUp.after({
    cards: { ...cardThat(() => true), mayBeGone: () => isLost },
    pause: () => Promise.resolve(),
    remove: () => {
      const status = answers.shift() ?? 0;
      isLost ||= status === 504;
      return Promise.resolve(exchange({ operation: 'delete', response: { status } }));
    },
    close: () => Promise.reject(new Error('closed')),
    result: () => ({ exchanges: [], judged: [] }),
  });
  expect(cleanUp.leftBehind.size).toBe(0);
});
