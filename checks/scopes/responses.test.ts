import { expect, test } from 'vitest';
import { get, openCard } from '../../test/card-exchanges.ts';
import { exchange } from '../../test/exchanges.ts';
import { subjectsIn } from '../../test/found.ts';
import { everyAnswer } from './responses.ts';

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('every answer to a %s is one of the service', (method) => {
  expect(subjectsIn(everyAnswer, [get(openCard, {}, { method })])).toHaveLength(1);
});

test.each(['OPTIONS', 'HEAD'])('an answer to %s may be one of what stands before it', (method) => {
  expect(subjectsIn(everyAnswer, [get(openCard, {}, { method })])).toEqual([]);
});

test('no answer is none, and what is no time card is no business of ours', () => {
  expect(subjectsIn(everyAnswer, [get(openCard, {}, { fault: 'reset' })])).toEqual([]);
  expect(subjectsIn(everyAnswer, [exchange({ operation: 'unknown', url: 'https://clock.test/v1.0/me' })])).toEqual([]);
});
