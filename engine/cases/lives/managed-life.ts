import type { Case } from '../case.ts';
import { replacement, said } from './life-steps.ts';
import { read, remove, writeAndLook } from './card-life.ts';
import { edited } from './reopened-life.ts';
import { livelyNotes, notes, sparseCard, distinctiveNotes } from './distinctive-bodies.ts';

/**
 * A card that the caller keeps for another user, who acts on it, too. The caller has an open card all the while: neither what
 * one caller leaves behind must show in the card of the other, nor must one be taken for the other. Each writes after the
 * other, so that whoever is still named for the last change is seen.
 */
export function managedLife(onBehalfOfUserId: string, ownerCalls: boolean): Case {
  const clockIn = { ...said(true, distinctiveNotes('for a colleague')), onBehalfOfUserId };
  const owner = ownerCalls ? ({ actor: 'secondUser' } as const) : {};
  return {
    name: 'a card that is kept for another user',
    phase: 'lifeCycle',
    suites: ['clockIn', 'breaks', 'clockOut', 'confirm', 'replace', 'isolation', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'own', body: {} },
      {
        name: 'create another',
        operation: 'create',
        makes: 'another',
        body: sparseCard(onBehalfOfUserId, 'another'),
        ofToday: 100,
      },
      read('read the other', 'another'),
      { name: 'clock a colleague in', operation: 'clockIn', makes: 'card', body: clockIn },
      read('read'),
      read('read own', 'own'),
      ...writeAndLook('start a break', 'startBreak', said(false, distinctiveNotes('colleague away')), 'read on break'),
      read('read own beside the break', 'own'),
      { name: 'end the break as the user', operation: 'endBreak', card: 'card', body: said(true), ...owner },
      read('read after the break'),
      { name: 'start a break as the user', operation: 'startBreak', card: 'card', body: {}, ...owner },
      read('read on the break of the user'),
      ...writeAndLook('end the break', 'endBreak', said(false, distinctiveNotes('colleague back')), 'read after both'),
      {
        name: 'clock out as the user',
        operation: 'clockOut',
        card: 'card',
        body: said(true, notes('text', 'null')),
        ...owner,
      },
      read('read again'),
      { name: 'confirm as the user', operation: 'confirm', card: 'card', ...owner },
      read('read the confirmed'),
      // By somebody else than the one who made the card.
      { ...replacement(sparseCard(onBehalfOfUserId, 'corrected by its user')), ofToday: 10, ...owner },
      read('read the replaced'),
      ...edited('annotate', [{ pointer: '/notes', value: distinctiveNotes('seen by the manager') }]),
      ...writeAndLook('confirm', 'confirm', undefined, 'read what both confirmed'),
      remove('card'),
      read('read own beside the delete', 'own'),
      read('read the other beside the delete', 'another'),
      read('read the deleted'),
      ...writeAndLook('clock out', 'clockOut', { notes: livelyNotes('own') }, 'read own again', 'own'),
    ],
  };
}
