import { isWrite } from '../specs/operation.ts';
import { comparableUrl, linkIn } from './page-link.ts';
import type { Entry } from './entry.ts';

/** Finds the exchanges of a trace without going through all of them: a capture may hold a hundred thousand. */
export abstract class TraceIndex {
  readonly #byCard = new Map<string | undefined, Entry[]>();
  readonly #bySequence = new Map<number, Entry>();
  /** By the page that their answer links to. */
  readonly #byLink = new Map<string, Entry[]>();
  /** In the order of their sequences. */
  readonly #writes: Entry[] = [];

  protected place(entry: Entry): void {
    push(this.#byCard, entry.cardId, entry);
    this.#bySequence.set(entry.sequence, entry);
    const link = linkIn(entry.answer);
    if (link !== undefined) push(this.#byLink, comparableUrl(link), entry);
    if (entry.operation === 'unknown' || !isWrite(entry.operation)) return;
    const place = this.#writes.findLastIndex(({ sequence }) => sequence < entry.sequence);
    this.#writes.splice(place + 1, 0, entry);
  }

  /** The entry is the last one that was placed. */
  protected remove({ cardId, sequence, answer, operation }: Entry): void {
    this.#byCard.get(cardId)?.pop();
    this.#bySequence.delete(sequence);
    const link = linkIn(answer);
    if (link !== undefined) this.#byLink.get(comparableUrl(link))?.pop();
    if (operation === 'unknown' || !isWrite(operation)) return;
    const place = this.#writes.findLastIndex((write) => write.sequence === sequence);
    if (place >= 0) this.#writes.splice(place, 1);
  }

  /** The exchanges so far whose URL names that card, as it is written there. */
  on(cardId: string | undefined): readonly Entry[] {
    return this.#byCard.get(cardId) ?? [];
  }

  /** The exchange of that number, unless it was repeated. */
  at(sequence: number | undefined): Entry | undefined {
    return sequence === undefined ? undefined : this.#bySequence.get(sequence);
  }

  /** The latest exchange before that number whose answer links to that page. */
  linkingTo(url: string, before: number): Entry | undefined {
    return this.#byLink.get(comparableUrl(url))?.findLast(({ sequence }) => sequence < before);
  }

  /** The documented writes between two numbers, both left out. */
  writesBetween(first: number, last: number): readonly Entry[] {
    const found: Entry[] = [];
    for (let index = this.#writes.length - 1; index >= 0; index -= 1) {
      const write = this.#writes[index];
      if (write === undefined || write.sequence <= first) break;
      if (write.sequence < last) found.push(write);
    }
    return found.toReversed();
  }
}

function push<Key>(lists: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}
