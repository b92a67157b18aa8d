import { clockIn, createBody, createOf, get, list, openCard, refusal } from '../test/card-exchanges.ts';
import { describeChecks, type Row } from '../test/check-table.ts';
import { shapeFactChecks } from './shape-facts.ts';

const said = { ...createBody, clockOutEvent: { dateTime: '2025-01-07T21:30:00.000Z' } };

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
];

describeChecks('shape facts', shapeFactChecks, rows);
