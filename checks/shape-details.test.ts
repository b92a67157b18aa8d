import { expect, test } from 'vitest';
import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { clockIn, createBody, createOf, get, openCard } from '../test/card-exchanges.ts';
import { answersOf } from '../test/said.ts';

const member = 'unknownFutureValue';
const asksForMore = { request: { headers: [['Prefer', 'include-unknown-enum-members']] } } as const;

test.each<[requirement: RequirementId, pointer: string, value: Json | undefined, said: readonly string[]]>([
  ['TC-GEN-012', '/state', member, [`violated: /state is "${member}"`]],
  ['TC-GEN-012', '/confirmedBy', member, [`violated: /confirmedBy is "${member}"`]],
  ['TC-GEN-012', '/state', 7, ['holds']],
  ['TC-SHAPE-001', '/state', 'asleep', ['violated: /state is "asleep"']],
  ['TC-SHAPE-001', '/state', undefined, []],
  ['TC-SHAPE-001', '/state', null, []],
  ['TC-SHAPE-002', '/confirmedBy', 'user, manager', ['holds']],
  ['TC-SHAPE-002', '/confirmedBy', 'user,boss', ['violated: /confirmedBy is "user,boss"']],
  ['TC-SHAPE-002', '/confirmedBy', 7, ['violated: /confirmedBy is 7']],
  ['TC-SHAPE-002', '/confirmedBy', undefined, []],
  ['TC-SHAPE-002', '/confirmedBy', null, []],
  ['TC-SHAPE-003', '/clockInEvent/isAtApprovedLocation', undefined, ['holds']],
  [
    'TC-SHAPE-003',
    '/clockInEvent/isAtApprovedLocation',
    'yes',
    ['violated: /clockInEvent/isAtApprovedLocation is "yes"'],
  ],
  ['TC-SHAPE-005', '/breaks', [{ breakId: 'b' }], ['violated: /breaks/0/start is "(absent)"']],
  [
    'TC-SHAPE-005',
    '/originalEntry/breaks',
    [{ breakId: 'b' }],
    ['violated: /originalEntry/breaks/0/start is "(absent)"'],
  ],
  ['TC-SHAPE-007', '/createdBy', undefined, ['holds']],
  ['TC-SHAPE-007', '/createdBy/user', undefined, ['holds']],
  ['TC-SHAPE-007', '/createdBy/user', 'me', ['violated: /createdBy/user is "me"']],
  ['TC-SHAPE-007', '/lastModifiedBy', 'me', ['violated: /lastModifiedBy is "me"']],
  ['TC-SHAPE-008', '/createdDateTime', 'soon', []],
  ['TC-SHAPE-008', '/lastModifiedDateTime', 'soon', []],
  ['TC-SHAPE-008', '/lastModifiedDateTime', undefined, []],
  [
    'TC-SHAPE-008',
    '/lastModifiedDateTime',
    '2025-01-06T00:00:00Z',
    ['violated: /lastModifiedDateTime is "2025-01-06T00:00:00Z"'],
  ],
  [
    'TC-SHAPE-013',
    '/breaks',
    [{ breakId: 'b', start: { dateTime: '2025-01-07T22:00:00Z', notes: { contentType: 'text', content: 7 } } }],
    ['violated: /breaks/0/start/notes/content is 7'],
  ],
  ['TC-SHAPE-013', '/userId', 7, ['violated: /userId is 7']],
  // What is of the right type and wrong all the same is another requirement's matter.
  ['TC-SHAPE-013', '/id', '', ['holds']],
  ['TC-SHAPE-013', '/confirmedBy', 7, ['holds']],
  ['TC-SHAPE-018', '/createdDateTime', '2025-01-07T21:35:36Z', ['observed: up to milliseconds']],
  ['TC-SHAPE-018', '/createdDateTime', '2025-01-07T21:35:36.1234Z', ['observed: more than milliseconds']],
  ['TC-SHAPE-018', '/createdDateTime', 7, ['unseen: fraction of createdDateTime']],
  ['TC-SHAPE-020', '/lastModifiedBy', { user: null, robot: 7 }, ['observed: lastModifiedBy/robot']],
  ['TC-SHAPE-020', '/createdBy', null, ['observed: none']],
])('%s of a card whose %s is %j: %j', (requirement, pointer, value, words) => {
  expect(answersOf(requirement, [get(openCard, { [pointer]: value })])).toEqual(words);
});

test.each([
  ['clockedIn', ['violated: /clockOutEvent is {}']],
  ['onBreak', ['violated: /clockOutEvent is {}']],
  ['clockedOut', []],
])('a card that is %s has a clock-out: %j', (state, words) => {
  expect(answersOf('TC-SHAPE-010', [clockIn({ '/state': state, '/clockOutEvent': {} })])).toEqual(words);
});

test('a client that asks for members of later versions may get them', () => {
  expect(answersOf('TC-GEN-012', [get(openCard, { '/state': member }, asksForMore)])).toEqual([]);
  expect(answersOf('TC-SHAPE-001', [get(openCard, { '/state': 'asleep' }, asksForMore)])).toEqual([]);
});

test('where a create says nothing of the location, it is seen what becomes of it', () => {
  const sent = { ...createBody, clockInEvent: { dateTime: '2025-01-07T21:00:00Z' } };
  const answered = (event: Json) => createOf(sent, { '/clockInEvent': event, '/clockOutEvent': null });
  expect(answersOf('TC-SHAPE-019', [answered({ isAtApprovedLocation: false })])).toEqual(['observed: false']);
  expect(answersOf('TC-SHAPE-019', [answered({})])).toEqual(['observed: null']);
  expect(answersOf('TC-SHAPE-019', [answered(null)])).toEqual([]);
});
