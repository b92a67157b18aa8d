/* oxlint-disable max-lines -- data, one entry per contradiction */
import type { Contradiction } from './contradiction.ts';

/** On types, values and examples, and on what holds for all of Graph. */
export const shapeContradictions = [
  {
    id: 'C25',
    title: 'The end of a break is described as its start',
    sides: [
      { document: 'v1-timecardbreak', says: 'end: "The start event of the timeCardBreak."' },
      { document: 'v1-endbreak', says: 'endBreak ends the open break.' },
    ],
    judgement: 'A slip of the pen; end is the end event.',
  },
  {
    id: 'C26',
    title: 'Descriptions of timeCardEntry are in the wrong rows',
    sides: [
      {
        document: 'v1-timecardentry',
        says: 'breaks is described as the clock-in event, clockInEvent as the clock-out event, clockOutEvent as the list of breaks.',
      },
      { document: 'csdl', says: 'The types fit the names.' },
    ],
    judgement: 'A slip of the pen; names and types count.',
  },
  {
    id: 'C27',
    title: 'What may be null',
    sides: [
      { document: 'v1-timecard', says: 'The tables do not say.' },
      { document: 'csdl', says: 'Only id, timeCardEvent.dateTime and timeCardBreak.start may not.' },
    ],
    judgement: 'The schema is required.',
  },
  {
    id: 'C28',
    title: 'The form of a card id',
    sides: [
      { document: 'v1-clockin', says: 'TCK_ plus GUID; so in all v1.0 examples.' },
      { document: 'beta-create', says: 'A bare GUID.' },
      { document: 'versioning', says: 'The format of ids may change.' },
    ],
    judgement: 'Ids are opaque; the form is recorded.',
  },
  {
    id: 'C29',
    title: 'The form of a breakId',
    sides: [
      { document: 'v1-list', says: 'BRK_ plus GUID.' },
      { document: 'beta-create', says: '"string".' },
    ],
    judgement: 'Ids are opaque; the form is recorded.',
  },
  {
    id: 'C30',
    title: 'One card id for several cards',
    sides: [
      { document: 'v1-timecard', says: '"Unique identifier for the timeCard."' },
      { document: 'v1-clockin', says: 'TCK_95c44dff… is made twice, on different days, in team fd15cad8….' },
      { document: 'v1-clockout', says: 'The same id is clocked out in team 871dbd5c….' },
      { document: 'beta-confirmforuser', says: 'The same id has other times.' },
    ],
    judgement: 'Examples were written by hand; each is used on its own. The sentence is required: an id is unique.',
  },
  {
    id: 'C31',
    title: 'Members of identitySet',
    sides: [
      { document: 'csdl', says: 'application, device, user; an open type.' },
      { document: 'v1-identityset', says: 'Ten members.' },
      { document: 'beta-get', says: 'Adds conversation.' },
      { document: 'beta-create', says: 'Leaves out application and device.' },
    ],
    judgement: 'The type is open: any member is accepted.',
  },
  {
    id: 'C32',
    title: 'createdBy of changeTrackedEntity',
    sides: [
      { document: 'v1-changetrackedentity', says: 'Does not list createdBy, nor timeCard among the derived types.' },
      { document: 'csdl', says: 'changeTrackedEntity has createdBy, and timeCard derives from it.' },
      { document: 'v1-timecard', says: 'Lists createdBy.' },
    ],
    judgement: 'The schema and the page of timeCard are required.',
  },
  {
    id: 'C33',
    title: 'Examples that are not JSON',
    sides: [
      { document: 'v1-get', says: 'A comma before a closing brace.' },
      { document: 'v1-list', says: 'A comma before a closing brace.' },
      { document: 'beta-confirmforuser', says: 'A comma before a closing brace.' },
      { document: 'beta-create', says: 'A comma before a closing brace.' },
      { document: 'errors', says: '400 is for requests that are malformed.' },
    ],
    judgement: 'The examples are kept without those commas and never sent raw.',
  },
  {
    id: 'C34',
    title: 'Content-Type in examples',
    sides: [
      { document: 'v1-startbreak', says: 'The header is required; the example of the same page leaves it out.' },
      { document: 'beta-startbreak-2024', says: 'The header is required, and the example has it.' },
      { document: 'beta-endbreak', says: 'The header is required; the example of the same page leaves it out.' },
    ],
    judgement: 'The suite always sends it; only another type should be refused.',
  },
  {
    id: 'C35',
    title: 'Annotations in responses',
    sides: [
      { document: 'v1-timecard', says: 'The JSON representation shows @odata.type.' },
      { document: 'v1-get', says: 'The example shows none.' },
      { document: 'beta-list', says: 'Items carry @odata.etag.' },
    ],
    judgement: 'All of them are accepted.',
  },
  {
    id: 'C36',
    title: 'Case of provisionStatus',
    sides: [
      { document: 'v1-schedule', says: 'Lower case in the table, "Completed" in the example.' },
      { document: 'csdl', says: 'operationStatus has Completed with a capital.' },
    ],
    judgement: 'Compared without regard to case before a run.',
    noRequirement: 'It concerns the schedule and not a time card; only the readiness check reads it.',
  },
  {
    id: 'C37',
    title: 'National clouds',
    sides: [
      { document: 'v1-replace', says: 'The page says nothing of clouds.' },
      { document: 'v1-clockout', says: 'Global service only; so say the other pages.' },
      { document: 'csdl', says: 'The schemas of the other clouds have no timeCard.' },
    ],
    judgement: 'Global only.',
    noRequirement: 'The suite takes any base URL, so no traffic depends on it.',
  },
  {
    id: 'C38',
    title: 'The value of the flag when it is left out',
    sides: [
      { document: 'v1-get', says: 'null in both events.' },
      { document: 'beta-list-2024', says: 'null under both names, in all events.' },
      { document: 'openapi-v1', says: 'A parameter of the actions with the default false; nullable, as in the event.' },
      { document: 'csdl', says: 'Nullable, and no default.' },
    ],
    judgement: 'Recorded: null and false are both right, as no page says what leaving it out means.',
  },
  {
    id: 'C39',
    title: 'Open or any card for clockOut',
    sides: [
      { document: 'beta-clockout-2021', says: '"Clock out to end an open timeCard."' },
      { document: 'v1-clockout', says: '"Clock out to end a timeCard."' },
      { document: 'v1-timecard', says: 'The table of methods: "to end an open timeCard".' },
    ],
    judgement: 'That an open card is ended is required; what a closed one gives is recorded.',
  },
  {
    id: 'C40',
    title: 'Who may clock in on behalf of others',
    sides: [
      { document: 'beta-clockin', says: '"Optional parameter used by the manager".' },
      { document: 'v1-clockin', says: 'Names no role.' },
      { document: 'beta-clockin-2024', says: 'Names no role any more.' },
    ],
    judgement: 'What an employee gets is recorded.',
  },
  {
    id: 'C41',
    title: 'Whether 429 names a waiting time',
    sides: [
      { document: 'throttling-first', says: 'Lists the resources that give Retry-After; Teams is not among them.' },
      {
        document: 'throttling',
        says: 'All services whose limits are listed give it except when noted; Teams is listed.',
      },
      { document: 'throttling-limits', says: 'The limits of schedules have no note that it is missing.' },
      { document: 'throttling', says: 'The same page says what to do "if no Retry-After header is provided".' },
      { document: 'best-practices', says: 'Every 429 has it.' },
    ],
    judgement: 'A client is required to cope with both; whether a server gives it is recorded.',
  },
  {
    id: 'C42',
    title: 'Spelling of the inner error',
    sides: [
      { document: 'errors', says: 'The example says innerError.' },
      { document: 'errors', says: 'The table says innererror.' },
      { document: 'issue-2884', says: 'A second error object stands as a JSON string in message.' },
    ],
    judgement: 'Both spellings are accepted; an error inside of message is not judged.',
  },
  {
    id: 'C43',
    title: 'Fractions of seconds',
    sides: [
      { document: 'v1-create', says: 'The request writes 21:00:00.000Z.' },
      { document: 'v1-create', says: 'The response writes 21:00:00Z.' },
      { document: 'v1-clockin', says: 'The service writes three digits.' },
      { document: 'csdl', says: 'An Edm.DateTimeOffset without a Precision.' },
      { document: 'odata-csdl', says: 'A temporal property without that facet has a precision of zero.' },
    ],
    judgement: 'Times are compared as instants; whole seconds are as fine as any service must store them.',
  },
  {
    id: 'C44',
    title: 'Breaks in the original entry of a card that nobody edited',
    sides: [
      { document: 'v1-create', says: 'Both events null and no breaks, for a card created without breaks.' },
      { document: 'v1-list', says: 'Item 1: the breaks of a card that was clocked stand there as well.' },
      { document: 'beta-create', says: 'The break of the created card stands there as well.' },
      { document: 'v1-timecard', says: 'The original entry "before it was edited".' },
    ],
    judgement:
      'A card that clockIn made should mirror its breaks, and one created without breaks should have none there. What a card created with breaks has there is recorded.',
  },
] as const satisfies readonly Contradiction[];
