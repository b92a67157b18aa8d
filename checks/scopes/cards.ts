import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import type { Operation } from '../../specs/operation.ts';
import type { Scope, Subject } from '../check.ts';
import { itemsOf } from '../trace.ts';

/** One time card in a successful answer. */
export interface ShownCard extends Subject {
  readonly card: JsonObject;
  /** JSON pointer of the card within the body. */
  readonly pointer: string;
}

const answersWithOne: ReadonlySet<Operation | 'unknown'> = new Set<Operation>([
  'get',
  'create',
  'clockIn',
  'confirmForUser',
]);

/**
 * Every time card in every successful answer, whoever made it. What the answer to a deliberately changed request should
 * hold is documented nowhere: a server that takes in a wrong value shows it again, and one that honours $select leaves
 * properties out. That the request was accepted is judged by the requirement it was changed for.
 */
export const everyCard: Scope<ShownCard> = {
  subjects(entry) {
    const { answer, sequence } = entry;
    if (!entry.accepted || answer === undefined || entry.exchange.intent?.mutation !== undefined) return [];
    const evidence = [sequence];
    if (answersWithOne.has(entry.operation))
      return isJsonObject(answer) ? [{ card: answer, pointer: '', evidence }] : [];
    if (entry.operation !== 'list') return [];
    return itemsOf(answer).flatMap((card, index) =>
      isJsonObject(card) ? [{ card, pointer: `/value/${index}`, evidence }] : [],
    );
  },
};
