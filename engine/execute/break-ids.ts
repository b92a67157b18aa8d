import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';

/** The body with the ids of the breaks that the card was last shown with, one by one: an edited break is the same break. */
export function withBreakIds(body: Json, shown: Json | undefined): Json {
  const breaks = at(body, '/breaks');
  if (!isJsonObject(body) || !Array.isArray(breaks)) return body;
  const named = (breaks as readonly Json[]).map((one, index) => {
    const breakId = at(shown, `/breaks/${index}/breakId`);
    return isJsonObject(one) && typeof breakId === 'string' ? { ...one, breakId } : one;
  });
  return { ...body, breaks: named };
}
