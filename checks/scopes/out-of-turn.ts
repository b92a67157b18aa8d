import type { LifeState } from '../../model/time-clock.ts';
import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import type { Operation } from '../../traffic/operation.ts';
import { unchanged } from '../assertions/assertions.ts';
import { comparedProperties } from '../card/card-properties.ts';
import type { Scope, Subject } from '../check.ts';
import { statusAndCode } from './refusals.ts';
import { isPlain } from './plain-requests.ts';

/** What came of a call that no page speaks of. */
export interface OutOfTurn extends Subject {
  readonly operation: Operation;
  readonly state: LifeState;
  readonly fact: string;
}

type Tell = (before: JsonObject, after: JsonObject) => string;

/**
 * A call of the operation on a card in a state for which it is not documented: its answer, and after an accepted one what `tell` makes
 * of the card that the next get shows.
 */
export function outOfTurn(operation: Operation, state: LifeState, tell: Tell = whetherItChanges): Scope<OutOfTurn> {
  return {
    subjects(entry, trace) {
      const { before, answer, status } = entry;
      if (entry.operation === operation) {
        if (before?.state !== state || !isPlain(entry) || status === undefined) return [];
        return [{ operation, state, fact: statusAndCode(entry), evidence: [entry.sequence] }];
      }
      const [write, ...others] = before?.writes ?? [];
      if (entry.operation !== 'get' || write?.operation !== operation || others.length > 0 || !isJsonObject(answer))
        return [];
      const then = trace.at(write.sequence)?.before;
      if (then?.state !== state || then.latest === undefined || answer['id'] !== entry.cardId) return [];
      return [{ operation, state, fact: tell(then.latest.card, answer), evidence: [write.sequence, entry.sequence] }];
    },
  };
}

function whetherItChanges(before: JsonObject, after: JsonObject): string {
  return unchanged(before, after, comparedProperties).kind === 'holds'
    ? 'the card stays as it was'
    : 'the card changes';
}
