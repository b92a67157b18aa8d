import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { at } from '../specs/pointer.ts';
import { notesKept } from './notes.ts';
import { holds, notApplicable, sameInstant, violated } from './assertions.ts';
import type { Answer } from './check.ts';

const ends = ['start', 'end'] as const;

/** Each break that was sent has one of its own in the card, in whatever order, that begins and ends when it does. */
export function breaksKept(sent: Json | undefined, card: JsonObject): Answer {
  const wanted = Array.isArray(sent) ? (sent as readonly Json[]) : [];
  if (wanted.length === 0) return notApplicable;
  const shown = at(card, '/breaks');
  if (!Array.isArray(shown)) return violated('/breaks', wanted, shown);
  const rest = [...(shown as readonly Json[])];
  for (const one of wanted) {
    const found = rest.findIndex((candidate) => isSameBreak(one, candidate));
    if (found === -1) return violated('/breaks', `the break ${JSON.stringify(one)}`, shown as readonly Json[]);
    rest.splice(found, 1);
  }
  return holds;
}

function isSameBreak(sent: Json, shown: Json): boolean {
  if (!isJsonObject(shown)) return false;
  return ends.every((end) => {
    const event = at(sent, `/${end}`) ?? null;
    if (event === null) return (shown[end] ?? null) === null;
    const answers = [
      sameInstant(shown, `/${end}/dateTime`, at(event, '/dateTime')),
      notesKept(at(event, '/notes'), shown, `/${end}/notes`),
    ];
    return answers.every(({ kind }) => kind !== 'violated');
  });
}
