import { expect, test } from 'vitest';
import { documents } from '../../specs/documents.ts';
import { documentDate } from './document-date.ts';

test.for([
  ['v1-list', '2025-01-17'],
  ['beta-list', 'undated; a page of the same state is of 2021-06-10'],
  ['v1-clockin-second', 'undated; its newest example is of 2025-05-07'],
  ['errors', 'undated; read 2026-11-22'],
] as const)('%s: %s', ([id, said]) => {
  expect(documentDate(documents[id])).toBe(said);
});
