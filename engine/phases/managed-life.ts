import type { Case } from '../case.ts';
import { replacement, said } from './life-steps.ts';
import { read, written } from './lives.ts';
import { livelyNotes, notes, sparseCard, tellingNotes } from './telling-bodies.ts';

/**
 * A card that the caller keeps for another user, who acts on it, too. The caller has an open card meanwhile: neither what
 * one caller leaves behind must show in the card of the other, nor must one be taken for the other.
 */
export function managedLife(onBehalfOfUserId: string, ownerCalls: boolean): Case {
  const clockIn = { ...said(true, tellingNotes('for a colleague')), onBehalfOfUserId };
  const owner = ownerCalls ? ({ actor: 'secondUser' } as const) : {};
  return {
    name: 'a card that is kept for another user',
    phase: 'lifeCycle',
    suites: ['clockIn', 'breaks', 'clockOut', 'confirm', 'isolation', 'shapes'],
    steps: [
      { name: 'clock a colleague in', operation: 'clockIn', makes: 'card', body: clockIn },
      read('read'),
      ...written('start a break', 'startBreak', said(false, tellingNotes('colleague away')), 'read on break'),
      ...written('confirm on break', 'confirm', undefined, 'read the confirmed'),
      // A confirmation on a break is documented nowhere: what two looks show is certain again.
      read('read the confirmed once more'),
      { name: 'end the break', operation: 'endBreak', card: 'card', body: said(true), ...owner },
      { name: 'clock in', operation: 'clockIn', makes: 'own', body: {} },
      read('read after the break'),
      ...written('clock the colleague out', 'clockOut', said(true, notes('text', 'null')), 'read again'),
      { name: 'confirm as the user', operation: 'confirm', card: 'card', ...owner },
      read('read what both confirmed'),
      // By somebody else than the one who made the card.
      { ...replacement(sparseCard(onBehalfOfUserId, 'corrected by its user')), ofToday: 10, ...owner },
      read('read the replaced'),
      ...written('clock out', 'clockOut', { notes: livelyNotes('own') }, 'read own', 'own'),
    ],
  };
}
