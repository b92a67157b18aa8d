import type { Diff } from '../../results/diff/difference.ts';

/**
 * What a terminal would act on or hide and JSON allows as it is: controls beyond ASCII, and invisible formatting such as the
 * bidirectional overrides.
 */
const raw = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A comparison for programs. It goes to standard output, so that what a server sent must not move a cursor: escaped, it is the same text. */
export function renderDiffJson(diff: Diff): string {
  return `${JSON.stringify(diff, null, 2).replace(raw, escaped)}\n`;
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
