import type { CardState } from '../../model/time-clock.ts';
import { isJsonObject, type JsonObject } from '../../specs/json.ts';
import type { Scope, Subject } from '../check.ts';
import { statusAndCode } from './refusals.ts';

/** What came of a call that no page speaks of. */
export interface OutOfTurn extends Subject {
  readonly fact: string;
}

/**
 * A clockOut of a card in a state for which it is not documented: its answer, and after an accepted one what `tell` makes
 * of the card that the next get shows.
 */
export function outOfTurn(state: CardState, tell: (before: JsonObject, after: JsonObject) => string): Scope<OutOfTurn> {
  return {
    subjects(entry, trace) {
      const { before, operation, answer, status } = entry;
      if (operation === 'clockOut') {
        const ours = before?.state === state && entry.exchange.intent?.mutation === undefined;
        return ours && status !== undefined ? [{ fact: statusAndCode(entry), evidence: [entry.sequence] }] : [];
      }
      const [write, ...others] = before?.writes ?? [];
      if (operation !== 'get' || write?.operation !== 'clockOut' || others.length > 0 || !isJsonObject(answer))
        return [];
      const then = trace.entries.find(({ sequence }) => sequence === write.sequence)?.before;
      if (then?.state !== state || then.latest === undefined || answer['id'] !== entry.cardId) return [];
      return [{ fact: tell(then.latest.card, answer), evidence: [write.sequence, entry.sequence] }];
    },
  };
}
