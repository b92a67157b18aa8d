import type { RequirementId } from '../../specs/requirements/index.ts';

/** Pauses between repeated reads, in milliseconds: 1.55 s in all, and 12.75 s with the long ones. */
const shortPauses = [50, 100, 200, 400, 800] as const;
const longPauses = [1600, 2400, 2400, 2400, 2400] as const;

/** A wait tells where it was longer than the longest lag that was seen by so much, in milliseconds. */
const clearly = 2000;

/** What a run may spend on long waits, in milliseconds, where reads do come late. */
const mostLongWaiting = 120_000;

/** Reads of one kind may lag where those of another do not. */
export type ReadKind = 'get' | 'list';

/**
 * How long reads are repeated after a write. No document promises when a write is to be seen, so that a read that shows it
 * late breaks nothing; one that never shows it does. The first wait for reads of a kind is long. If it was in vain, later
 * ones are short; if one was not, the server is known to lag, and what a short wait leaves open stays open. A requirement
 * that is still violated after a wait that tells is believed, and waited for no more.
 */
export class Lag {
  readonly #believed = new Set<RequirementId>();
  readonly #waitedInVain = new Set<ReadKind>();
  readonly #late = new Set<ReadKind>();
  readonly #isExpected: boolean;
  #longest = 0;
  #waitedLong = 0;
  #untilKnown = 0;

  /** @param isExpected false for a server of which it is known that its reads show every write at once */
  constructor(isExpected = true) {
    this.#isExpected = isExpected;
  }

  /** The longest time, in milliseconds, after which a repeated read showed what it had not shown before. */
  get longest(): number {
    return Math.round(this.#longest);
  }

  /** How long, in milliseconds, a new card is left alone before it is written to: as long as it took until one could be. */
  get untilKnown(): number {
    return this.#untilKnown;
  }

  /** A new card that no write found was found by the same write so many milliseconds later. */
  foundAfter(waited: number): void {
    this.#untilKnown = Math.max(this.#untilKnown, waited);
  }

  /** The pauses to make while `suspects` names violations that are not believed yet. */
  *pauses(kind: ReadKind, suspects: () => readonly RequirementId[]): Generator<number> {
    const isDone = (): boolean => suspects().every((requirement) => this.#believed.has(requirement));
    for (const pause of shortPauses) {
      if (!this.#isExpected || isDone()) return;
      yield pause;
    }
    for (const pause of longPauses) {
      if (isDone() || !this.#waitsLong(kind)) return;
      this.#waitedLong += pause;
      yield pause;
    }
    if (!isDone()) this.#waitedInVain.add(kind);
  }

  /**
   * After the last repeated read: what is still violated is believed, or left open where reads of the kind are known to be
   * late at times and nobody waited long enough. Otherwise the lag was this long.
   *
   * @param waited milliseconds
   */
  settled(kind: ReadKind, waited: number, stillViolated: readonly RequirementId[]): 'shown' | 'never' | 'open' {
    if (stillViolated.length === 0) {
      this.#longest = Math.max(this.#longest, waited);
      this.#late.add(kind);
      return 'shown';
    }
    if (this.#late.has(kind) && waited < this.#longest + clearly) return 'open';
    for (const requirement of stillViolated) this.#believed.add(requirement);
    return 'never';
  }

  /** Whether a read may not show a write that was answered so many milliseconds before it, by what was seen of reads of the kind. */
  mayHide(kind: ReadKind, since: number): boolean {
    return this.#late.has(kind) && since < this.#longest + clearly;
  }

  #waitsLong(kind: ReadKind): boolean {
    return this.#late.has(kind) ? this.#waitedLong < mostLongWaiting : !this.#waitedInVain.has(kind);
  }
}
