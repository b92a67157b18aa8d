import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';

/** The same JSON with every member of this name changed, however deep it lies. */
export function withEachNamed(value: Json, name: string, change: (member: Json) => Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withEachNamed(item, name, change));
  return isJsonObject(value) ? withEachNamedIn(value, name, change) : value;
}

/** The same of an object, which stays one. */
export function withEachNamedIn(object: JsonObject, name: string, change: (member: Json) => Json): JsonObject {
  return Object.fromEntries(
    Object.entries(object).map(([key, member]) => {
      const inner = withEachNamed(member, name, change);
      return [key, key === name ? change(inner) : inner];
    }),
  );
}

/** The time of every event changed, as text. */
export function withEachTime(body: JsonObject, change: (text: string) => string): JsonObject {
  return withEachNamedIn(body, 'dateTime', (time) => (typeof time === 'string' ? change(time) : time));
}

/** Every note changed, of the card, of its events and of its breaks. */
export function withEachNote(body: Json, change: (note: JsonObject) => Json): Json {
  return withEachNamed(body, 'notes', (note) => (isJsonObject(note) ? change(note) : note));
}

/** The text of every note changed. */
export function withEachContent(body: Json, change: (content: string) => Json): Json {
  return withEachNote(body, (note) =>
    typeof note['content'] === 'string' ? { ...note, content: change(note['content']) } : note,
  );
}
