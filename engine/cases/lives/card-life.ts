import type { Phase } from '../../../traffic/exchange.ts';
import type { Json } from '../../../traffic/json.ts';
import type { Operation } from '../../../traffic/operation.ts';
import type { Case, Step } from '../case.ts';
import type { DocumentedBodies } from '../examples/documented-bodies.ts';

/** What the requests of a card's life say. */
export interface LifeBodies {
  readonly clockIn: Json;
  /** A life with both has one break. */
  readonly startBreak?: Json;
  readonly endBreak?: Json;
  readonly clockOut: Json;
}

const firstRead = 'read';

/** One card from clockIn to clockOut, perhaps with a break, read back after each. */
export function clockLife(name: string, phase: Phase, { clockIn, startBreak, endBreak, clockOut }: LifeBodies): Case {
  const hasBreak = startBreak !== undefined && endBreak !== undefined;
  return {
    name,
    phase,
    suites: ['clockIn', 'clockOut', 'shapes', ...(hasBreak ? (['breaks'] as const) : [])],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      read(firstRead),
      ...(hasBreak
        ? [
            ...writeAndLook('start a break', 'startBreak', startBreak, 'read on break'),
            ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break'),
          ]
        : []),
      ...writeAndLook('clock out', 'clockOut', clockOut, 'read again'),
    ],
  };
}

/** The same without a look at what clockIn or create has made: its answer shows that as well. */
export function withoutFirstRead({ steps, ...testCase }: Case): Case {
  return { ...testCase, steps: steps.filter(({ name }) => name !== firstRead) };
}

/** One created card, read back, and perhaps replaced and read back again. */
export function createLife(name: string, phase: Phase, body: Json, replacement?: Json): Case {
  return {
    name,
    phase,
    suites: ['create', 'shapes', ...(replacement === undefined ? [] : (['replace'] as const))],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body },
      read(firstRead),
      ...(replacement === undefined ? [] : writeAndLook('replace', 'replace', replacement, 'read the replaced')),
    ],
  };
}

/** A write to the card, and a look at what it did. */
export function writeAndLook(
  name: string,
  operation: Operation,
  body: Json | undefined,
  look: string,
  card = 'card',
): readonly Step[] {
  return [{ name, operation, card, ...(body === undefined ? {} : { body }) }, read(look, card)];
}

export function read(name: string, card = 'card'): Step {
  return { name, operation: 'get', card };
}

/** Deletes the card within the case, so that a strict server lets the user clock in again. */
export function remove(card: string): Step {
  return { name: `delete ${card}`, operation: 'delete', card };
}

/** Every write to a card that is open, in an order in which each is documented: a confirmed card may be locked. */
export function writesOf({ startBreak, endBreak, clockOut, replace }: DocumentedBodies): readonly Step[] {
  return [
    { name: 'start a break', operation: 'startBreak', card: 'card', body: startBreak },
    { name: 'end the break', operation: 'endBreak', card: 'card', body: endBreak },
    { name: 'clock out', operation: 'clockOut', card: 'card', body: clockOut },
    { name: 'replace', operation: 'replace', card: 'card', body: replace },
    { name: 'confirm', operation: 'confirm', card: 'card' },
    { name: 'delete', operation: 'delete', card: 'card' },
  ];
}
