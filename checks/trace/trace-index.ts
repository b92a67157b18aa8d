import { isWrite } from '../../traffic/operation.ts';
import { comparableUrl, linkIn } from '../page-link.ts';
import type { Entry } from './entry.ts';
import { cardIn } from '../card/history.ts';

/** Finds the exchanges of a trace without going through all of them: a capture may hold a hundred thousand. */
export abstract class TraceIndex {
  readonly #byCard = new Map<string | undefined, Entry[]>();
  /** By the ids of the cards that they name or answer with, in lower case. */
  readonly #about = new Map<string, Entry[]>();
  readonly #bySequence = new Map<number, Entry>();
  /** By their case and the label of their step, and by the label of the step that is their control. */
  readonly #byStep = new Map<string, Entry[]>();
  readonly #byControl = new Map<string, Entry[]>();
  /** By the page that their answer links to. */
  readonly #byLink = new Map<string, Entry[]>();
  /** In the order of their sequences. */
  readonly #writes: Entry[] = [];

  protected place(entry: Entry): void {
    push(this.#byCard, entry.cardId, entry);
    for (const id of idsOf(entry)) push(this.#about, id, entry);
    this.#bySequence.set(entry.sequence, entry);
    const { intent } = entry.exchange;
    if (intent !== undefined) push(this.#byStep, stepKey(intent.case, intent.step), entry);
    if (intent?.mutation !== undefined) push(this.#byControl, stepKey(intent.case, intent.mutation.controlOf), entry);
    const link = linkIn(entry.answer);
    if (link !== undefined) push(this.#byLink, comparableUrl(link), entry);
    if (entry.operation === 'unknown' || !isWrite(entry.operation)) return;
    const place = this.#writes.findLastIndex(({ sequence }) => sequence < entry.sequence);
    this.#writes.splice(place + 1, 0, entry);
  }

  /** The entry is the last one that was placed. */
  protected remove(entry: Entry): void {
    const { cardId, sequence, answer, operation } = entry;
    const { intent } = entry.exchange;
    for (const id of idsOf(entry)) this.#about.get(id)?.pop();
    this.#byCard.get(cardId)?.pop();
    this.#bySequence.delete(sequence);
    if (intent !== undefined) this.#byStep.get(stepKey(intent.case, intent.step))?.pop();
    if (intent?.mutation !== undefined) this.#byControl.get(stepKey(intent.case, intent.mutation.controlOf))?.pop();
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

  /** The exchanges so far whose URL names that card, or whose answer shows it alone, in whatever letter case. */
  about(id: string): readonly Entry[] {
    return this.#about.get(id.toLowerCase()) ?? [];
  }

  /** The exchanges so far that were sent as that step of the case. */
  asStep(ofCase: string, step: string): readonly Entry[] {
    return this.#byStep.get(stepKey(ofCase, step)) ?? [];
  }

  /** The exchanges so far that are changed, and have that step of the case as their control. */
  controlledBy(ofCase: string, step: string): readonly Entry[] {
    return this.#byControl.get(stepKey(ofCase, step)) ?? [];
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

function idsOf({ cardId, answer }: Entry): ReadonlySet<string> {
  const ids = [cardId, cardIn(answer)?.id];
  return new Set(ids.flatMap((id) => id?.toLowerCase() ?? []));
}

function stepKey(ofCase: string, step: string): string {
  return `${ofCase}\n${step}`;
}

function push<Key>(lists: Map<Key, Entry[]>, key: Key, entry: Entry): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [entry]);
  else list.push(entry);
}
