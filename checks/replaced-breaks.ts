import { isJsonObject, type Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { locationKept, nullLocationKept } from './approved-location.ts';
import { equals, every, expectThat, notApplicable } from './assertions/assertions.ts';
import { breaksKept, keptBreaks } from './breaks-kept.ts';
import { check, type Check } from './check.ts';
import { counted } from './assertions/counted.ts';
import { openBreaks } from './card/documented-card.ts';
import { notesAsSent } from './notes.ts';
import { across, type Across } from './scopes/across.ts';
import { breaksIn } from './scopes/breaks.ts';

const replaced = across('replace');
const ends = ['start', 'end'] as const;

/**
 * What becomes of a break without an end on a closed card is as open as in TC-CLOCKOUT-014, and what of one that the card
 * has and that is sent with its end left out as in TC-REPLACE-005.
 */
function breaksAreClear(subject: Across): boolean {
  const { sent } = subject;
  const open = openBreaks(sent['breaks']);
  return open === 0 || (open === 1 && sent['clockOutEvent'] === null && saysEveryEnd(subject));
}

/** Every break that the card had is sent with its end, be it null. */
export function saysEveryEnd({ before, sent }: Pick<Across, 'before' | 'sent'>): boolean {
  const breaks = Array.isArray(sent['breaks']) ? (sent['breaks'] as readonly Json[]) : [];
  return breaks.every((one) => isJsonObject(one) && (Object.hasOwn(one, 'end') || !isKnown(one, before)));
}

/** A break that the card shows with the same id. */
function isKnown(one: Json, before: Across['before']): boolean {
  const id = at(one, '/breakId');
  return typeof id === 'string' && id !== '' && breaksIn(before).some((known) => at(known, '/breakId') === id);
}

/** What becomes of the breaks that a replace sends. */
export const replacedBreaksChecks: readonly Check[] = [
  check('TC-REPLACE-012', replaced, (subject) =>
    breaksAreClear(subject) ? breaksKept(subject.sent['breaks'], subject.after) : notApplicable,
  ),
  check('TC-REPLACE-020', replaced, ({ after, sent }) => {
    const sentBreaks = sent['breaks'];
    if (!Array.isArray(sentBreaks)) return notApplicable;
    const [wanted, shown] = [sentBreaks.length, breaksIn(after).length];
    return expectThat(shown <= wanted, '/breaks', counted(wanted, 'break'), counted(shown, 'break'));
  }),
  check('TC-REPLACE-023', replaced, ({ after, sent }, context) =>
    every(
      ...keptBreaks(sent['breaks'], after).flatMap((one) =>
        ends.map((end) => locationKept(at(one.sent, `/${end}`), after, `${one.pointer}/${end}`, context)),
      ),
    ),
  ),
  check('TC-REPLACE-024', replaced, ({ before, after, sent }) =>
    every(
      ...keptBreaks(sent['breaks'], after).map((one) =>
        isKnown(one.sent, before)
          ? equals(after, `${one.pointer}/breakId`, at(one.sent, '/breakId') ?? null)
          : notApplicable,
      ),
    ),
  ),
  check('TC-REPLACE-029', replaced, ({ after, sent }) =>
    every(
      ...keptBreaks(sent['breaks'], after).flatMap((one) => [
        notesAsSent(at(one.sent, '/notes'), after, `${one.pointer}/notes`),
        ...ends.map((end) =>
          at(one.sent, `/${end}/notes`) === null
            ? notesAsSent(null, after, `${one.pointer}/${end}/notes`)
            : notApplicable,
        ),
      ]),
    ),
  ),
  check('TC-REPLACE-030', replaced, ({ after, sent }, context) =>
    every(
      ...(['clockInEvent', 'clockOutEvent'] as const).map((event) =>
        nullLocationKept(sent[event], after, `/${event}`, context),
      ),
      ...keptBreaks(sent['breaks'], after).flatMap((one) =>
        ends.map((end) => nullLocationKept(at(one.sent, `/${end}`), after, `${one.pointer}/${end}`, context)),
      ),
    ),
  ),
];
