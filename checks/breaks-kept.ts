import { isJsonObject, type Json, type JsonObject } from '../specs/json.ts';
import { at } from '../specs/pointer.ts';
import { notesKept } from './notes.ts';
import { holds, notApplicable, sameInstant, violated } from './assertions.ts';
import type { Answer } from './check.ts';

const ends = ['start', 'end'] as const;

/** A break that was sent, and where the card shows it. */
export interface KeptBreak {
  readonly sent: Json;
  /** Its place among those that were sent. */
  readonly index: number;
  /** JSON pointer into the card. */
  readonly pointer: string;
}

/** Each break that was sent has one of its own in the card, in whatever order, that begins and ends when it does. */
export function breaksKept(sent: Json | undefined, card: JsonObject): Answer {
  const wanted = elements(sent);
  if (wanted.length === 0) return notApplicable;
  const found = new Set(keptBreaks(sent, card).map(({ index }) => index));
  const lost = wanted.find((_one, index) => !found.has(index));
  return lost === undefined ? holds : violated('/breaks', `the break ${JSON.stringify(lost)}`, at(card, '/breaks'));
}

/** The breaks that came back, each with its own place in the card. */
export function keptBreaks(sent: Json | undefined, card: JsonObject): readonly KeptBreak[] {
  const shown = elements(at(card, '/breaks'));
  const taken = new Set<number>();
  return elements(sent).flatMap((one, index) => {
    const found = shown.findIndex((candidate, place) => !taken.has(place) && isSameBreak(one, candidate));
    if (found === -1) return [];
    taken.add(found);
    return [{ sent: one, index, pointer: `/breaks/${found}` }];
  });
}

function elements(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
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
