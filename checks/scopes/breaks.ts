import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { haveSameContent } from '../assertions/same-content.ts';
import type { Scope } from '../check.ts';
import { across, type Across } from './across.ts';

/** A card before and after a startBreak, with the break that it added. */
export interface Started extends Across {
  /** JSON pointer to the only open break afterwards; undefined where there is none, or more than one. */
  readonly pointer: string | undefined;
}

/** A card before and after an endBreak, with the break that it ended. */
export interface Ended extends Across {
  /** The break that was open before. */
  readonly open: JsonObject;
  /** JSON pointer to the same break afterwards; undefined where it is not there any more. */
  readonly pointer: string | undefined;
}

const [startBreaks, endBreaks] = [across('startBreak'), across('endBreak')];

/** The first get after one accepted startBreak of a card on which no break was open. */
export const started: Scope<Started> = {
  subjects(entry, trace, context) {
    return startBreaks
      .subjects(entry, trace, context)
      .filter(({ before }) => openBreaksOf(before).length === 0)
      .map((subject) => {
        const [pointer, ...others] = openBreaksOf(subject.after);
        return { ...subject, pointer: others.length === 0 ? pointer : undefined };
      });
  },
};

/** The first get after one accepted endBreak of a card on which exactly one break was open. */
export const ended: Scope<Ended> = {
  subjects(entry, trace, context) {
    return endBreaks.subjects(entry, trace, context).flatMap((subject) => {
      const [pointer = '', ...others] = openBreaksOf(subject.before);
      const open = at(subject.before, pointer);
      if (!isJsonObject(open) || pointer === '' || others.length > 0) return [];
      const same = pointersOf(subject.after).find((place) => isSameBreak(at(subject.after, place), open));
      return [{ ...subject, open, pointer: same }];
    });
  },
};

/** The breaks of a card; none if it shows no list of them. */
export function breaksIn(card: JsonObject): readonly Json[] {
  const breaks = card['breaks'];
  return Array.isArray(breaks) ? (breaks as readonly Json[]) : [];
}

function pointersOf(card: JsonObject): readonly string[] {
  return breaksIn(card).map((_one, index) => `/breaks/${index}`);
}

function openBreaksOf(card: JsonObject): readonly string[] {
  return pointersOf(card).filter((pointer) => (at(card, `${pointer}/end`) ?? null) === null);
}

/** The same id, or none on either side, and the same beginning. */
function isSameBreak(one: Json | undefined, open: JsonObject): boolean {
  return (
    (at(one, '/breakId') ?? null) === (open['breakId'] ?? null) && haveSameContent(at(one, '/start'), open['start'])
  );
}
