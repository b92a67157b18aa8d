import type { Phase } from '../../specs/exchange.ts';
import type { Json } from '../../specs/json.ts';
import type { Case, Step } from '../case.ts';

/** One card from clockIn to clockOut, read back after each. */
export function clockLife(name: string, phase: Phase, clockIn: Json, clockOut: Json): Case {
  return {
    name,
    phase,
    suites: ['clockIn', 'clockOut', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      { name: 'read', operation: 'get', card: 'card' },
      { name: 'clock out', operation: 'clockOut', card: 'card', body: clockOut },
      { name: 'read again', operation: 'get', card: 'card' },
    ],
  };
}

/** One created card, read back. */
export function createLife(name: string, phase: Phase, body: Json): Case {
  return {
    name,
    phase,
    suites: ['create', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body },
      { name: 'read', operation: 'get', card: 'card' },
    ],
  };
}

/** Deletes the card within the case, so that a strict server lets the user clock in again. */
export function remove(card: string): Step {
  return { name: `delete ${card}`, operation: 'delete', card };
}
