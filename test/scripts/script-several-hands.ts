import { otherTeamId } from '../../reference/identities.ts';
import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const clockInEvent = { dateTime: '2025-01-07T08:00:00Z' };
const clockOutEvent = { dateTime: '2025-01-07T16:00:00Z' };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };

function post(below: string, body: object | string, holder: ScriptStep['holder'] = 'caller'): readonly ScriptStep[] {
  return [{ method: 'POST', below, body, holder }, look];
}

function put(body: object): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body }, look];
}

function list(query: string, holder: ScriptStep['holder'] = 'caller'): ScriptStep {
  return { method: 'GET', below: `?${query}`, holder };
}

/** Cards that go from one hand to the other, and the lists that show them. */
export function severalHands(): readonly ScriptStep[] {
  const by = { application: null, device: null, user: { id: colleague, displayName: 'Somebody' } };
  return [
    // Somebody clocks a colleague in, and then in themselves.
    ...post('/clockIn', { onBehalfOfUserId: colleague }),
    { method: 'POST', below: '/clockIn', body: {} },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'DELETE', below: '/{0}' },
    ...post('', { userId: colleague, clockInEvent }),
    ...post('/{-1}/startBreak', {}),
    list("$filter=state eq 'clockedIn'"),
    ...post('/{-1}/startBreak', {}, 'readOnly'),
    ...post('/{-1}/endBreak', {}, 'secondUser'),
    list("$filter=state eq 'clockedIn'"),
    ...post('/{-1}/clockOut', {}, 'secondUser'),
    look,
    ...put({ clockInEvent, clockOutEvent, lastModifiedBy: by }),
    ...put({ clockInEvent, clockOutEvent: null }),
    list("$filter=state eq 'clockedOut'"),
    ...post('/{-1}/clockOut', {}),
    ...post('', { userId: caller, clockInEvent, clockOutEvent }),
    ...put({ userId: colleague, clockInEvent, clockOutEvent }),
    ...post('/{-1}/confirm', '', 'secondUser'),
    ...post('/{-1}/confirmForUser', { userId: colleague }),
    { ...look, holder: 'secondUser' },
    { ...look, team: otherTeamId },
    ...post('/{-1}/confirm', ''),
    { ...look, holder: 'secondUser' },
    ...post('/clockIn', {}, 'secondUser'),
    { ...look, unsigned: true },
    ...post('/clockIn', {}),
    ...post('', { userId: colleague, clockInEvent, clockOutEvent }),
    ...post('', { userId: colleague, clockInEvent, clockOutEvent }),
    list('$top=1&$orderby=createdDateTime%20desc'),
    list("$top=1&$filter=state eq 'clockedOut'"),
    list("$top=1&$filter=state eq 'clockedIn'"),
    list("$filter=state eq 'clockedOut'&$orderby=createdDateTime"),
    list('$top=1', 'readOnly'),
    list('$top=9', 'application'),
    { method: 'DELETE', below: '/{2}' },
    list('$top=9'),
    ...otherHands(),
  ];
}

/** A manager at work closes the card of another; cards with notes that are confirmed, edited, deleted and made again. */
function otherHands(): readonly ScriptStep[] {
  const told = { ...clockInEvent, notes: { contentType: 'text', content: 'Brought the keys' } };
  const made = { userId: colleague, clockInEvent: told, clockOutEvent };
  return [
    ...post('', { userId: colleague, clockInEvent: told }),
    ...post('/{-1}/startBreak', {}, 'secondUser'),
    ...post('/{-1}/endBreak', {}, 'secondUser'),
    list("$filter=state eq 'onBreak'"),
    ...post('/{-1}/clockOut', {}),
    list('$top=9'),
    ...post('', made, 'secondUser'),
    ...put(made),
    ...post('/{-1}/confirm', '', 'secondUser'),
    ...put({ ...made, clockOutEvent: told }),
    { method: 'DELETE', below: '/{-1}' },
    ...post('', made),
    list('$top=2'),
    list("$filter=state eq 'unknownFutureValue'"),
    ...post('/{-1}/confirm', ''),
    { method: 'POST', below: '', body: { ...made, userId: caller }, headers: { 'ms-app-acts-as': colleague } },
    ...post('/{-1}/startBreak', {}, 'application'),
  ];
}
