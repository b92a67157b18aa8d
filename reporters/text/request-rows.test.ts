import { expect, test } from 'vitest';
import type { RequestView } from '../view/request-view.ts';
import { noColours } from './options.ts';
import { requestRows } from './request-rows.ts';

const request: RequestView = {
  number: '1',
  method: 'GET',
  url: 'teams/{team}/schedule/timeCards/{card}',
  body: '',
  status: '200',
  answer: [{ before: 'state ', value: 'x'.repeat(60), after: '' }],
  purpose: { before: '(notes ', value: 'y'.repeat(60), after: ' is wrong on purpose)' },
  remarks: ['(in chunks)'],
  isDecisive: true,
};

test('values are cut to the room of a line, and the words around them are not', () => {
  const [row] = requestRows([request], { width: 400, colours: noColours });
  expect(row).toBe(
    `    › 1  GET teams/{team}/schedule/timeCards/{card}  200  state ${'x'.repeat(47)}…  (notes ${'y'.repeat(39)}… is wrong on purpose)  (in chunks)`,
  );
});
