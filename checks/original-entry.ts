import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { isPlainText } from '../traffic/plain-text.ts';
import { at } from '../traffic/pointer.ts';
import { expectThat, every, notApplicable } from './assertions/assertions.ts';
import { breaksOf, eventsOf } from './card/card-parts.ts';
import { check, type Answer, type Check, type Scope } from './check.ts';
import { instantOf, isSameSecond } from './assertions/instants.ts';
import { across, type Across } from './scopes/across.ts';

interface Remembered extends Across {
  /** All that was shown of the card, or sent for it, up to the get. */
  readonly known: readonly Json[];
}

const replaced = across('replace');

const remembered: Scope<Remembered> = {
  subjects(entry, trace, context) {
    return replaced.subjects(entry, trace, context).map((subject) => {
      const making = trace.at(entry.before?.madeBy?.sequence);
      return {
        ...subject,
        // Of a card of a long capture it is much, and only who shows an original entry is asked for it.
        get known() {
          const earlier = trace.on(entry.cardId).filter(({ sequence }) => sequence < entry.sequence);
          return [
            ...[...(making === undefined ? [] : [making]), ...earlier].flatMap(({ sent, answer }) => [
              sent ?? null,
              answer ?? null,
            ]),
            subject.before,
            withoutOriginal(subject.after),
          ];
        },
      };
    });
  },
};

function withoutOriginal({ originalEntry: _, ...card }: JsonObject): JsonObject {
  return card;
}

/** The values of the members of that name, wherever they stand. */
function valuesOf(value: Json, name: string, found: Json[] = []): readonly Json[] {
  if (Array.isArray(value)) for (const one of value as readonly Json[]) valuesOf(one, name, found);
  if (!isJsonObject(value)) return found;
  for (const [key, one] of Object.entries(value)) {
    if (key === name) found.push(one);
    valuesOf(one, name, found);
  }
  return found;
}

function timeIsKnown(card: JsonObject, pointer: string, times: readonly Json[]): Answer {
  const shown = at(card, pointer);
  const instant = instantOf(shown);
  if (instant === undefined) return notApplicable;
  const isKnown = times.some((time) => isSameSecond(instantOf(time), instant));
  return expectThat(isKnown, pointer, 'a time that the card has had', shown);
}

/** Text beside which there is some that a server may clean up may be what became of that. */
function textIsKnown(card: JsonObject, pointer: string, texts: readonly Json[]): Answer {
  const shown = at(card, pointer);
  if (typeof shown !== 'string' || shown === '' || texts.includes(shown)) return notApplicable;
  const areAllPlain = texts.every((text) => typeof text !== 'string' || text === '' || isPlainText(text));
  return areAllPlain ? expectThat(false, pointer, 'a text that the card has had', shown) : notApplicable;
}

/** What a replace writes into the original entry. */
export const originalEntryChecks: readonly Check[] = [
  check('TC-REPLACE-033', remembered, (subject) => {
    const { after } = subject;
    const events = eventsOf(after).flatMap(([pointer]) => (pointer.startsWith('/originalEntry') ? [pointer] : []));
    const breaks = breaksOf(after, '/originalEntry').map(([pointer]) => pointer);
    if (events.length + breaks.length === 0) return notApplicable;
    const { known } = subject;
    const [times, texts] = ['dateTime', 'content'].map((name) => known.flatMap((one) => valuesOf(one, name)));
    return every(
      ...events.map((pointer) => timeIsKnown(after, `${pointer}/dateTime`, times ?? [])),
      ...[...events, ...breaks].map((pointer) => textIsKnown(after, `${pointer}/notes/content`, texts ?? [])),
    );
  }),
];
