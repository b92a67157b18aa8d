import type { LifeState } from '../model/time-clock.ts';
import type { Operation } from '../traffic/operation.ts';
import type { Situation } from '../specs/situation.ts';
import type { Json } from '../traffic/json.ts';
import { at } from '../traffic/pointer.ts';
import { flagsIn } from './confirmation-flags.ts';
import type { JudgeContext } from './context.ts';
import { holdsAnOpenCard, wasClockedInBefore } from './card/open-card.ts';
import { isInDoubt, type Entry, type Trace } from './trace/trace.ts';

/** True for a call in that situation, as far as the traffic before it tells: what is not known is not in it. */
export function isIn(
  { who, card, without = [] }: Situation,
  entry: Entry,
  trace: Trace,
  context: JudgeContext,
): boolean {
  return isBy(who, entry) && isOn(card, entry, trace, context) && !without.some((what) => happened[what](entry, trace));
}

function isBy(who: Situation['who'], { exchange: { actor } }: Entry): boolean {
  if (who === 'anybody') return true;
  return who === 'application' ? actor === 'application' : actor === 'caller' || actor === 'secondUser';
}

const states: Readonly<Record<Exclude<NonNullable<Situation['card']>, 'noneOpen'>, readonly LifeState[]>> = {
  clockedIn: ['clockedIn'],
  onBreak: ['onBreak'],
  open: ['clockedIn', 'onBreak'],
  clockedOut: ['clockedOut'],
  there: ['clockedIn', 'onBreak', 'clockedOut'],
};

function isOn(card: Situation['card'], entry: Entry, trace: Trace, context: JudgeContext): boolean {
  if (card === undefined) return true;
  if (card === 'noneOpen') return !mayBeClockedIn(entry, trace, context);
  return states[card].some((one) => one === entry.before?.state);
}

function mayBeClockedIn(entry: Entry, trace: Trace, context: JudgeContext): boolean {
  return (
    context.openCardElsewhere === true || wasClockedInBefore(entry, context) || holdsAnOpenCard(entry, trace, context)
  );
}

const happened: Readonly<Record<'confirmation' | 'edit' | 'break', (entry: Entry, trace: Trace) => boolean>> = {
  confirmation: (entry, trace) =>
    flagsIn(shown(entry, '/confirmedBy')).size > 0 || wasDone(entry, trace, ['confirm', 'confirmForUser']),
  edit: (entry, trace) => wasDone(entry, trace, ['replace']),
  break: (entry, trace) => isFilled(shown(entry, '/breaks')) || wasDone(entry, trace, ['startBreak']),
};

function shown({ before }: Entry, pointer: string): Json | undefined {
  return at(before?.latest?.card, pointer);
}

function isFilled(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** Done to the card before, or perhaps. */
function wasDone(entry: Entry, trace: Trace, operations: readonly Operation[]): boolean {
  return trace.on(entry.cardId).some((earlier) => {
    const done = earlier.accepted || isInDoubt(earlier);
    return earlier.sequence < entry.sequence && done && operations.some((one) => one === earlier.operation);
  });
}
