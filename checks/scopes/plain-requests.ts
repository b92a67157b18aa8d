import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { showsWholeCards, type Entry } from '../trace/trace.ts';

/** A request without a deliberate defect, at a time when no other one was under way that has to do with it. */
export function isPlain({ exchange: { intent } }: Entry): boolean {
  return intent?.mutation === undefined && intent?.overlaps === undefined;
}

/** A plain get that asks for the card as it is. */
export function isPlainGet(entry: Entry): boolean {
  return entry.operation === 'get' && isPlain(entry) && showsWholeCards(entry);
}

/** The card in an accepted answer, if it is the one that was asked for: another one is no word on either. */
export function cardAskedFor({ accepted, answer, cardId }: Entry): JsonObject | undefined {
  return accepted && isJsonObject(answer) && answer['id'] === cardId ? answer : undefined;
}
