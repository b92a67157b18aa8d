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

/**
 * 53 bits, mixed as in MurmurHash3. Two ids that are taken for one cost no more than a card that is not written to; and a hash
 * of node:crypto holds memory outside of the heap for each id.
 */
function fingerprint(id: string): number {
  let [left, right] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index);
    left = Math.imul(left ^ code, 2654435761);
    right = Math.imul(right ^ code, 1597334677);
  }
  left = Math.imul(left ^ (left >>> 16), 2246822507) ^ Math.imul(right ^ (right >>> 13), 3266489909);
  right = Math.imul(right ^ (right >>> 16), 2246822507) ^ Math.imul(left ^ (left >>> 13), 3266489909);
  return 4294967296 * (2097151 & right) + (left >>> 0);
}
