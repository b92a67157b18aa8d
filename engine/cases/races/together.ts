import type { JsonObject } from '../../../traffic/json.ts';
import type { Step } from '../case.ts';
import { said } from '../lives/life-steps.ts';
import { event, notes } from '../lives/distinctive-bodies.ts';

/** Both at the same time. */
export function overlappingWrites(first: Step, second: Step): readonly Step[] {
  return [first, { ...second, beside: first.name }];
}

export const byOther = { actor: 'secondUser' } as const;

export function saying(isAtApprovedLocation: boolean, words: string): JsonObject {
  return said(isAtApprovedLocation, notes('text', words));
}

/** A closed card with a break, of which every part says where it belongs. */
export function shift(userId: string | undefined, words: string, isFirst: boolean): JsonObject {
  const at = (minute: number): string => `2025-01-07T1${isFirst ? 1 : 2}:${minute}:00Z`;
  const part = (minute: number, what: string, isAtApprovedLocation: boolean): JsonObject =>
    event(at(minute), isAtApprovedLocation, notes('text', `${what}, ${words}`));
  return {
    ...(userId === undefined ? {} : { userId }),
    clockInEvent: part(10, 'begun', isFirst),
    clockOutEvent: part(50, 'ended', !isFirst),
    notes: notes('text', `the card, ${words}`),
    breaks: [{ start: part(20, 'away', !isFirst), end: part(30, 'back', isFirst) }],
  };
}
