import { KnownValues } from './known-values.ts';
import { isHarmlessValue } from './may-stay.ts';
import { readLiteral } from './encodings.ts';
import { namesContent } from './names-content.ts';
import { PieceMemory } from './piece-memory.ts';
import { isPseudonym, writePseudonym } from './pseudonym-shape.ts';
import type { SensitiveKind, Substitute } from './sensitive-kind.ts';
import { SensitiveText } from './sensitive-text.ts';
import { replaceUnderKeys } from './under-keys.ts';

/** Something that looks secret or personal, and where. */
export interface Sighting {
  /** From 1. */
  readonly line: number;
  /** From 1, where the value stands in the line as it is; absent where it is encoded. */
  readonly column?: number;
  readonly kind: SensitiveKind;
  readonly value: string;
}

/** Looks through a text line by line. What recordings put in the place of real values is passed over, and so is what is public. */
export class LineScan {
  readonly #known = new KnownValues();
  #before = '';
  /** Lines in which there was nothing: files repeat them, recordings above all. */
  readonly #clean = new PieceMemory();

  /** @param secrets what is looked for whatever it looks like, such as the tokens of the environment */
  constructor(secrets: readonly string[] = []) {
    for (const secret of secrets) this.#known.addSecret(secret);
  }

  /** What is in the next line, which has that number. */
  next(number: number, line: string): readonly Sighting[] {
    const seen = new Map<string, Sighting>();
    const note: Substitute = (kind, value) => {
      const key = `${kind} ${value}`;
      if (isPseudonym(value) || isHarmlessValue(kind, value)) return value;
      const column = line.indexOf(value);
      if (kind === 'secret' && column >= 0 && namesContent(value, line, column)) return value;
      seen.set(key, { line: number, kind, value, ...(column < 0 ? {} : { column: column + 1 }) });
      // Nothing else is looked for in it.
      return writePseudonym(kind, 1, value);
    };
    if (this.#clean.get(line) === undefined)
      new SensitiveText({ known: this.#known, looks: 'everything', substitute: note }).replace(line);
    if (seen.size === 0) this.#clean.set(line, line);
    // The name of a header may stand in the line before its value.
    if (this.#before !== '') {
      replaceUnderKeys(`${this.#before}\n${line}`, note, (literal) =>
        line.includes(literal) ? readLiteral(`"${literal}"`) : undefined,
      );
    }
    this.#before = /^[^"]{0,200}"[\w.-]{2,60}"\s*[:,]\s*$/.test(line) ? line : '';
    return withoutParts([...seen.values()]);
  }
}

/** A mail address in a URL is one sighting, not one for each thing that may be seen in it. */
function withoutParts(sightings: readonly Sighting[]): readonly Sighting[] {
  return sightings.filter(
    (one) =>
      !sightings.some(
        (other) => other !== one && other.value.length > one.value.length && other.value.includes(one.value),
      ),
  );
}
