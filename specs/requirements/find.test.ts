import { expect, test } from 'vitest';
import { nearestRequirement, requirementsMatching } from './find.ts';
import { requirements } from './index.ts';

test('an id finds its requirement, in any case', () => {
  expect(requirementsMatching('tc-clockin-001').map(({ id }) => id)).toEqual(['TC-CLOCKIN-001']);
});

test('a glob finds all that fit', () => {
  expect(requirementsMatching('TC-GET-*').map(({ id }) => id)).toEqual([
    'TC-GET-001',
    'TC-GET-002',
    'TC-GET-003',
    'TC-GET-004',
    'TC-GET-005',
    'TC-GET-006',
  ]);
  expect(requirementsMatching('TC-GET-00?')).toHaveLength(6);
  expect(requirementsMatching('*')).toEqual(requirements);
});

test.for(['TC-CLOCKIN', 'CLOCKIN-001', 'TC.GET.001', 'TC-GET-001|TC-GET-002', '', '(', '['])(
  '%j finds nothing',
  (pattern) => {
    expect(requirementsMatching(pattern)).toEqual([]);
  },
);

test.for([
  ['TC-CLOCKIN-01', 'TC-CLOCKIN-001'],
  ['tc-clockout-03', 'TC-CLOCKOUT-003'],
  ['CLOCKIN-001', 'TC-CLOCKIN-001'],
  ['TC-BRAEK-002', 'TC-BREAK-002'],
] as const)('%s is nearest to %s', ([text, id]) => {
  expect(nearestRequirement(text).id).toBe(id);
});
