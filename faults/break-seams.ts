import type { TimeCard, TimeCardEvent } from '../reference/time-card.ts';

type Breaks = TimeCard['breaks'];
type Break = Breaks[number];

/** The card with other breaks; in `originalEntry` as well where those were the same. */
export function withBreaks(card: TimeCard, change: (breaks: Breaks) => Breaks): TimeCard {
  const breaks = change(card.breaks);
  const mirrored = card.originalEntry.breaks === card.breaks;
  return { ...card, breaks, originalEntry: mirrored ? { ...card.originalEntry, breaks } : card.originalEntry };
}

/** The card with its last break changed: the one that startBreak has just added. */
export function withLastBreak(card: TimeCard, change: (one: Break) => Break): TimeCard {
  return withBreaks(card, (breaks) => breaks.map((one, index) => (index === breaks.length - 1 ? change(one) : one)));
}

export function withStart(card: TimeCard, change: (start: TimeCardEvent) => TimeCardEvent): TimeCard {
  return withLastBreak(card, (one) => ({ ...one, start: change(one.start) }));
}

/** The card with the end of its last break changed, which endBreak has just set. */
export function withEnd(card: TimeCard, change: (end: TimeCardEvent) => TimeCardEvent): TimeCard {
  return withLastBreak(card, (one) => ({ ...one, end: one.end && change(one.end) }));
}
