import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';

/** The body with its events at the times at which the card was last shown to have them: an edit that moves nothing. */
export function withShownTimes(body: Json, shown: Json | undefined): Json {
  if (!isJsonObject(body)) return body;
  const events = ['clockInEvent', 'clockOutEvent'].flatMap((name) => {
    const [event, dateTime] = [body[name], at(shown, `/${name}/dateTime`)];
    return isJsonObject(event) && dateTime !== undefined ? [[name, { ...event, dateTime }] as const] : [];
  });
  return { ...body, ...Object.fromEntries(events) };
}
