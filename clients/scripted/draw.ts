import { createHash } from 'node:crypto';

/** Values that follow from a seed and a name and from nothing else: the same on every machine and in every order. */
export class Draw {
  readonly #key: string;
  #count = 0;

  constructor(seed: number, name: string) {
    this.#key = `${seed}\n${name}`;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    const bytes = createHash('sha256')
      .update(`${this.#key}\n${(this.#count += 1)}`)
      .digest();
    return least + (bytes.readUIntBE(0, 6) % (most - least + 1));
  }

  pick<T>(...values: readonly [T, ...T[]]): T {
    return values[this.integer(0, values.length - 1)] ?? values[0];
  }

  flag(): boolean {
    return this.integer(0, 1) === 1;
  }

  /** A GUID that says in two places that it was made up. */
  guid(): string {
    const hex = (digits: number): string =>
      this.integer(0, 16 ** digits - 1)
        .toString(16)
        .padStart(digits, '0');
    return `${hex(8)}-7e57-4${hex(3)}-a${hex(3)}-7e57${hex(8)}`;
  }

  /** An opaque id with letters of both cases, so that whoever changes their case is seen. */
  cardId(): string {
    return `TCK_a${this.guid().replaceAll(/[a-f]/g, (letter) => (this.flag() ? letter.toUpperCase() : letter))}Z`;
  }

  /** A time of 2025 in UTC with so many digits of a second, none of them all noughts. */
  instant(digits = 3): string {
    const time = Date.UTC(2025, 0, 1) + this.integer(0, 364 * 86_400) * 1000;
    const seconds = new Date(time).toISOString().slice(0, 19);
    const fraction = Array.from({ length: digits }, () => String(this.integer(1, 9))).join('');
    return `${seconds}${fraction === '' ? '' : `.${fraction}`}Z`;
  }

  /** Plain text as people write it, with letters beyond ASCII. */
  text(): string {
    const who = this.pick('Zoë', 'José', 'Søren', 'Łukasz', '美咲', 'Αλέξης');
    const what = this.pick('was late', 'had a flat tyre', 'left "early"', 'forgot to clock in', 'stayed – 10 % longer');
    return `${who} ${what} ${this.integer(1, 99)}`;
  }
}
