import { expect, test } from 'vitest';
import type { Fault } from '../../reference/fault.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { runAgainst } from '../../test/run-against.ts';

/** Passes everything on but the notes that `isLost` picks. */
function losing(isLost: (notes: Json) => boolean): Fault {
  const without = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(without);
    if (!isJsonObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === 'notes' && isLost(member) ? null : without(member),
      ]),
    );
  };
  return { id: 'loses-notes', start: () => ({ read: without }) };
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
