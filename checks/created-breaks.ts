import type { Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { haveSameContent } from './assertions/same-content.ts';
import { locationKept } from './approved-location.ts';
import { every, expectThat, notApplicable, observed } from './assertions/assertions.ts';
import { breaksKept, keptBreaks } from './breaks-kept.ts';
import { check, type Check } from './check.ts';
import { counted } from './assertions/counted.ts';
import { notesKept } from './notes.ts';
import { created } from './scopes/created.ts';

const ends = ['start', 'end'] as const;

function count(breaks: Json | undefined): number {
  return Array.isArray(breaks) ? breaks.length : 0;
}

/** What becomes of the breaks that a create sends. */
export const createdBreaksChecks: readonly Check[] = [
  check('TC-CREATE-027', created, ({ card, sent }) => breaksKept(sent['breaks'], card)),
  // Of a break that does not come back at all, TC-CREATE-027 speaks.
  check('TC-CREATE-031', created, ({ card, sent }) =>
    every(
      ...keptBreaks(sent['breaks'], card).map((one) => notesKept(at(one.sent, '/notes'), card, `${one.pointer}/notes`)),
    ),
  ),
  check('TC-CREATE-032', created, ({ card, sent }) => {
    const [wanted, shown] = [count(sent['breaks']), count(at(card, '/breaks'))];
    return wanted === 0
      ? notApplicable
      : expectThat(shown <= wanted, '/breaks', counted(wanted, 'break'), counted(shown, 'break'));
  }),
  check('TC-CREATE-033', created, ({ card, sent }, context) =>
    every(
      ...keptBreaks(sent['breaks'], card).flatMap((one) =>
        ends.map((end) => locationKept(at(one.sent, `/${end}`), card, `${one.pointer}/${end}`, context)),
      ),
    ),
  ),
  check('TC-CREATE-034', created, ({ card, sent }) =>
    every(
      ...keptBreaks(sent['breaks'], card).map((one) => {
        if (at(one.sent, '/breakId') !== undefined) return notApplicable;
        const id = at(card, `${one.pointer}/breakId`);
        return expectThat(typeof id === 'string' && id !== '', `${one.pointer}/breakId`, 'a non-empty string', id);
      }),
    ),
  ),
  check('TC-CREATE-036', created, ({ card, sent }) =>
    count(sent['breaks']) === 0
      ? notApplicable
      : observed('originalEntry.breaks of a card created with breaks', originalBreaks(card)),
  ),
];

function originalBreaks(card: Parameters<typeof at>[0]): string {
  const original = at(card, '/originalEntry/breaks');
  if (count(original) === 0) return 'none';
  return haveSameContent(original, at(card, '/breaks')) ? 'the breaks of the card' : 'other breaks';
}
