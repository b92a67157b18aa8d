import { current, former } from '../../checks/card/location-names.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import type { People } from '../../targets/target.ts';
import { applyChange } from '../cases/change.ts';
import type { Edit } from '../cases/case.ts';

/** What clients write of a card. Source: replace page, example; what the service sets itself is left to it. */
const written = ['userId', 'clockInEvent', 'clockOutEvent', 'breaks', 'notes'] as const;

/**
 * The body of a replace by a client that has read the card and changes some of it: the card as it was last shown, as far as
 * clients write it. Undefined before the card was shown, and where it has no place for one of the edits, or belongs to
 * somebody whom nobody named.
 */
export function editedCard(
  shown: Json | undefined,
  edits: readonly Edit[],
  { callerId, onBehalfOfUserId }: Pick<People, 'callerId' | 'onBehalfOfUserId'>,
): JsonObject | undefined {
  if (!isJsonObject(shown)) return undefined;
  const owner = shown['userId'];
  const isNamed = [callerId, onBehalfOfUserId].some((id) => id?.toLowerCase() === String(owner).toLowerCase());
  if (owner !== undefined && !isNamed) return undefined;
  let card: Json | undefined = Object.fromEntries(
    written.flatMap((name) => (shown[name] === undefined ? [] : [[name, shown[name]]])),
  );
  for (const edit of edits) card = card === undefined ? undefined : edited(card, edit, shown);
  return isJsonObject(card) ? card : undefined;
}

function edited(card: Json, edit: Edit, shown: JsonObject): Json | undefined {
  if ('later' in edit) {
    const instant = Date.parse(String(at(card, edit.pointer)));
    if (Number.isNaN(instant)) return undefined;
    return applyChange(card, { pointer: edit.pointer, value: new Date(instant + edit.later).toISOString() });
  }
  if ('from' in edit) {
    const value = at(shown, edit.from);
    return value === undefined ? undefined : applyChange(card, { pointer: edit.pointer, value });
  }
  return namesOf(card, edit.pointer).reduce<Json | undefined>(
    (changed, pointer) => (changed === undefined ? undefined : applyChange(changed, { ...edit, pointer })),
    card,
  );
}

/** A place goes by two names in beta; whoever changes it changes it under each that the event shows. */
function namesOf(card: Json, pointer: string): readonly string[] {
  if (!pointer.endsWith(`/${current}`)) return [pointer];
  const event = pointer.slice(0, -current.length - 1);
  const names = [current, former].filter((name) => at(card, `${event}/${name}`) !== undefined);
  return (names.length === 0 ? [current] : names).map((name) => `${event}/${name}`);
}
