import { expect, test } from 'vitest';
import type { Headers } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import { exchange } from '../../test/exchanges.ts';
import { onPurpose } from './on-purpose.ts';
import type { Phrase } from './phrase.ts';

const textOf = (phrase: Phrase | undefined): string =>
  phrase === undefined ? '' : `${phrase.before}${phrase.value}${phrase.after}`;

test.each<[says: string, pointer: string, keyword: string, body?: Json, headers?: Headers]>([
  ['(Content-Type: text/plain)', 'header:Content-Type', 'unsupported', {}, [['content-type', 'text/plain']]],
  ['(without Accept)', 'header:Accept', 'removed', {}, []],
  ['(notes "text" is wrong on purpose)', '/notes', 'type', { notes: 'text' }],
  [`(notes "${'x'.repeat(50)}" is wrong on purpose)`, '/notes', 'type', { notes: 'x'.repeat(50) }],
  ['(without clockInEvent/dateTime on purpose)', '/clockInEvent/dateTime', 'required', { clockInEvent: {} }],
  ['(confirmedBy set, though the service sets it)', '/confirmedBy', 'readOnly', { confirmedBy: 'manager' }],
  ['(clockInEvent/dateTime with another offset)', '/clockInEvent/dateTime', 'offset', {}],
  ['(broken on purpose)', '', 'malformed:json', {}],
  ['(of the future)', '', 'future', {}],
  ['(wrong on purpose)', '', 'type', []],
  ['(a card that does not exist)', 'url:card', 'unknown'],
  ['(names in lower case)', 'url', 'letterCase'],
  ['(a method that no page names)', 'method', 'PUT'],
  // Who asks and what the query is stands beside it already.
  ['', 'header:Authorization', 'removed'],
  ['', 'header:Authorization', 'scheme', null, [['Authorization', 'Bearer $TIMECARD_TOKEN']]],
  ['', 'url:query', 'undocumentedOption'],
  // But not how the token is written.
  ['(Authorization: $TIMECARD_TOKEN)', 'header:Authorization', 'scheme', null, [['Authorization', '$TIMECARD_TOKEN']]],
])('%s', (says, pointer, keyword, body, headers) => {
  const request = { ...(body === undefined ? {} : { body }), ...(headers === undefined ? {} : { headers }) };
  const mutation = { pointer, keyword, controlOf: 'control' };
  expect(textOf(onPurpose(exchange({ operation: 'clockIn', request, intent: { mutation } })))).toBe(says);
});

test('nothing is said of what is as it should be', () => {
  expect(onPurpose(exchange({ operation: 'clockIn' }))).toBeUndefined();
});
