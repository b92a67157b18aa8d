import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const note = { contentType: 'text', content: 'Brought the keys' };
const other = { contentType: 'text', content: 'Took them along' };
const begins = { dateTime: '2025-01-07T08:00:00Z', isAtApprovedLocation: true, notes: note };
const ends = { dateTime: '2025-01-07T16:00:00.250Z', isAtApprovedLocation: true, notes: note };
const rest = {
  breakId: 'BRK_138f4751-68b1-44c1-aca2-2b26cba9e73f',
  notes: note,
  start: { dateTime: '2025-01-07T12:00:00Z', isAtApprovedLocation: true },
  end: null,
};
const look: ScriptStep = { method: 'GET', below: '/{-1}' };

function write(method: 'POST' | 'PUT', below: string, body: object, parts: Partial<ScriptStep> = {}) {
  return [{ method, below, body, ...parts }, look];
}

/** Edits of one part at a time and in every direction, and calls that say in a header, or without a signature, who makes them. */
export function editsAndCallers(): readonly ScriptStep[] {
  return [
    ...write('POST', '', { userId: caller, clockInEvent: begins, breaks: [rest], notes: note }),
    ...write('POST', '/{-1}/endBreak', { notes: other }),
    ...write('PUT', '/{-1}', { clockInEvent: begins, clockOutEvent: ends, breaks: [], notes: note }),
    ...write('PUT', '/{-1}', { clockInEvent: begins, clockOutEvent: ends, breaks: [], notes: other }),
    ...write('PUT', '/{-1}', { clockInEvent: begins, clockOutEvent: null, breaks: [rest] }),
    ...write('PUT', '/{-1}', {
      clockInEvent: begins,
      breaks: [{ ...rest, notes: null, start: { ...rest.start, isAtApprovedLocation: null } }],
      createdBy: { application: null, device: null, user: { id: colleague, displayName: 'Somebody' } },
    }),
    ...write('PUT', '/{-1}', { clockInEvent: begins, breaks: [] }),
    ...write('POST', '', { userId: colleague, clockInEvent: begins, clockOutEvent: ends }),
    ...write('POST', '/{-1}/confirmForUser', { userId: caller }, { holder: 'application' }),
    { method: 'GET', below: '?$top=2', holder: 'application', headers: { 'ms-app-acts-as': colleague } },
    ...write('POST', '', { userId: caller, clockInEvent: begins, clockOutEvent: ends }, { holder: 'application' }),
    { method: 'DELETE', below: '/{0}' },
    ...write('POST', '/clockIn', {}, { headers: { 'x-user-id': colleague } }),
    { method: 'GET', below: '', unsigned: true },
  ];
}
