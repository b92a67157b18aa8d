import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const note = { contentType: 'html', content: '<p>Brought the keys</p>' };
const other = { contentType: 'text', content: 'Took them along' };
const begins = { dateTime: '2025-01-07T08:00:00Z', isAtApprovedLocation: true, notes: note };
const ends = { dateTime: '2025-01-07T16:00:00Z', isAtApprovedLocation: true, notes: note };
const noon = { dateTime: '2025-01-07T12:00:00Z', isAtApprovedLocation: true };
const one = { dateTime: '2025-01-07T13:00:00Z', isAtApprovedLocation: true };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };

function write(below: string, body: object | string, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'POST', below, body, ...parts }, look];
}

function typed(contentType: string): Partial<ScriptStep> {
  return { headers: { 'content-type': contentType } };
}

/** Requests that say the same in other ways: in chunks, under other media types and spellings, with other JSON. */
export function otherClothes(): readonly ScriptStep[] {
  return [...dressed(), ...spelled()];
}

function dressed(): readonly ScriptStep[] {
  const edited = { clockInEvent: begins, clockOutEvent: ends, notes: other };
  return [
    ...write('', { userId: caller, clockInEvent: begins, breaks: [{ end: one, start: noon }] }, { inChunks: true }),
    ...write('/{-1}/clockOut', { isAtApprovedLocation: true }, typed('APPLICATION/JSON')),
    { method: 'PUT', below: '/{-1}', body: edited, inChunks: true },
    look,
    ...write('', { userId: caller, clockInEvent: begins, breaks: [{ end: one, start: noon }] }),
    ...write('/clockIn', {}),
    ...write('/{-1}/startBreak', { notes: note }, typed('application/json;odata.metadata=minimal')),
    ...write('/{-1}/endBreak', { notes: note }, typed('application/json; charset=utf-8')),
    ...write('/{-1}/clockOut', {}, { encodedId: true }),
    ...write('/{-1}/confirm', '', { encodedId: true }),
    { method: 'PUT', below: '/{-1}', body: edited, encodedId: true },
    look,
    ...write('/clockIn', '\n{ "notes": { "contentType": "text", "content": "Gr\\u00fc\\u00dfe" } }'),
    { method: 'GET', below: "?$filter=state+eq+'clockedIn'" },
    { method: 'GET', below: "?$filter=state eq 'clockedIn'", collection: 'timecards' },
    ...write('/clockin', {}, { holder: 'noScope' }),
    { ...look, headers: { accept: 'text/plain, application/json' } },
  ];
}

function spelled(): readonly ScriptStep[] {
  const flagLast = { notes: { content: '<b>1/2</b>', contentType: 'html' }, isAtApprovedLocation: true };
  return [
    ...write('/clockIn', { onBehalfOfUserId: colleague.toUpperCase() }),
    ...write('/clockIn', `{ "onBehalfOfUserId" : "${colleague}" }`),
    ...write('/{-1}/startBreak', flagLast),
    ...write('/{-1}/endBreak', JSON.stringify(flagLast).replaceAll('":', '" :')),
    ...write('/{-1}/startBreak', JSON.stringify(flagLast).replaceAll('/', '\\/')),
    ...write('/{-1}/endBreak', JSON.stringify(flagLast).replaceAll('"n', '"\\u006e')),
    ...write('/{-1}/startBreak', flagLast, { inChunks: true }),
    ...write('/{-1}/endBreak', flagLast, typed('Application/JSON')),
    ...write('/{-1}/startBreak', flagLast, { encodedId: true }),
    ...write('/{-1}/endBreak', { notes: { ...other, content: 'Zoë' } }, { inChunks: true }),
    ...write('/{-1}/startBreak', { notes: { ...other, content: 'Zoë' } }, typed('application/json; charset=UTF-8')),
    ...write('/{-1}/endBreak', String.raw`{ "notes": { "content": "\ud83d\udc4b", "contentType": "text" } }`),
    { ...look, headers: { accept: 'application/json, text/plain, */*' } },
    ...write('/{-1}/startbreak', {}, { holder: 'readOnly' }),
    ...write('/{-1}/startBreak', {}, { holder: 'readOnly', collection: 'timecards' }),
    { method: 'DELETE', below: '/{-1}', encodedId: true },
    look,
  ];
}
