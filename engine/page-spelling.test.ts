import { expect, test } from 'vitest';
import { isSpelledAsInPages } from './page-spelling.ts';

const cards = 'https://clock.test/v1.0/teams/1/schedule/timeCards';

test.each([
  cards,
  `${cards}?$top=2`,
  `${cards}/clockIn`,
  `${cards}/TCK_1`,
  `${cards}/TCK_1/clockOut`,
  `${cards}/a%20b`,
])('%s is spelled as in the pages', (url) => expect(isSpelledAsInPages(url)).toBe(true));

test.each([
  cards.toLowerCase(),
  `${cards}/clockin`,
  `${cards}/TCK_1/microsoft.graph.clockOut`,
  `${cards}/TCK%5F1`,
  'https://clock.test/v1.0/teams/1/schedule',
])('%s is not', (url) => expect(isSpelledAsInPages(url)).toBe(false));
