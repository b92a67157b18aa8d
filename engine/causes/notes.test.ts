import { expect, test } from 'vitest';
import type { Fault } from '../../reference/fault.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { runAgainst } from '../../test/run-against.ts';

/** Shows notes as `altered` leaves them. */
function altering(altered: (notes: Json) => Json): Fault {
  const without = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(without);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, name === 'notes' ? altered(member) : without(member)]),
    );
  };
  return { id: 'alters-notes', start: () => ({ read: without }) };
}

function losing(isLost: (notes: Json) => boolean): Fault {
  return altering((notes) => (isLost(notes) ? null : notes));
}

const settings = { effort: 'quick', expectsLag: false } as const;

test('a server that keeps no notes is told so once, and nothing of emoji', async () => {
  const { end, violated } = await runAgainst(
    losing(() => true),
    settings,
  );
  expect(violated).toEqual(expect.arrayContaining(['TC-CLOCKIN-008', 'TC-NOTES-001']));
  const cause = end.causes.find(({ fact }) => fact.kind === 'notesLost');
  expect(cause?.sentence).toMatch(/^Notes that were sent are not in what .*get.* show: they are not kept, whatever/);
  expect(cause?.explains).toEqual(expect.arrayContaining(['TC-CLOCKIN-008', 'TC-NOTES-001']));
});

test('a server that keeps plain notes, and no others, is told what it loses', async () => {
  const isHtml = (notes: Json): boolean => isJsonObject(notes) && notes['contentType'] === 'html';
  const { end, violated } = await runAgainst(losing(isHtml), settings);
  expect(violated).toContain('TC-NOTES-002');
  expect(end.causes.filter(({ fact }) => fact.kind === 'notesLost')).toEqual([]);
});

test('a server that breaks every character outside ASCII is told so once', async () => {
  const broken = (notes: Json): Json =>
    isJsonObject(notes) && typeof notes['content'] === 'string'
      ? { ...notes, content: notes['content'].replaceAll(/[^\0-\x7F]/g, '\uFFFD\uFFFD') }
      : notes;
  const { end, violated } = await runAgainst(altering(broken), { expectsLag: false });
  expect(violated).toContain('TC-NOTES-001');
  const cause = end.causes.find(({ fact }) => fact.kind === 'textBroken');
  expect(cause?.sentence).toMatch(/^Characters outside ASCII come back as U\+FFFD in what .*get.* show/);
  expect(cause?.explains).toEqual(expect.arrayContaining(['TC-NOTES-001', 'TC-CLOCKIN-008']));
});

test('a break that is taken for another is not told as notes that are not kept', async () => {
  const { end, violated } = await runAgainst(
    {
      id: 'second-break-loses-notes',
      start: () => ({
        store: ({ after, call }) => {
          if (after === undefined || call.operation !== 'endBreak' || after.breaks.length < 2) return after;
          const last = after.breaks.length - 1;
          const emptied = after.breaks.map((one, index) =>
            index === last && one.end !== null ? { ...one, end: { ...one.end, notes: null } } : one,
          );
          return { ...after, breaks: emptied };
        },
      }),
    },
    { effort: 'normal', expectsLag: false, numRuns: 5, suites: new Set(['breaks']) },
  );
  expect(violated.some((id) => id.startsWith('TC-BREAK-'))).toBe(true);
  expect(end.causes.filter(({ fact }) => fact.kind === 'notesLost')).toEqual([]);
});
