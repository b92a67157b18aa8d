import type { Case, Step } from '../case.ts';
import type { DocumentedBodies } from '../examples/documented-bodies.ts';
import { read } from '../lives/card-life.ts';

/** Steps in states for which no page documents them: each is only recorded, with what the card is after it. */
export function outOfTurnCases({ clockIn, startBreak, endBreak, clockOut }: DocumentedBodies): Case {
  const start: Step = { name: 'start a break', operation: 'startBreak', card: 'card', body: startBreak };
  const end: Step = { name: 'end the break', operation: 'endBreak', card: 'card', body: endBreak };
  const out: Step = { name: 'clock out', operation: 'clockOut', card: 'card', body: clockOut };
  const confirm: Step = { name: 'confirm', operation: 'confirm', card: 'card' };
  const tried = (step: Step, when: string): readonly Step[] => [
    { ...step, name: `${step.name} ${when}` },
    read(`read after ${step.operation} ${when}`),
  ];
  return {
    name: 'steps out of turn',
    phase: 'refusals',
    suites: ['clockIn', 'clockOut', 'breaks', 'confirm'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'clock in again', operation: 'clockIn', body: clockIn, discard: true },
      read('read'),
      ...tried(end, 'without one'),
      ...tried(confirm, 'while open'),
      ...tried(start, 'in turn'),
      ...tried(start, 'during a break'),
      ...tried(confirm, 'during a break'),
      ...tried(out, 'during a break'),
      { name: 'delete card', operation: 'delete', card: 'card' },
      { name: 'clock in anew', operation: 'clockIn', makes: 'other', body: clockIn },
      { ...out, name: 'clock out in turn', card: 'other' },
      read('read the other', 'other'),
      ...[
        ...tried(out, 'of a closed card'),
        ...tried(start, 'on a closed card'),
        ...tried(end, 'on a closed card'),
        ...tried(confirm, 'once'),
        ...tried(confirm, 'twice'),
      ].map((step) => ({ ...step, card: 'other' })),
    ],
  };
}
