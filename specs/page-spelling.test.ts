import { expect, test } from 'vitest';
import type { Operation } from '../traffic/operation.ts';
import { isNamedAsInPage } from './page-spelling.ts';

const cards = 'https://clock.test/v1.0/teams/1/schedule/timeCards';

test.each<[url: string, operation: Operation]>([
  [cards, 'list'],
  [`${cards}?$top=2`, 'list'],
  [`${cards}/clockIn`, 'clockIn'],
  [`${cards}/TCK_1/clockOut`, 'clockOut'],
  [`${cards}/TCK%5F1`, 'get'],
])('%s names %s as its page does', (url, operation) => expect(isNamedAsInPage(url, operation)).toBe(true));

test.each<[url: string, operation: Operation]>([
  [cards.toLowerCase(), 'list'],
  [`${cards}/clockin`, 'clockIn'],
  [`${cards}/TCK_1/microsoft.graph.clockOut`, 'clockOut'],
])('%s does not name %s so', (url, operation) => expect(isNamedAsInPage(url, operation)).toBe(false));
