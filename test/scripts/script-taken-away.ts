import { otherTeamId } from '../../reference/identities.ts';
import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const note = { contentType: 'text', content: 'Hello to the class, select or drop: tom@example.org' };
const typedNote = { '@odata.type': '#microsoft.graph.itemBody', ...note };
const html = { contentType: 'html', content: '<p>Brought the keys</p>' };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };

function post(below: string, body: object | string, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'POST', below, body, ...parts }, look];
}

function put(body: object, parts: Partial<ScriptStep> = {}): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body, ...parts }, look];
}

function event(dateTime: string, parts: object = {}): object {
  return { dateTime, ...parts };
}

/** Breaks that are taken away, requests that say what few say, and requests that name another card. */
export function takenAway(): readonly ScriptStep[] {
  return [...breaks(), ...said(), ...originals(), ...others()];
}

function breaks(): readonly ScriptStep[] {
  const clockInEvent = event('2025-01-07T08:00:00Z');
  const first = {
    breakId: 'BRK_1',
    start: event('2025-01-07T09:00:00Z', { isAtApprovedLocation: true, notes: note }),
    end: event('2025-01-07T09:10:00Z'),
  };
  const second = {
    breakId: 'BRK_2',
    start: event('2025-01-07T10:00:00Z', { isAtApprovedLocation: false }),
    end: event('2025-01-07T10:10:00Z'),
  };
  return [
    ...post('', { userId: caller, clockInEvent, breaks: [first, second] }),
    ...put({ clockInEvent, breaks: [second] }),
    ...put({ clockInEvent, breaks: [] }),
    ...post('/{-1}/startBreak', {}),
    ...post('/{-1}/endBreak', {}),
    ...post('/{-1}/startBreak', { notes: note }),
    ...post('/{-1}/clockOut', {}),
  ];
}

function said(): readonly ScriptStep[] {
  const typedEvent = event('2025-01-07T08:00:00Z', { '@odata.type': '#microsoft.graph.timeCardEvent' });
  const metadata = { headers: { 'content-type': 'application/json;odata.metadata=minimal' } };
  const asColleague = { holder: 'application', headers: { 'ms-app-acts-as': colleague } } as const;
  const flag = { isAtApprovedLocation: true };
  return [
    ...post('/clockIn', { notes: typedNote }),
    ...post('/{-1}/clockOut', { notes: note }),
    ...post('/clockIn', { notes: { ...note, content: '-5 min, with the \u{1F469}\u200D\u{1F467}' } }),
    ...post('/{-1}/clockOut', {}),
    ...post('/clockIn', { notes: html }),
    ...post('/{-1}/clockOut', {}),
    ...post('/clockIn', { notes: html }),
    ...post('/{-1}/clockOut', {}),
    ...post('/clockIn', { notes: html }, metadata),
    ...post('/{-1}/clockOut', { notes: { ...note, content: '2025-01-07T21:35:36Z' } }),
    ...post('', { userId: caller, clockInEvent: { ...typedEvent, ...flag }, notes: note }),
    ...post('/{-1}/clockOut', {}),
    ...post('/clockIn', { onBehalfOfUserId: caller }, asColleague),
    ...post('/{-1}/clockOut', {}),
    ...post('', { userId: caller, clockInEvent: event('2025-01-07T08:00:00Z') }, asColleague),
    { method: 'GET', below: "?$top=1&$filter=state+eq+'clockedOut'" },
    { method: 'GET', below: "?%24filter=state eq 'clockedIn'" },
    { method: 'GET', below: '?%24top=1' },
    { method: 'GET', below: '?$top=50' },
    ...put({ clockInEvent: event('2025-01-07T09:00:00Z') }, { headers: { prefer: 'return=representation' } }),
    { method: 'POST', below: '/clockIn', body: { isAtApprovedLocation: 'yes', notes: { contentType: 'rtf' } } },
  ];
}

function originals(): readonly ScriptStep[] {
  const long = { contentType: 'text', content: 'Brought the keys and took them along '.repeat(4) };
  const days = ['2024-02-29T08:00:00Z', '2024-12-30T08:00:00Z'];
  const ends = event('2025-01-07T16:00:00Z');
  return days.flatMap((day) => [
    ...post('', { userId: caller, clockInEvent: event(day, { notes: long }), clockOutEvent: ends }),
    ...put({ clockInEvent: event('2025-01-07T08:00:00Z'), clockOutEvent: ends }),
  ]);
}

function others(): readonly ScriptStep[] {
  const closed = { clockInEvent: event('2025-01-07T08:00:00Z'), clockOutEvent: event('2025-01-07T16:00:00Z') };
  return [
    ...post('', { userId: caller, ...closed }),
    ...post('', { userId: caller, ...closed }),
    { method: 'DELETE', below: '/{-1}' },
    { method: 'GET', below: '/{-2}' },
    ...post('', { userId: caller, ...closed }),
    ...put({ ...closed, id: '{first}' }),
    { method: 'GET', below: '/{0}' },
    { ...look, team: otherTeamId },
    { method: 'DELETE', below: '/{-1}' },
    ...put(closed),
  ];
}
