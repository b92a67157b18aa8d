import type { AnswerRow } from '../judgements/answer-row.ts';
import type { Exchange } from '../traffic/exchange.ts';
import { isCleanUp } from './shrink/reproduction.ts';

/** A server that gives a card a status of its own for each request must not fill the memory. */
const mostRows = 2000;

/** Counts the statuses by operation, actor and intent: what a server takes and refuses, and from whom. */
export class AnswerTable {
  readonly #rows = new Map<string, { row: Omit<AnswerRow, 'answers'>; answers: Map<string, number> }>();

  add(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) if (!isCleanUp(exchange.intent?.step ?? '')) this.#count(exchange);
  }

  #count({ operation, actor, intent, outcome }: Exchange): void {
    const mutation = intent?.mutation;
    const meant = mutation === undefined ? 'plain' : `${mutation.pointer || 'body'} ${mutation.keyword}`;
    const key = `${operation} ${actor} ${meant}`;
    const known = this.#rows.get(key);
    if (known === undefined && this.#rows.size >= mostRows) return;
    const counted = known ?? { row: { operation, actor, intent: meant }, answers: new Map<string, number>() };
    const status = outcome.kind === 'response' ? `${outcome.status}` : 'none';
    counted.answers.set(status, (counted.answers.get(status) ?? 0) + 1);
    this.#rows.set(key, counted);
  }

  /** In one order, whatever the order of the traffic. */
  rows(): readonly AnswerRow[] {
    return [...this.#rows]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, { row, answers }]) => ({
        ...row,
        answers: Object.fromEntries([...answers].toSorted(([left], [right]) => (left < right ? -1 : 1))),
      }));
  }
}
