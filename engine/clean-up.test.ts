import { expect, test } from 'vitest';
import { exchange } from '../test/exchanges.ts';
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
      cards: { present: new Map([['card', `TCK_${index}`]]), mayBeOpen: () => open, askedAt: () => index },
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
  [404, 3],
  [405, 3],
  [501, 3],
  [500, 6],
  [403, 6],
  ['timeout', 2],
] as const)('a delete that always ends in %s is given up after %i', async (status, deletes) => {
  expect(await afterCases(often(status), 204)).toEqual({ deletes, closes: 50, left: 50 });
});

test('closing is given up as well where it closes nothing', async () => {
  expect(await afterCases(often(500), 500)).toEqual({ deletes: 6, closes: 6, left: 50 });
});

test.each([404, 409] as const)('closing goes on where a card was gone or closed already: %i', async (status) => {
  expect(await afterCases(often(500), status)).toEqual({ deletes: 6, closes: 50, left: 50 });
});

test('a server that is only busy now and then is asked again', async () => {
  const busy = [500, 500, 500, 500, 500, 204] as const;
  expect((await afterCases([...busy, ...busy, ...busy], 204)).deletes).toBe(18);
});
