import type { ScriptStep } from './played-script.ts';

const note = { contentType: 'text', content: 'Late: traffic & rain in Zürich, route 237' };
const html = { contentType: 'html', content: 'Left on time' };
const shift = {
  clockInEvent: { dateTime: '2025-01-07T23:00:20.500+02:00', isAtApprovedLocation: false, notes: note },
  clockOutEvent: { dateTime: '2025-01-07T21:30:40.000Z', isAtApprovedLocation: true },
};
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const unknownCard = '/TCK_00000000-0000-4000-8000-000000000000';

function day(n: number, clockIn: object, clockOut: object): readonly ScriptStep[] {
  return [
    { method: 'POST', below: '/clockIn', body: clockIn },
    { method: 'GET', below: `/{${n}}` },
    { method: 'POST', below: `/{${n}}/clockOut`, body: clockOut },
    { method: 'GET', below: `/{${n}}` },
  ];
}

/** A little of everything that the suite for create, clockIn, clockOut, get, list and delete sends. */
export const aLittleOfEverything: readonly ScriptStep[] = [
  ...day(0, { isAtApprovedLocation: true, notes: note }, { isAtApprovedLocation: true, notes: html }),
  ...day(1, { isAtApprovedLocation: false, notes: html }, { isAtApprovedLocation: false, notes: note }),
  ...day(2, { isAtApprovedLocation: false, atApprovedLocation: true, notes: note }, { atApprovedLocation: true }),
  ...[3, 4, 5, 6, 7].flatMap((n) => day(n, {}, {})),
  { method: 'POST', below: '/clockin', body: { onBehalfOfUserId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'POST', below: '', body: { ...shift, userId: '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'POST', below: '', body: { ...shift, notes: note } },
  { method: 'POST', below: '', body: { clockInEvent: shift.clockInEvent, breaks: [{ start: shift.clockInEvent }] } },
  { method: 'POST', below: '', body: shift, holder: 'application' },
  {
    method: 'POST',
    below: '',
    body: { ...shift, userId: 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2' },
    holder: 'application',
  },
  { method: 'GET', below: '' },
  { method: 'GET', below: '?$top=2' },
  { method: 'GET', below: '?top=2' },
  { method: 'GET', below: "?$filter=state eq 'clockedOut'" },
  { method: 'GET', below: "?$filter=createdDateTime ge 'x'" },
  { method: 'GET', below: '', holder: 'readOnly' },
  { method: 'GET', below: '/{0}', holder: 'noScope' },
  { method: 'GET', below: '/{0}', headers: { 'ms-app-acts-as': '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e' } },
  { method: 'GET', below: '/{0}', team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' },
  { method: 'GET', below: '/{0}', holder: 'nobody' },
  { method: 'POST', below: '/{10}/clockOut', body: {}, holder: 'readOnly' },
  { method: 'DELETE', below: '/{0}' },
  { method: 'GET', below: '/{0}' },
  { method: 'DELETE', below: '/{0}' },
  { method: 'GET', below: '' },
  { method: 'GET', below: unknownCard },
  { method: 'POST', below: `${unknownCard}/clockOut`, body: {} },
  { method: 'GET', below: '', team: '00000000-0000-4000-8000-000000000000' },
  { method: 'PUT', below: '', body: {} },
  { method: 'POST', below: '', body: '{' },
  { method: 'POST', below: '', body: { breaks: [{ notes: note }] } },
  { method: 'POST', below: '', body: '{}', headers: { 'content-type': 'text/plain' } },
  { method: 'POST', below: '', body: { clockInEvent: { isAtApprovedLocation: true } } },
  { method: 'POST', below: '/{11}/clockOut', body: { notes: { contentType: 'xml', content: 'a' } } },
  { method: 'GET', below: '/{11}' },
  { method: 'DELETE', below: '/{11}', team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' },
  { method: 'GET', below: '/{11}' },
  { method: 'POST', below: '/clockIn', body: { isAtApprovedLocation: 'true' } },
  { method: 'POST', below: '/clockIn', body: { notes: { contentType: 'xml', content: 'a' } } },
  ...besideOthers(),
  ...laterOn(),
  ...editedTwice(),
];

/** A day that is edited twice, its breaks sent latest first; then it is deleted, and somebody else looks for it. */
function editedTwice(): readonly ScriptStep[] {
  const at = (hour: string) => ({ ...shift.clockInEvent, dateTime: `2025-01-07T${hour}:30:00Z` });
  const [sooner, later] = [
    { start: at('10'), end: at('11') },
    { start: at('12'), end: at('13') },
  ];
  const look: ScriptStep = { method: 'GET', below: '/{-1}' };
  return [
    ...day(-1, {}, { notes: note }),
    { method: 'PUT', below: '/{-1}', body: { ...shift, userId: caller, breaks: [sooner] } },
    look,
    { method: 'PUT', below: '/{-1}', body: { ...shift, userId: caller, breaks: [later, sooner] } },
    look,
    { method: 'DELETE', below: '/{-1}' },
    { ...look, holder: 'secondUser' },
    // The first card of the second page.
    { method: 'GET', below: '?$top=2', meanwhile: { method: 'DELETE', below: '/{3}' } },
  ];
}

/** A card of another user, which both confirm; an edit with a break; confirmForUser; and all three of a card that is not there. */
function laterOn(): readonly ScriptStep[] {
  const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
  const look: ScriptStep = { method: 'GET', below: '/{-1}' };
  const event = { ...shift.clockInEvent, isAtApprovedLocation: true };
  const edit = { ...shift, notes: note, breaks: [{ breakId: 'BRK_1', start: event, end: event }] };
  const confirmed = [
    { method: 'POST', below: '/{-1}/confirm' },
    look,
    { method: 'POST', below: '/{-1}/confirmForUser', body: { userId: colleague }, holder: 'application' },
    look,
  ] as const;
  return [
    { method: 'POST', below: '', body: { ...shift, userId: colleague } },
    ...confirmed,
    { method: 'POST', below: '/{-1}/confirm', holder: 'secondUser' },
    look,
    { method: 'DELETE', below: '/{-1}' },
    ...day(-1, {}, { notes: note }),
    ...confirmed,
    { method: 'PUT', below: '/{-1}', body: { ...edit, userId: caller } },
    look,
    { method: 'PUT', below: '/{-1}', body: { ...edit, clockInEvent: { notes: note } } },
    { method: 'POST', below: '/{-1}/confirmForUser', body: {}, holder: 'application' },
    { method: 'PUT', below: unknownCard, body: edit },
    { method: 'POST', below: `${unknownCard}/startBreak`, body: {} },
    { method: 'POST', below: `${unknownCard}/confirm` },
    { method: 'POST', below: `${unknownCard}/confirmForUser`, body: { userId: caller }, holder: 'application' },
  ];
}

/** One card among others: of the same user, of another one, of another team; its breaks, its end, and the time after it. */
function besideOthers(): readonly ScriptStep[] {
  const other = { team: 'fd15cad8-80f6-484f-9666-3caf695fbf32' };
  const event = { ...shift.clockInEvent, isAtApprovedLocation: true };
  const rest = (end: object): readonly ScriptStep[] => [
    { method: 'POST', below: '/{-1}/startBreak', body: { isAtApprovedLocation: true, notes: note } },
    { method: 'POST', below: '/{-1}/endBreak', body: end },
  ];
  return [
    { method: 'DELETE', below: '/{11}' },
    { method: 'POST', below: '', body: { ...shift, breaks: [{ start: event, end: event, notes: note }] } },
    { method: 'POST', below: '', body: shift, ...other },
    { method: 'POST', below: '/clockIn', body: { notes: note } },
    ...rest({}),
    ...rest({ isAtApprovedLocation: true, notes: note }),
    { method: 'GET', below: '/{-1}' },
    { method: 'POST', below: '/{-1}/clockOut', body: { notes: html } },
    { method: 'GET', below: '/{-1}' },
    { method: 'GET', below: '/{-1}' },
    { method: 'GET', below: '/{-2}', ...other },
    { method: 'GET', below: '' },
    { method: 'GET', below: '?$top=3' },
    { method: 'GET', below: "?$top=2&$filter=state eq 'clockedOut'" },
    { method: 'GET', below: "?$filter=state eq 'clockedIn'" },
    { method: 'GET', below: '/{-1}', holder: 'application', headers: { 'ms-app-acts-as': caller } },
    { method: 'POST', below: '/{-1}/confirmForUser', body: { userId: caller } },
    { method: 'POST', below: '/{-1}/clockOut', body: {}, ...other },
    { method: 'POST', below: '/{-1}/clockOut', body: { notes: null } },
    { method: 'POST', below: '/{-1}/confirm', ...other },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'GET', below: '/{-2}', ...other },
    { method: 'DELETE', below: '/{-1}' },
    { method: 'POST', below: '/{-1}/confirm' },
  ];
}
