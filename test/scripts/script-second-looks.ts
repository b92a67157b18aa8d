import { otherTeamId } from '../../reference/identities.ts';
import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const note = { contentType: 'text', content: 'Brought the keys' };
const begins = { dateTime: '2024-12-31T23:30:00-05:30', isAtApprovedLocation: true, notes: note };
const ends = { dateTime: '2025-01-01T06:30:00Z', notes: note };
const rest = { start: { dateTime: '2025-01-01T05:30:00Z' }, end: { dateTime: '2025-01-01T05:40:00Z' } };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };
const list: ScriptStep = { method: 'GET', below: '?$orderby=createdDateTime' };

function post(action: string, body: object, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'POST', below: action, body, ...parts }, look];
}

function put(body: object, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body, ...parts }, look];
}

/** Edits that say null, that take breaks away, that somebody else makes; what follows an edit; and what comes late. */
export function secondLooks(): readonly ScriptStep[] {
  return [...confirmedAndOpened(), ...editedWhileOpen(), ...keptForColleague()];
}

function confirmedAndOpened(): readonly ScriptStep[] {
  const confirmed = { userId: caller };
  return [
    ...post('', { userId: caller, clockInEvent: begins, clockOutEvent: ends, notes: note }),
    ...post('/{-1}/confirmForUser', confirmed, { holder: 'application', team: otherTeamId }),
    ...post('/{-1}/confirmForUser', confirmed, { holder: 'application' }),
    { method: 'GET', below: '' },
    ...put({ clockInEvent: begins, clockOutEvent: { ...ends, notes: null }, breaks: [rest, rest] }),
    ...put({ clockInEvent: begins, clockOutEvent: null }),
    { method: 'DELETE', below: '/{-1}' },
    list,
  ];
}

function editedWhileOpen(): readonly ScriptStep[] {
  return [
    ...post('/clockIn', { notes: note }),
    ...post('/{-1}/startbreak', {}),
    ...post('/{-1}/endbreak', {}),
    ...put({ clockInEvent: begins, breaks: [] }),
    ...post('/{-1}/startBreak', {}),
    ...post('/{-1}/endBreak', {}),
    ...post('/{-1}/clockOut', {}),
    { method: 'POST', below: '/{-1}/confirm' },
    look,
    { method: 'DELETE', below: '/{-1}', holder: 'application' },
    look,
  ];
}

function keptForColleague(): readonly ScriptStep[] {
  return [
    ...post('/clockIn', { onBehalfOfUserId: colleague }),
    ...post('/{-1}/startBreak', {}),
    ...post('/{-1}/endBreak', {}, { holder: 'secondUser' }),
    ...put({ clockInEvent: begins }, { holder: 'secondUser' }),
  ];
}
