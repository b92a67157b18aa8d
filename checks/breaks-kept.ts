import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { notesKept } from './notes.ts';
import {
  every,
  expectThat,
  holds,
  notApplicable,
  sameInstant,
  sameMillisecond,
  violated,
} from './assertions/assertions.ts';
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
  const kept = keptBreaks(sent, card);
  const [lost, ...others] = wanted.filter((_one, place) => kept.every(({ index }) => index !== place));
  if (lost === undefined) return holds;
  const taken = new Set(kept.map(({ pointer }) => pointer));
  const [changed, ...more] = elements(at(card, '/breaks')).flatMap((one, place) => {
    const pointer = `/breaks/${place}`;
    return taken.has(pointer) || !isJsonObject(one) ? [] : [{ one, pointer }];
  });
  // Where one is missing and one is there that nobody sent, that is what became of it.
  if (changed !== undefined && others.length + more.length === 0) {
    const wrong = ends.flatMap((end) => endKept(lost, changed.one, end)).find(({ kind }) => kind === 'violated');
    if (wrong?.kind === 'violated') return { ...wrong, pointer: `${changed.pointer}${wrong.pointer}` };
  }
  return violated('/breaks', `the break ${JSON.stringify(lost)}`, at(card, '/breaks'));
}

/** The times of the breaks that came back are those that were sent, to the millisecond. */
export function millisecondsOfBreaksKept(sent: Json | undefined, card: JsonObject): Answer {
  return every(
    ...keptBreaks(sent, card).flatMap((one) =>
      ends.map((end) => sameMillisecond(card, `${one.pointer}/${end}/dateTime`, at(one.sent, `/${end}/dateTime`))),
    ),
  );
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
  return ends.flatMap((end) => endKept(sent, shown, end)).every(({ kind }) => kind !== 'violated');
}

/** What is to be said of the start or the end of a break that was sent and of one that is shown. */
function endKept(sent: Json, shown: JsonObject, end: (typeof ends)[number]): readonly Answer[] {
  const event = at(sent, `/${end}`) ?? null;
  if (event === null) return [expectThat((shown[end] ?? null) === null, `/${end}`, null, shown[end])];
  return [
    sameInstant(shown, `/${end}/dateTime`, at(event, '/dateTime')),
    notesKept(at(event, '/notes'), shown, `/${end}/notes`),
  ];
}
