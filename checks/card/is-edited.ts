import { isJsonObject, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { haveSameContent } from '../assertions/same-content.ts';
import type { Across } from '../scopes/across.ts';

/**
 * True for a card that shows another clock-in than it began with, or another clock-out than it once ended with. Source:
 * timeCard, originalEntry, "before it was edited": until then they are the same.
 */
export function isEdited(card: JsonObject): boolean {
  return ['clockInEvent', 'clockOutEvent'].some((event) => {
    const original = at(card, `/originalEntry/${event}`);
    return isJsonObject(original) && !haveSameContent(original, at(card, `/${event}`));
  });
}

/**
 * What of the original entry of a card stands still when it is clocked on: all of it where the card was replaced after it had
 * a clock-out. Whether that of a card which was edited while it was open goes on with what is clocked later is said nowhere.
 */
export function knownOriginalEntry({ before, madeBy }: Pick<Across, 'before' | 'madeBy'>): string {
  const isWhole = madeBy === undefined && isJsonObject(at(before, '/originalEntry/clockOutEvent'));
  return isWhole ? '/originalEntry' : '/originalEntry/clockInEvent';
}
