import { expect, test } from 'vitest';
import { asBaseline } from './as-baseline.ts';

const entry = { requirement: 'TC-DELETE-001', reason: 'our mock answers 200' };
const baseline = (...entries: readonly unknown[]) => ({ format: 1, apiVersion: 'v1.0', entries });

test('a baseline is read as it is', () => {
  const whole = baseline(
    { ...entry, pointer: 'status', issue: 'https://example.com/7', expires: '2028-02-29', flaky: true },
    { ...entry, pointer: '/id' },
    entry,
  );
  expect(asBaseline(whole)).toEqual(whole);
});

test.each<[unknown, string]>([
  [[], 'is not an object; see docs/reports.md.'],
  [{ format: 1, apiVersion: 'v1.0' }, 'has no "entries"; give a list.'],
  [{ format: 2, apiVersion: 'v1.0', entries: [] }, 'has format 2; it must be the number 1.'],
  [{ format: 1, apiVersion: '1.0', entries: [] }, 'has apiVersion "1.0"; it must be "v1.0" or "beta".'],
  [{ format: 1, apiVersion: 'v1.0', entrys: [], entries: [] }, `has the unknown key "entrys"; did you mean 'entries'?`],
  [baseline(7), 'has in entry 1 no object.'],
  [
    baseline({ requirement: 'TC-DELETE-001' }),
    'has in entry 1 (TC-DELETE-001) no "reason"; give a text that says why the failure is accepted.',
  ],
  [
    baseline({ ...entry, expire: '2027-03-01' }),
    `has in entry 1 (TC-DELETE-001) the unknown key "expire"; did you mean 'expires'?`,
  ],
  [
    baseline({ ...entry, expires: '1 March' }),
    'has in entry 1 (TC-DELETE-001) expires "1 March"; it must be a day such as "2027-03-01".',
  ],
  [
    baseline({ ...entry, expires: '2027-02-30' }),
    'has in entry 1 (TC-DELETE-001) expires "2027-02-30"; it must be a day such as "2027-03-01".',
  ],
  [
    baseline({ ...entry, issue: '#7' }),
    'has in entry 1 (TC-DELETE-001) issue "#7"; it must be an address that begins with http:// or https://.',
  ],
  [
    baseline({ ...entry, reason: ' ' }),
    'has in entry 1 (TC-DELETE-001) reason " "; it must be a text that says why the failure is accepted.',
  ],
  [baseline({ ...entry, flaky: false }), 'has in entry 1 (TC-DELETE-001) flaky false; it must be true, or left out.'],
  [
    baseline({ ...entry, requirement: 'delete' }),
    'has in entry 1 (delete) requirement "delete"; it must be a requirement id such as "TC-DELETE-001".',
  ],
  [
    baseline({ ...entry, requirement: 'TC-DELETE-999' }),
    "names TC-DELETE-999, which does not exist; did you mean 'TC-DELETE-001'?",
  ],
  [
    baseline(entry, { ...entry, requirement: 'TC-CREATE-001' }, entry),
    'lists TC-DELETE-001 twice, as entries 1 and 3; remove one of them.',
  ],
  [
    baseline({ ...entry, pointer: '/id' }, { ...entry, pointer: '/id' }),
    'lists TC-DELETE-001 at /id twice, as entries 1 and 2; remove one of them.',
  ],
])('%j %s', (value, sentence) => {
  expect(asBaseline(value)).toBe(sentence);
});
