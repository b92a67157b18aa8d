import { isJsonObject, type Json } from '../../traffic/json.ts';

/** What JSON leaves to who writes it; none of it means anything (RFC 8259). */
export interface JsonStyle {
  /** The first letter of each name as an escape. */
  readonly escapesNames: boolean;
  /** The first character of each text as an escape, and every character beyond ASCII. */
  readonly escapesTexts: boolean;
  /** A slash as `\/`, as PHP writes it. */
  readonly escapesSlashes: boolean;
  /** The members of each object from the last to the first. */
  readonly reverses: boolean;
  /** A blank on either side of each colon and comma. */
  readonly spaces: boolean;
  /** A line for each member and each element, indented with tabs, and white space around the whole. */
  readonly breaksLines: boolean;
}

/** The value as text in that style. */
export function writeJson(value: Json, style: JsonStyle): string {
  const text = written(value, style, 0);
  return style.breaksLines ? `${newLine}${text}${newLine}` : text;
}

const newLine = '\r\n';

function written(value: Json, style: JsonStyle, depth: number): string {
  if (typeof value === 'string') return quoted(value, style, style.escapesTexts);
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(
      ([name, member]) =>
        `${quoted(name, style, style.escapesNames)}${colon(style)}${written(member, style, depth + 1)}`,
    );
    return enclosed('{}', style.reverses ? members.toReversed() : members, style, depth);
  }
  if (!Array.isArray(value)) return JSON.stringify(value);
  const elements = (value as readonly Json[]).map((element) => written(element, style, depth + 1));
  return enclosed('[]', elements, style, depth);
}

function colon({ spaces }: JsonStyle): string {
  return spaces ? ' : ' : ':';
}

function enclosed(brackets: '{}' | '[]', parts: readonly string[], style: JsonStyle, depth: number): string {
  const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
  const comma = style.spaces ? ' , ' : ',';
  if (!style.breaksLines || parts.length === 0) return `${open}${parts.join(comma)}${close}`;
  const indent = newLine + '\t'.repeat(depth + 1);
  return `${open}${indent}${parts.join(`,${indent}`)}${newLine}${'\t'.repeat(depth)}${close}`;
}

function quoted(text: string, { escapesSlashes }: JsonStyle, escapes: boolean): string {
  const literal = JSON.stringify(text).slice(1, -1);
  const slashed = escapesSlashes ? literal.replaceAll('/', String.raw`\/`) : literal;
  // The first character may be an escape already.
  return `"${escapes ? slashed.replaceAll(/^[^\\]|[\u0080-\uffff]/g, escape) : slashed}"`;
}

function escape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
