const width = 30;

/** One line on stderr that grows; where nobody watches, a line for every tenth of the work. */
export class ProgressBar {
  readonly #total: number;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** One more is done, the one of this name. */
  step(name: string): void {
    this.#done += 1;
    if (!process.stderr.isTTY) return this.#tell();
    const filled = Math.floor((this.#done / this.#total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    process.stderr.write(`\r\u001B[K${bar} ${this.#done} of ${this.#total} ${name}`);
  }

  clear(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  }

  #tell(): void {
    const tenth = (done: number): number => Math.floor((done / this.#total) * 10);
    if (tenth(this.#done) > tenth(this.#done - 1)) process.stderr.write(`${this.#done} of ${this.#total}\n`);
  }
}
