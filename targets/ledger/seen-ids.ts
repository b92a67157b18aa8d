import { createHash } from 'node:crypto';

/** So many ids are told apart. More are not the cards of one team but a server that makes them up. */
const most = 200_000;

/** The ids that answers have shown. Of each only a fingerprint is kept, so that long ids cost no more than short ones. */
export class SeenIds {
  readonly #fingerprints = new Set<number>();

  /** There are too many to tell, and every id counts as seen. */
  get isFull(): boolean {
    return this.#fingerprints.size >= most;
  }

  add(id: string): void {
    if (!this.isFull) this.#fingerprints.add(fingerprint(id));
  }

  has(id: string): boolean {
    return this.isFull || this.#fingerprints.has(fingerprint(id));
  }
}

/** 48 bits: among so many ids, two are taken for one with a chance of less than one in ten thousand, and then nothing is written. */
function fingerprint(id: string): number {
  return createHash('sha256').update(id).digest().readUIntBE(0, 6);
}
