import type { Case, Edit, Step } from '../case.ts';
import { said } from './life-steps.ts';
import { read, writeAndLook } from './card-life.ts';
import type { People } from '../../../targets/target.ts';
import { notes, distinctiveNotes } from './distinctive-bodies.ts';

const minute = 60_000;

/**
 * A card that was clocked and is then edited part by part, each time as it was read: notes, the clock-in, back to what it was,
 * breaks that are added and change places; open again with a break that goes on, and off another one. The clock goes on from
 * there. What is kept of the card before, or is not worked out anew, shows in one of the looks.
 */
export function reopenedLife({ onBehalfOfUserId }: Pick<People, 'onBehalfOfUserId'>): Case {
  return {
    name: 'a clocked card is edited part by part, and opened again',
    phase: 'lifeCycle',
    suites: ['clockIn', 'replace', 'breaks', 'clockOut', 'confirm', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: said(true, distinctiveNotes('clocked in')) },
      { name: 'rest', operation: 'startBreak', card: 'card', body: said(true) },
      { name: 'end the rest', operation: 'endBreak', card: 'card', body: {} },
      { name: 'clock out', operation: 'clockOut', card: 'card', body: said(true, distinctiveNotes('clocked out')) },
      read('read'),
      // After several writes one look may be old; what two show is certain.
      read('read once more'),
      ...edited('annotate', [
        { pointer: '/clockInEvent/notes', value: distinctiveNotes('annotated') },
        { pointer: '/clockInEvent/isAtApprovedLocation', value: null },
        { pointer: '/clockOutEvent/notes', value: null },
        { pointer: '/breaks/0/notes', value: distinctiveNotes('rest') },
        { pointer: '/breaks/0/start/isAtApprovedLocation', value: null },
        ...named('/lastModifiedBy', onBehalfOfUserId),
      ]),
      ...edited('begin earlier', [
        ...moved('/clockInEvent', -60),
        // What was, whatever the request says of it.
        { pointer: '/originalEntry', value: { clockInEvent: null, clockOutEvent: null, breaks: [] } },
        { pointer: '/originalEntry/clockInEvent', from: '/clockInEvent' },
        { pointer: '/createdDateTime', value: '2024-01-01T00:00:00Z' },
        ...named('/createdBy', onBehalfOfUserId),
      ]),
      ...edited('go back', [
        { pointer: '/clockInEvent', from: '/originalEntry/clockInEvent' },
        { pointer: '/clockOutEvent', from: '/originalEntry/clockOutEvent' },
        { pointer: '/breaks', from: '/originalEntry/breaks' },
        { pointer: '/notes', value: distinctiveNotes('as it was') },
      ]),
      ...edited('move it, with a break before the other', [
        ...moved('/clockInEvent', -90),
        ...moved('/clockOutEvent', -10),
        { pointer: '/breaks/1', from: '/breaks/0' },
        { pointer: '/breaks/1/notes', value: distinctiveNotes('the second rest') },
        ...moved('/breaks/1/start', -40),
        ...moved('/breaks/1/end', -30),
        { pointer: '/breaks/0/breakId' },
        { pointer: '/breaks/0/notes', value: null },
        ...moved('/breaks/0/start', -80),
        ...moved('/breaks/0/end', -70),
      ]),
      ...edited('let the breaks change places', [
        { pointer: '/breaks/0', from: '/breaks/1' },
        { pointer: '/breaks/1', from: '/breaks/0' },
        { pointer: '/breaks/0/end/notes', value: notes('text', 'rested') },
      ]),
      ...edited('open again on the break', [
        { pointer: '/state', value: 'onBreak' },
        { pointer: '/clockOutEvent', value: null },
        { pointer: '/breaks/0/end', value: null },
      ]),
      ...writeAndLook(
        'end the break',
        'endBreak',
        said(false, distinctiveNotes('rested again')),
        'read after the break',
      ),
      ...writeAndLook('start another break', 'startBreak', {}, 'read on another break'),
      ...edited('take that break away', [{ pointer: '/breaks/2' }]),
      ...writeAndLook('clock out again', 'clockOut', said(false), 'read the closed'),
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
    ],
  };
}

function moved(event: string, minutes: number): readonly Edit[] {
  return [{ pointer: `${event}/dateTime`, later: minutes * minute }];
}

/** A replace by the card as it was read, with these edits, and a look at what it did. */
export function edited(
  name: string,
  edit: readonly Edit[],
  parts: Pick<Step, 'actor' | 'card' | 'clothes' | 'headers'> = {},
): readonly Step[] {
  const { card = 'card' } = parts;
  return [{ name, operation: 'replace', card, edit, ...parts }, read(`read after: ${name}`, card)];
}

/** Somebody else in the place of whoever is named there. */
function named(pointer: string, id: string | undefined): readonly Edit[] {
  const user = { id: id ?? '', displayName: 'Dwight Schrute' };
  return id === undefined ? [] : [{ pointer, value: { application: null, device: null, user } }];
}
