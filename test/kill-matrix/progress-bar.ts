const width = 30;

/** One line on stderr that grows; nothing where nobody watches. */
export class ProgressBar {
  readonly #total: number;
  #done = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** One more is done, the one of this name. */
  step(name: string): void {
    this.#done += 1;
    const filled = Math.floor((this.#done / this.#total) * width);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
    this.#show(`\r\u001B[K${bar} ${this.#done} of ${this.#total} ${name}`);
  }

  clear(): void {
    this.#show('\r\u001B[K');
  }

  #show(text: string): void {
    if (process.stderr.isTTY) process.stderr.write(text);
  }
}
