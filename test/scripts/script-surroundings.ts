import type { ScriptStep } from './played-script.ts';

const otherTeam = 'fd15cad8-80f6-484f-9666-3caf695fbf32';
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const look: ScriptStep = { method: 'GET', below: '/{-1}' };
const list: ScriptStep = { method: 'GET', below: '' };
const closed = "state eq 'clockedOut'";

function event(time: string, isAtApprovedLocation: boolean | null = true, content = 'Keys & 🙂') {
  const notes = { contentType: 'text', content };
  return { dateTime: `2025-01-07T${time}`, isAtApprovedLocation, notes };
}

const clockInEvent = event('08:00:00.250Z', null);
const clockOutEvent = event('16:00:00.500-05:30', false);
const breaks = [
  { start: event('10:00:00Z'), end: event('10:15:00Z', false) },
  { start: event('12:00:00Z', false), end: event('12:30:00Z') },
  { start: event('14:00:00Z'), end: event('14:05:00Z') },
];
const day = { clockInEvent, clockOutEvent, notes: { contentType: 'text', content: 'A long day' } };
const former = { ...event('08:00:00Z', false), atApprovedLocation: true };

function act(action: string, body?: object, holder?: ScriptStep['holder']): readonly ScriptStep[] {
  return [{ method: 'POST', below: `/{-1}/${action}`, ...(body && { body }), ...(holder && { holder }) }, look];
}

function replace(body: object | string, holder?: ScriptStep['holder']): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body, ...(holder && { holder }) }, look];
}

/** What surrounds the actions: reads, pages and filters, edits, refusals and rights, with several cards and people. */
export function aroundTheActions(): readonly ScriptStep[] {
  return [
    ...edits(),
    ...refusals(),
    ...edited(),
    ...people(),
    ...rights(),
    ...pages(),
    ...almostRight(),
    ...onlyInBeta(),
  ];
}

function edits(): readonly ScriptStep[] {
  const marked = { ...clockInEvent, notes: { contentType: 'html', content: '<b>In</b>' } };
  const earlier = '2020-01-01T00:00:00Z';
  const by = { user: { id: colleague, displayName: 'Robin Kowalski' } };
  return [
    { method: 'POST', below: '', body: { ...day, breaks } },
    look,
    look,
    ...replace({ ...day, breaks, notes: null }),
    list,
    ...replace({ ...day, clockInEvent: marked, breaks: [] }),
    ...replace({ ...day, clockOutEvent: null, confirmedBy: 'None', lastModifiedBy: by }),
    ...act('startBreak', {}),
    ...act('endBreak', {}),
    ...replace({ ...day, createdDateTime: earlier, lastModifiedDateTime: earlier }),
    list,
    { method: 'DELETE', below: '/{-1}' },
    { method: 'GET', below: `?$filter=${closed}` },
    ...replace(day),
    { method: 'DELETE', below: '/{-1}' },
    list,
  ];
}

/** Cards that are there all the time, and requests that are refused at one of them. */
function refusals(): readonly ScriptStep[] {
  return [
    { method: 'POST', below: '', body: day },
    ...replace({ ...day, clockInEvent: event('07:00:00Z'), breaks: [{}] }),
    ...replace('{"notes": null,}'),
    { method: 'DELETE', below: '/{-1}', holder: 'readOnly' },
    look,
    { method: 'GET', below: '/{-1}/confirm' },
    { method: 'PATCH', below: '/{-1}', body: {} },
    { method: 'GET', below: '/TCK_00000000-0000-4000-8000-000000000000' },
    { method: 'GET', below: "?$filter=createdDateTime ge 'x'" },
    { method: 'GET', below: '/{-1}', holder: 'nobody' },
    look,
    { method: 'GET', below: '/TCK_00000000-0000-4000-8000-000000000000', holder: 'nobody' },
  ];
}

function edited(): readonly ScriptStep[] {
  return [
    { method: 'POST', below: '/clockIn', body: { notes: { contentType: 'text', content: 'Cats & dogs' } } },
    ...act('startBreak', { atApprovedLocation: false }),
    ...act('endBreak', {}),
    ...act('confirm'),
    ...act('confirmForUser', { userId: caller }, 'application'),
    ...act('clockOut', {}),
    { method: 'GET', below: `?$filter=${closed}` },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'POST', below: '/clockIn', body: {} },
    look,
    list,
  ];
}

/** Two people on a break at once, of whom one is called back. */
function people(): readonly ScriptStep[] {
  return [
    { method: 'POST', below: '/clockIn', body: { onBehalfOfUserId: colleague } },
    { method: 'POST', below: '/{-1}/startBreak', body: {} },
    { method: 'POST', below: '/{-2}/startBreak', body: {} },
    { method: 'GET', below: "?$filter=state eq 'onBreak'" },
    list,
    ...act('endBreak', {}),
    ...act('clockOut', {}),
    { ...list, holder: 'secondUser' },
    ...replace({ ...day, userId: colleague }),
    ...replace({ ...day, userId: colleague }, 'application'),
    ...replace({ ...day, userId: colleague }, 'readOnly'),
  ];
}

function rights(): readonly ScriptStep[] {
  const actsAs = { 'ms-app-acts-as': caller };
  return [
    { ...look, holder: 'readOnly' },
    { ...list, holder: 'application' },
    { ...look, headers: actsAs },
    { method: 'POST', below: '/{-1}/confirm', holder: 'readOnly' },
    { method: 'GET', below: `?$filter=${closed}`, holder: 'readOnly' },
  ];
}

/** Closed cards with open ones between them, some of the other team, some alike. */
function pages(): readonly ScriptStep[] {
  const open = { clockInEvent };
  return [
    { method: 'POST', below: '', body: open },
    { method: 'POST', below: '', body: day },
    { method: 'POST', below: '', body: open },
    { method: 'POST', below: '', body: day, team: otherTeam },
    { method: 'POST', below: '', body: day, holder: 'application' },
    { method: 'POST', below: '', body: { ...day, userId: caller }, holder: 'application' },
    { ...list, collection: 'timecards' },
    { method: 'GET', below: '?$top=1' },
    { method: 'GET', below: '?$top=2' },
    { method: 'GET', below: `?$top=2&$filter=${closed}` },
    { method: 'GET', below: '?$top=2&$orderby=clockInEvent/dateTime desc' },
  ];
}

/** An id, a header and a page that are right but for one thing; the steps of a list are sent for its later pages as well. */
function almostRight(): readonly ScriptStep[] {
  return [
    { method: 'GET', below: '/{-1}0' },
    { ...look, withoutScheme: true },
    { ...list, below: '?$top=2', laterHolder: 'nobody' },
    { method: 'GET', below: "?top=1&$filter=state eq 'clockedOut'" },
  ];
}

/** What only beta has, and edits once more. */
function onlyInBeta(): readonly ScriptStep[] {
  return [
    { method: 'POST', below: '', body: { ...day, breaks } },
    ...act('confirmForUser', { userId: null }, 'application'),
    ...act('confirmForUser', { userId: caller }, 'application'),
    ...replace({ ...day, clockInEvent: former }),
    ...replace({ ...day, clockInEvent: { ...clockInEvent, notes: null }, breaks }),
    ...replace(day),
    ...replace({ ...day, notes: null }),
  ];
}
