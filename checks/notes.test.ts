import { expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import { holds, notApplicable, observed, violated } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import { notesAbsent, notesAsSent, notesKept } from './notes.ts';

const [text, html] = [
  { content: 'late', contentType: 'text' },
  { content: 'late', contentType: 'html' },
];
const smile = { content: '\u{1F600}', contentType: 'text' };
const [kept, altered] = [
  observed('exotic or html notes sent', 'kept'),
  observed('exotic or html notes sent', 'changed'),
];

test.each<[sent: Json | undefined, back: Json, answer: Answer]>([
  [text, text, holds],
  [text, null, violated('/notes', text, null)],
  [text, { ...text, content: 'later' }, violated('/notes/content', 'late', 'later')],
  [text, html, violated('/notes/contentType', 'text', 'html')],
  // Another spelling of the type is not held against the server.
  [{ ...text, contentType: 'Text' }, text, holds],
  [{ content: 'late' }, html, holds],
  [html, html, kept],
  [html, { ...html, content: 'later' }, altered],
  [html, null, altered],
  [smile, smile, kept],
  [smile, text, altered],
  // Of no content, nothing may become a text.
  [{ content: null, contentType: 'text' }, null, notApplicable],
  [{ content: null, contentType: 'text' }, { content: '' }, holds],
  [{ content: null, contentType: 'text' }, text, violated('/notes/content', null, 'late')],
  [{ content: 7, contentType: 'text' }, text, notApplicable],
  [{ contentType: 'text' }, text, notApplicable],
  [null, text, notApplicable],
  [undefined, text, notApplicable],
])('%j sent, and %j come back', (sent, back, answer) => {
  expect(notesKept(sent, { notes: back }, '/notes')).toEqual(answer);
});

test('notes that were not sent are not there', () => {
  for (const sent of [undefined, null]) {
    expect(notesAbsent(sent, { notes: null }, '/notes')).toEqual(holds);
    expect(notesAbsent(sent, {}, '/notes')).toEqual(holds);
    expect(notesAbsent(sent, { notes: text }, '/notes')).toEqual(violated('/notes', null, text));
  }
  expect(notesAbsent(text, { notes: html }, '/notes')).toEqual(notApplicable);
});

test('notes that were sent as null are not there, and nothing is said of those that were left out', () => {
  expect(notesAsSent(null, { notes: text }, '/notes')).toEqual(violated('/notes', null, text));
  expect(notesAsSent(null, { notes: null }, '/notes')).toEqual(holds);
  expect(notesAsSent(undefined, { notes: text }, '/notes')).toEqual(notApplicable);
  expect(notesAsSent(text, { notes: null }, '/notes')).toEqual(violated('/notes', text, null));
});
