const most = 5000;

/** Remembers runs of characters that were looked through already: a body repeats the same few names again and again. */
export class RunMemory {
  readonly #runs = new Set<string>();

  has(run: string): boolean {
    return this.#runs.has(run);
  }

  add(run: string): void {
    if (this.#runs.size >= most) this.#runs.clear();
    this.#runs.add(run);
  }

  clear(): void {
    this.#runs.clear();
  }
}
