import type { ScriptStep } from './played-script.ts';

const caller = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
const look: ScriptStep = { method: 'GET', below: '/{-1}' };
const list: ScriptStep = { method: 'GET', below: '?$orderby=createdDateTime' };

/** From the first of these times to the second, with a break of the same times. */
function card(from: string, to: string, notes: object | null = null): object {
  const [start, end] = [{ dateTime: from }, { dateTime: to }];
  return { userId: caller, clockInEvent: start, clockOutEvent: end, breaks: [{ start, end }], notes };
}

function note(content: string, contentType = 'text'): object {
  return { contentType, content };
}

function post(below: string, body: object): readonly ScriptStep[] {
  return [{ method: 'POST', below, body }, look];
}

function put(body: object): readonly ScriptStep[] {
  return [{ method: 'PUT', below: '/{-1}', body }, look];
}

/** Cards of odd days and hours, and notes that look like something else than what people write. */
export function oddDaysAndNotes(): readonly ScriptStep[] {
  return [...oddDays(), ...oddNotes()];
}

function oddDays(): readonly ScriptStep[] {
  const spans = [
    ['2024-03-31T02:30:00Z', '2024-04-06T16:30:00Z'],
    ['2024-11-03T06:30:00Z', '2024-11-03T08:30:00Z'],
    ['2024-06-03T12:00:00+05:45', '2024-06-03T23:00:00+13:00'],
    ['2024-02-29T10:00:00Z', '2024-03-01T00:00:00Z'],
    ['2024-12-31T10:00:00Z', '2024-12-31T12:00:00Z'],
    ['2024-10-27T00:30:00Z', '2024-11-03T09:30:00Z'],
    ['2024-03-01T01:00:00+02:00', '2024-03-02T00:00:00-03:30'],
    ['2024-06-03T22:00:00Z', '2024-06-04T00:00:00Z'],
    ['2024-10-27T01:30:00Z', '2024-10-27T09:30:00Z'],
    ['2024-01-31T12:15:00-05:00', '2024-01-31T22:15:00-05:00'],
  ] as const;
  return [...spans.flatMap(([from, to]) => [...post('', card(from, to)), ...put(card(from, to))]), list];
}

function oddNotes(): readonly ScriptStep[] {
  const [from, to] = ['2025-01-06T08:00:00Z', '2025-01-06T16:00:00Z'] as const;
  const rest = { notes: note("Couldn't wait"), start: { dateTime: from }, end: { dateTime: to } };
  const listed = { dateTime: from, notes: note('["keys"]') };
  return [
    ...post('', { userId: caller, clockInEvent: listed, breaks: [rest], notes: note('Cafe\u0301') }),
    ...put(card(from, to, note('0'))),
    ...put(card(from, to, note("Couldn't wait"))),
    ...post('/clockIn', { notes: note('007') }),
    ...post('/{-1}/startBreak', { notes: note('true') }),
    ...post('/{-1}/endBreak', { notes: note('1.50') }),
    ...post('/{-1}/startBreak', { notes: note('Bread &amp; butter \u{1F950}\nand coffee') }),
    ...post('/{-1}/endBreak', { notes: note('null') }),
    ...post('/{-1}/startBreak', { notes: note('Lunch') }),
    ...post('/{-1}/endBreak', { notes: note('Lunch') }),
    ...post('/{-1}/clockOut', { notes: note('2025-01-07') }),
    ...post('/clockIn', {}),
    ...post('/{-1}/clockOut', { notes: note('One line\nand another') }),
    ...post('/clockIn', {}),
    ...post('/{-1}/clockOut', { notes: note('<p>Bread &amp; butter</p>', 'html') }),
    ...post('/clockIn', { notes: note('<p>Hello</p>', 'html') }),
    ...post('/{-1}/clockOut', { notes: note('Bye') }),
    ...post('/clockIn', { notes: note('Site 12') }),
    ...post('/{-1}/clockOut', { notes: note('Site 12') }),
  ];
}
