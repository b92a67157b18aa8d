import type { Json } from '../../traffic/json.ts';

/**
 * Controls (C0, C1, and with them every ANSI escape), invisible formatting such as the bidirectional overrides, line
 * separators, and halves of surrogate pairs.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Most text is ASCII that can be printed, and told so at a glance. */
const legible = /^[ -~]*$/;

/**
 * Text that is safe to print on a terminal. What a server sends is hostile until shown otherwise: it could move the
 * cursor, rename the window, or read backwards. Such characters are shown as escapes instead of dropped, since they
 * may be the very finding.
 */
export function visible(text: string): string {
  return legible.test(text) ? text : text.replace(unprintable, escape);
}

/** A JSON value on one safe line. */
export function visibleJson(value: Json): string {
  return visible(JSON.stringify(value));
}

/** True if every character can be seen. */
export function isVisible(text: string): boolean {
  return legible.test(text) || text.search(unprintable) === -1;
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
