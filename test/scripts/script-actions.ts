import type { ScriptStep } from './played-script.ts';

const colleague = '3f29c8e7-7a41-4d8e-99d6-2b1f76c9421e';
const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';

/** A text that breaks where text is decoded, normalised, cleaned or cut. */
const odd = `<a> a+b \\n \r\n e\u0301 ${'x'.repeat(300)}`;
const note = { contentType: 'text', content: 'Brought the keys' };
const html = { contentType: 'html', content: '<p>Back</p>' };
const look: ScriptStep = { method: 'GET', below: '/{-1}' };

function act(action: string, body: object = {}, holder?: 'secondUser' | 'application'): readonly ScriptStep[] {
  const below = action === 'clockIn' ? '/clockIn' : `/{-1}/${action}`;
  const sent = action === 'confirm' ? {} : { body };
  return [{ method: 'POST', below, ...sent, ...(holder && { holder }) }, look];
}

function create(body: object, holder?: 'application'): readonly ScriptStep[] {
  return [{ method: 'POST', below: '', body, ...(holder && { holder }) }, look];
}

/** Actions on cards with a past, of several people, with texts and times that are out of the common. */
export function actionsOutOfTheCommon(): readonly ScriptStep[] {
  return [...manyBreaks(), ...others(), ...afterReplace(), ...texts(), ...confirmedForUser(), ...created()];
}

function manyBreaks(): readonly ScriptStep[] {
  const rest = (start: object, end: object) => [...act('startBreak', start), ...act('endBreak', end)];
  return [
    ...act('clockIn', { notes: note, onBehalfOfUserId: null }),
    ...rest({ isAtApprovedLocation: true }, { isAtApprovedLocation: false, notes: html }),
    ...rest({}, { isAtApprovedLocation: null }),
    ...rest({}, {}),
    ...act('startBreak'),
    ...act('endBreak', {}, 'application'),
    ...act('startBreak'),
    ...act('confirm'),
    ...act('endBreak', { notes: note }),
    ...act('clockOut', { notes: html }),
    ...act('confirm'),
    ...act('clockIn'),
    { method: 'GET', below: '/{-2}' },
    { method: 'DELETE', below: '/{-1}' },
  ];
}

/** A manager, the user whose card it is, and an application at one card. */
function others(): readonly ScriptStep[] {
  return [
    ...act('clockIn', {}, 'secondUser'),
    ...act('startBreak', { notes: note }),
    ...act('endBreak', {}, 'secondUser'),
    ...act('startBreak'),
    ...act('clockOut', { notes: note }),
    ...act('confirm'),
    ...act('confirm', {}, 'secondUser'),
    ...act('clockIn', { onBehalfOfUserId: colleague, notes: note }, 'application'),
    ...act('clockOut', {}, 'application'),
    ...act('confirm', {}, 'secondUser'),
    { method: 'GET', below: '/{-2}' },
    ...act('confirm'),
    ...act('clockIn', { onBehalfOfUserId: colleague, notes: note }),
    ...act('startBreak'),
    ...act('clockIn'),
    ...act('startBreak'),
    { method: 'POST', below: '/{-2}/endBreak', body: {} },
    look,
    { method: 'POST', below: '/{-1}/endBreak', body: {} },
    { method: 'POST', below: '/{-2}/startBreak', body: {} },
    { method: 'GET', below: '/{-2}' },
    { method: 'POST', below: '/{-2}/clockOut', body: {} },
    look,
    ...act('clockOut'),
    { method: 'GET', below: '' },
  ];
}

function afterReplace(): readonly ScriptStep[] {
  const event = { dateTime: '2025-01-07T20:00:00Z', isAtApprovedLocation: true };
  const replaced: ScriptStep = { method: 'PUT', below: '/{-1}', body: { clockInEvent: event, notes: note } };
  return [
    ...act('clockIn'),
    replaced,
    ...act('confirm'),
    ...act('clockOut'),
    ...act('clockIn'),
    replaced,
    ...act('clockOut'),
  ];
}

function created(): readonly ScriptStep[] {
  const at = (dateTime: string, more: object = {}) => ({ dateTime, isAtApprovedLocation: true, ...more });
  const rest = (hour: number, more: object = {}) => ({
    start: at(`2025-01-07T${hour}:00:00Z`),
    end: at(`2025-01-07T${hour}:30:00Z`),
    ...more,
  });
  const clockInEvent = at('2025-01-07T09:00:00Z');
  const clockOutEvent = { dateTime: '2025-01-07T17:00:00Z', isAtApprovedLocation: false };
  return [
    ...create({ clockInEvent, breaks: [rest(10, { notes: note }), rest(11), rest(12)], notes: note }),
    ...create({ clockInEvent, clockOutEvent: null, notes: note }),
    ...create({ clockInEvent: { ...clockInEvent, notes: note }, clockOutEvent }),
    ...create({
      clockInEvent,
      clockOutEvent,
      breaks: [{ ...rest(10), end: at('2025-01-07T10:30:00Z', { notes: note }) }],
    }),
    ...create({ clockInEvent: { ...clockInEvent, notes: note }, clockOutEvent: { ...clockOutEvent, notes: html } }),
    ...create({ clockInEvent, clockOutEvent, userId: colleague }, 'application'),
    ...create({ clockInEvent: at('2024-02-29T00:00:00Z'), clockOutEvent: at('2024-02-29T12:00:00.1234567Z') }),
    ...create({ clockInEvent: at('2024-07-01T10:00:00-05:00'), clockOutEvent: at('2024-07-01T21:00:00+05:30') }),
  ];
}

function texts(): readonly ScriptStep[] {
  const notes = [{ ...note, content: odd }, { ...note, content: '' }, { ...note, content: null }, { content: '007' }];
  return notes.flatMap((one) => [
    ...act('clockIn', { notes: one }),
    ...act('startBreak', { notes: one }),
    ...act('clockOut', { notes: one }),
  ]);
}

/** Of a card on its break, and of one that the manager has confirmed before; both names one after the other. */
function confirmedForUser(): readonly ScriptStep[] {
  return [
    ...act('clockIn', {}, 'secondUser'),
    ...act('confirmForUser', { userId: caller }, 'application'),
    ...act('confirmForUser', { userId: colleague }, 'application'),
    ...act('clockOut'),
  ];
}
