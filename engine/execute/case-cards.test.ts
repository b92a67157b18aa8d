import { expect, test } from 'vitest';
import { exchange } from '../../test/exchanges.ts';
import { CaseCards } from './case-cards.ts';

function made(handle: string, id: string) {
  const answer = exchange({ operation: 'clockIn', response: { status: 201, body: { id, state: 'clockedIn' } } });
  return [{ name: handle, operation: 'clockIn', makes: handle }, answer] as const;
}

function page(...ids: readonly string[]) {
  return exchange({ operation: 'list', response: { status: 200, body: { value: ids.map((id) => ({ id })) } } });
}

test('of several cards that may be deleted between two pages, one that the first page does not show', () => {
  const cards = new CaseCards({ owns: () => true });
  for (const [handle, id] of [
    ['one', 'TCK_1'],
    ['two', 'TCK_2'],
  ] as const)
    cards.learn(...made(handle, id));
  const doomed = (deletedMeanwhile: string | readonly string[], ...shown: readonly string[]) =>
    cards.doomed({ deletedMeanwhile }, page(...shown));
  expect(doomed(['one', 'two'], 'TCK_1')).toBe('two');
  expect(doomed(['one', 'two'], 'TCK_2')).toBe('one');
  expect(doomed(['never made', 'two'], 'TCK_1')).toBe('two');
  expect(doomed(['one', 'two'], 'TCK_1', 'TCK_2')).toBeUndefined();
  // The one that is named is deleted, wherever it stands.
  expect(doomed('one', 'TCK_1')).toBe('one');
});
