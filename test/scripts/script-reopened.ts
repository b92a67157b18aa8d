import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const note = { contentType: 'text', content: 'Brought the keys' };
const other = { contentType: 'text', content: 'Took them along' };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };
const begins = event('08:00:00Z', { isAtApprovedLocation: true, notes: note });
const ends = event('16:00:00Z', { isAtApprovedLocation: true, notes: note });
const first = {
  breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
  notes: note,
  start: event('10:00:00Z', { isAtApprovedLocation: true }),
  end: event('10:15:00Z'),
};
const second = {
  breakId: 'BRK_93d8fa10-10a0-43a5-a87a-dad7b36d9ea1',
  notes: null,
  start: event('12:00:00Z'),
  end: event('12:30:00Z'),
};
const open = { ...second, end: null };

function event(time: string, parts: object = {}): object {
  return { dateTime: `2025-01-07T${time}`, ...parts };
}

function post(below: string, body: object | string, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'POST', below, body, ...parts }, look];
}

function put(body: object): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body }, look];
}

/** Cards and breaks that a replace opens again, goes back to or puts in another order, and many breaks. */
export function openedAgain(): readonly ScriptStep[] {
  return [...opened(), ...manyBreaks(), ...olderNames()];
}

function opened(): readonly ScriptStep[] {
  const closed = { clockInEvent: begins, clockOutEvent: ends };
  const nowhere = { ...begins, isAtApprovedLocation: null };
  return [
    ...post('', { userId: caller, ...closed, breaks: [first, second] }),
    ...put({ clockInEvent: nowhere, clockOutEvent: event('17:00:00Z'), breaks: [second, first] }),
    ...put({ ...closed, breaks: [second], originalEntry: { clockInEvent: ends, breaks: [first] } }),
    ...put({ ...closed, breaks: [first, second] }),
    ...put({ clockInEvent: begins, clockOutEvent: null, breaks: [first, open] }),
    { method: 'GET', below: '' },
    ...post('/{-1}/endBreak', { notes: other }),
    ...post('/{-1}/clockOut', {}),
    ...put({ clockInEvent: begins, clockOutEvent: null, breaks: [first] }),
    ...post('/{-1}/startBreak', { notes: note }),
    ...put({ clockInEvent: begins, breaks: [{ ...open, start: event('11:00:00Z') }] }),
    ...post('/{-1}/endBreak', {}),
    ...put({ clockInEvent: begins, breaks: [open, first] }),
    ...post('/{-1}/endBreak', { notes: other }),
  ];
}

function manyBreaks(): readonly ScriptStep[] {
  const closed = { clockInEvent: begins, clockOutEvent: ends };
  const anonymous = [second, first].map(({ start, end }) => ({ start, end }));
  return [
    ...post('/{-1}/clockOut', {}),
    ...post('/clockIn', {}),
    ...[1, 2, 3].flatMap(() => [...post('/{-1}/startBreak', {}), ...post('/{-1}/endBreak', {})]),
    ...post('/{-1}/startBreak', {}),
    ...put({ clockInEvent: begins, breaks: [{ ...open, breakId: '{break}', start: event('11:00:00Z') }] }),
    ...post('/{-1}/endBreak', {}),
    ...post('/{-1}/clockOut', {}),
    ...post('', { userId: caller, ...closed, breaks: anonymous }),
    ...put({ ...closed, breaks: anonymous }),
    ...post('/clockIn', { isAtApprovedLocation: true }),
    ...post('/{-1}/startBreak', { notes: note }),
    ...post('/{-1}/endBreak', {}),
    ...post('/{-1}/startBreak', { notes: note }),
    ...put({ clockInEvent: begins, breaks: [first] }),
    ...put({ clockInEvent: { ...begins, isAtApprovedLocation: false }, breaks: [first, second] }),
    ...post('/{-1}/clockOut', {}),
  ];
}

function olderNames(): readonly ScriptStep[] {
  const both = { isAtApprovedLocation: false, atApprovedLocation: true };
  return [
    ...post('', {
      userId: caller,
      clockInEvent: begins,
      clockOutEvent: event('16:00:00Z', both),
      breaks: [{ ...first, start: event('10:00:00Z', both) }],
    }),
    ...put({ clockInEvent: begins, clockOutEvent: ends, confirmedBy: 'None' }),
    ...post('/clockIn', {}),
    ...post('/{-1}/startBreak', {}),
    ...post('/{-1}/endBreak', { atApprovedLocation: true }),
    ...post('/{-1}/startBreak', both),
    ...post('/{-1}/endBreak', {}),
    ...post('/{-1}/startBreak', { isAtApprovedLocation: true }),
    ...post('/{-1}/endBreak', { isAtApprovedLocation: false }),
    ...post('/{-1}/startBreak', {}),
    { method: 'DELETE', below: '/{-1}' },
    look,
    ...post('/clockIn', {}),
    { method: 'GET', below: '' },
    ...post('/{-1}/startBreak', both),
    ...post('/{-1}/clockOut', both),
    ...post('/{-1}/confirmForUser', { userId: caller }, { holder: 'application' }),
    ...post('/{-1}/confirmForUser', { userId: caller }, { holder: 'application' }),
    ...post('/{-1}/confirmForUser', { userId: colleague }, { holder: 'application' }),
    ...post('', { userId: colleague, clockInEvent: begins, clockOutEvent: ends }),
    ...post('/{-1}/confirm', '', { holder: 'secondUser' }),
    ...post('/{-1}/confirm', ''),
    { ...look, below: '/TCK_none', headers: { 'accept-language': 'de-DE' } },
    // Closed by an edit, and clocked in again.
    ...post('/clockIn', {}),
    ...put({ clockInEvent: begins, clockOutEvent: ends }),
    ...post('/clockIn', {}),
  ];
}
