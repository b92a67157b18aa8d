import { clockIn, createBody, createOf, get, list, openCard, refusal } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { shapeFactChecks } from './shape-facts.ts';

const said = { ...createBody, clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z' } };

const made = (id: string, seconds: string) => ({
  ...openCard,
  id: `TCK_${id}`,
  createdDateTime: `2025-01-07T21:35:${seconds}Z`,
});
const threeCards = (seconds: string) =>
  ['a', 'b', 'c'].map((id) => clockIn({ '/id': `TCK_${id}`, '/createdDateTime': `2025-01-07T21:35:${seconds}Z` }));

const rows: readonly Row[] = [
  { requirement: 'TC-SHAPE-018', observed: [clockIn()], value: 'up to milliseconds', silent: [get({ id: 'TCK_1' })] },
  {
    requirement: 'TC-SHAPE-018',
    name: 'finer',
    observed: [list([{ ...openCard, createdDateTime: '2025-01-07T21:35:36.3110001Z' }])],
    value: 'more than milliseconds',
    silent: [list([], { response: refusal(400) })],
  },
  {
    requirement: 'TC-SHAPE-019',
    observed: [createOf(said, { '/clockOutEvent/isAtApprovedLocation': null })],
    value: null,
    silent: [createOf(createBody)],
  },
  {
    requirement: 'TC-SHAPE-019',
    name: 'in beta, under the former name',
    context: { apiVersion: 'beta' },
    observed: [
      createOf(said, {
        '/clockOutEvent/isAtApprovedLocation': undefined,
        '/clockOutEvent/atApprovedLocation': false,
      }),
    ],
    value: false,
    silent: [createOf({ ...said, clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z', atApprovedLocation: null } })],
  },
  { requirement: 'TC-SHAPE-020', observed: [get(openCard)], value: 'none', silent: [list([])] },
  {
    requirement: 'TC-SHAPE-020',
    name: 'in every part',
    observed: [
      list([
        {
          ...openCard,
          '@odata.etag': '"1"',
          clockInEvent: { dateTime: '2025-01-07T21:35:36Z', atApprovedLocation: null },
          breaks: [{ start: { dateTime: '2025-01-07T21:40:00Z', place: 'roof' }, paid: true }],
          createdBy: { user: null, conversation: null },
        },
      ]),
    ],
    value: '@odata.etag, break/paid, createdBy/conversation, event/atApprovedLocation, event/place',
    silent: [get(openCard, {}, { response: refusal(404) })],
  },
  {
    requirement: 'TC-SHAPE-020',
    name: 'of beta',
    context: { apiVersion: 'beta' },
    observed: [get(openCard, { '/clockInEvent/atApprovedLocation': true, '/confirmationStatus': 'notConfirmed' })],
    value: 'confirmationStatus',
    silent: [list([])],
  },
  {
    requirement: 'TC-SHAPE-024',
    observed: [...threeCards('36.311'), list(['a', 'b', 'c'].map((id) => made(id, '36.311')))],
    value: 'finer than seconds',
    // Two may be whole seconds by chance, and so may those of others.
    silent: [...threeCards('36.311'), list(['a', 'b', 'd'].map((id) => made(id, '36.000')))],
  },
  {
    requirement: 'TC-SHAPE-024',
    name: 'whole ones',
    observed: [...threeCards('36'), list(['a', 'b', 'c'].map((id) => made(id, '36.000')))],
    value: 'whole seconds',
    silent: [
      ...threeCards('36'),
      list(
        ['a', 'b', 'c'].map((id) => made(id, '36')),
        { response: refusal(500) },
      ),
    ],
  },
  {
    requirement: 'TC-SHAPE-025',
    observed: [get({ ...openCard, confirmedBy: 'manager, user' })],
    value: 'manager, user',
    silent: [
      get({ ...openCard, confirmedBy: 'user' }),
      get({ ...openCard, confirmedBy: 'user,owner' }),
      get({ ...openCard, confirmedBy: `user,${' '.repeat(80)}manager` }),
    ],
  },
  {
    requirement: 'TC-SHAPE-026',
    observed: [get(openCard)],
    value: 'null',
    silent: [get(openCard, {}, { response: refusal(404) })],
  },
  {
    requirement: 'TC-SHAPE-026',
    name: 'left out',
    observed: [get(openCard, { '/clockOutEvent': undefined })],
    value: 'left out',
    silent: [get(openCard, {}, { request: { headers: [['Prefer', 'omit-values=nulls']] } })],
  },
];

describeChecks('shape facts', shapeFactChecks, rows);
