import type { RequirementId } from '../specs/requirements/index.ts';

/** Pauses between repeated reads, in milliseconds; 1.55 s in all. */
const pauses = [50, 100, 200, 400, 800] as const;

/**
 * How long reads are repeated after a write. A requirement that is still violated at the end of all pauses is believed,
 * and no later read waits for it, so that a defect costs the waiting once.
 */
export class Lag {
  readonly #believed = new Set<RequirementId>();
  #longest = 0;
  readonly #isExpected: boolean;

  /** @param isExpected false for a server of which it is known that its reads show every write at once */
  constructor(isExpected = true) {
    this.#isExpected = isExpected;
  }

  /** The longest time, in milliseconds, after which a repeated read showed what it had not shown before. */
  get longest(): number {
    return Math.round(this.#longest);
  }

  /** The pauses to make while `suspects` names violations that are not believed yet. */
  *pauses(suspects: () => readonly RequirementId[]): Generator<number> {
    for (const pause of pauses) {
      if (!this.#isExpected || suspects().every((requirement) => this.#believed.has(requirement))) return;
      yield pause;
    }
  }

  /** After the last repeated read: what is still violated is believed, otherwise the lag was this long. */
  settled(waited: number, stillViolated: readonly RequirementId[]): void {
    for (const requirement of stillViolated) this.#believed.add(requirement);
    if (stillViolated.length === 0) this.#longest = Math.max(this.#longest, waited);
  }
}
