import { expect, test } from 'vitest';
import type { Body, Exchange } from '../../traffic/exchange.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { exchange } from '../../test/exchanges.ts';
import { answerNotes } from './answer-notes.ts';

/** What is said of an answer that is not the one that shows the violation. */
function said(body: Body): string {
  const answered = exchange({ operation: 'list' });
  if (answered.outcome.kind !== 'response') throw new Error('it was answered');
  const asKept: Exchange = { ...answered, outcome: { ...answered.outcome, body } };
  const violation: Violated = { kind: 'violated', pointer: 'body', expected: 1, actual: 2, evidence: [] };
  return answerNotes(asKept, violation, new Map())
    .map(({ before, value, after }) => `${before}${value}${after}`)
    .join(', ');
}

test.each<[says: string, body: Body]>([
  ['', { kind: 'empty' }],
  ['not JSON: <p>busy</p>', { kind: 'other', text: '<p>busy</p>' }],
  ['broken JSON: {"value":', { kind: 'malformed', text: '{"value":' }],
  // The server sent whole JSON, of which a finding keeps the beginning.
  [
    'shortened here: {"value":[{"id":… (2114 characters)',
    { kind: 'other', text: '{"value":[{"id":… (2114 characters)' },
  ],
  ['1 card, nextLink', { kind: 'json', value: { value: [{}], '@odata.nextLink': 'x' }, text: '' }],
])('%s', (says, body) => {
  expect(said(body)).toBe(says);
});
