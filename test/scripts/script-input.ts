/** Input that is wrong in one place, at each operation that takes it, and then the same without the fault. */
export function wrongInput(): readonly { readonly method: string; readonly below: string; readonly body?: object }[] {
  const event = { dateTime: '2025-01-07T21:00:00Z' };
  const card = { clockInEvent: event, clockOutEvent: { dateTime: '2025-01-07T21:30:00Z' } };
  const notes = { contentType: 'xml', content: 'a' };
  const location = { isAtApprovedLocation: 'yes' };
  const action = (below: string) => [
    { method: 'POST', below, body: { notes } },
    { method: 'POST', below, body: location },
    { method: 'POST', below, body: { notes: null } },
  ];
  const cards = [
    { ...card, notes },
    { ...card, clockInEvent: { ...event, ...location } },
    { ...card, clockOutEvent: { isAtApprovedLocation: true } },
    { ...card, breaks: [{ notes: null }] },
  ];
  return [
    { method: 'POST', below: '', body: card },
    ...cards.map((body) => ({ method: 'POST', below: '', body })),
    ...cards.map((body) => ({ method: 'PUT', below: '/{0}', body })),
    { method: 'POST', below: '/clockIn', body: { notes } },
    { method: 'POST', below: '/clockIn', body: location },
    { method: 'POST', below: '/clockIn', body: { notes: null } },
    ...['startBreak', 'endBreak', 'clockOut'].flatMap((name) => action(`/{-1}/${name}`)),
  ];
}
