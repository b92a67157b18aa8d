import type { Json, JsonObject } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { changed, secondUser } from '../test/exchanges.ts';
import { beside, clockIn, create, createBody, createdCard, createOf, get, refusal } from '../test/card-exchanges.ts';
import { describeChecks, type JudgedRow, type Row } from '../test/check-table.ts';
import { createChecks } from './create.ts';

/** One value in the card that the documented create answers with. */
function inCard(requirement: RequirementId, pointer: string, wrong: Json | undefined): Row {
  return {
    requirement,
    violated: [create({ [pointer]: wrong })],
    pointer,
    holds: [create()],
    // Refused, without a card, or sent with what the service sets itself: whether that is ignored is left open.
    silent: [
      create({ [pointer]: wrong }, { response: refusal(400), intent: false }),
      createOf({ ...createBody, state: 'clockedIn', createdDateTime: '2024-01-01T00:00:00Z' }, { [pointer]: wrong }),
    ],
  };
}

/** A create whose begin is sent as one time and comes back as that, or as another. */
function asPrecise(sent: string, shown: string): Pick<JudgedRow, 'violated' | 'pointer' | 'holds'> {
  const pointer = '/clockInEvent/dateTime';
  const body = changed(createBody, { [pointer]: sent });
  return { violated: [createOf(body, { [pointer]: shown })], pointer, holds: [createOf(body, { [pointer]: sent })] };
}

/** A create with something else sent, beside the answers that a defective and a sound server give. */
function ofBody(
  requirement: RequirementId,
  pointer: string,
  body: JsonObject,
  wrong: Readonly<Record<string, Json | undefined>>,
  right: Readonly<Record<string, Json | undefined>>,
): Row {
  return {
    requirement,
    violated: [createOf(body, wrong)],
    pointer,
    holds: [createOf(body, right)],
    silent: [createOf(createBody, {}, { response: refusal(400) })],
  };
}

const open = changed(createBody, { '/clockOutEvent': undefined });
const notes = { content: 'Inventory', contentType: 'text' };
const tea = { start: { dateTime: '2025-01-07T21:10:00.000Z', notes }, end: { dateTime: '2025-01-07T21:12:00.000Z' } };
const nap = { start: { dateTime: '2025-01-07T21:20:00.000Z' } };
const shownTea = { breakId: 'b1', notes: null, start: { dateTime: '2025-01-07T21:10:00Z', notes }, end: tea.end };
const shownNap = { breakId: 'b2', notes: null, start: { ...nap.start, notes: null }, end: null };
const withBreaks = { ...open, breaks: [tea, nap] };
const onBreak = { '/state': 'onBreak', '/clockOutEvent': null, '/breaks': [shownNap, shownTea] };
const { userId: _, ...withoutUser } = createBody;

const underOldName = { '/confirmedBy': undefined, '/confirmationStatus': 'notConfirmed' };

const rows: readonly Row[] = [
  {
    requirement: 'TC-CREATE-001',
    violated: [create({}, { response: { status: 200, body: createdCard } })],
    pointer: 'status',
    holds: [create()],
    silent: [
      createOf(changed(createBody, { '/clockInEvent/notes/content': '\u{1F600}' }), {}, { response: refusal(400) }),
    ],
  },
  {
    requirement: 'TC-CREATE-001',
    name: 'without a card',
    violated: [create({}, { response: { status: 201 } })],
    pointer: 'body',
    holds: [create()],
    silent: [
      createOf({ ...createBody, userId: secondUser }, {}, { response: refusal(403) }),
      createOf(
        changed(createBody, { '/clockOutEvent/dateTime': '2099-01-01T00:00:00Z' }),
        {},
        { response: refusal(400) },
      ),
    ],
  },
  {
    ...inCard('TC-CREATE-002', '/clockOutEvent/dateTime', '2025-01-07T20:30:00Z'),
    holds: [create({ '/clockOutEvent/dateTime': '2025-01-07T22:30:00.0000004+01:00' })],
  },
  { ...inCard('TC-CREATE-002', '/clockInEvent/dateTime', '2025-01-07T21:00:01Z'), name: 'off by a second' },
  {
    requirement: 'TC-CREATE-038',
    ...asPrecise('2025-01-07T21:00:00.123Z', '2025-01-07T21:00:00Z'),
    silent: [create(), ...asPrecise('2025-01-07T21:00:00.123Z', '2025-01-07T22:00:00Z').violated],
  },
  inCard('TC-CREATE-003', '/clockInEvent/notes/content', 'Started late due to traffic in CA'),
  inCard('TC-CREATE-005', '/state', 'clockedIn'),
  ofBody(
    'TC-CREATE-006',
    '/state',
    open,
    { '/state': 'clockedOut', '/clockOutEvent': null },
    { '/state': 'clockedIn', '/clockOutEvent': null },
  ),
  inCard('TC-CREATE-007', '/breaks', [shownNap]),
  inCard('TC-CREATE-008', '/confirmedBy', 'manager'),
  { ...inCard('TC-CREATE-008', '/confirmedBy', undefined), name: 'is there' },
  ...[
    { '/confirmedBy': undefined },
    { '/confirmedBy': undefined, '/confirmationStatus': 'confirmed' },
    { '/confirmedBy': 'manager', '/confirmationStatus': 'notConfirmed' },
  ].map((wrong) => ({
    ...ofBody('TC-CREATE-008', '/confirmedBy', createBody, wrong, underOldName),
    name: `under either name in beta, ${JSON.stringify(wrong)}`,
    context: { apiVersion: 'beta' } as const,
  })),
  {
    ...ofBody('TC-CREATE-008', '/confirmedBy', createBody, underOldName, {}),
    name: 'under the one name in v1.0',
  },
  {
    ...inCard('TC-CREATE-009', '/originalEntry/clockInEvent', { dateTime: '2025-01-07T21:00:00Z' }),
    silent: [createOf(withBreaks, onBreak)],
  },
  { ...inCard('TC-CREATE-009', '/originalEntry/breaks', ['b']), name: 'breaks' },
  inCard('TC-CREATE-010', '/lastModifiedDateTime', '2025-01-07T21:30:22Z'),
  inCard('TC-CREATE-011', '/userId', secondUser),
  {
    ...ofBody('TC-CREATE-012', '/userId', withoutUser, { '/userId': secondUser }, {}),
    silent: [create(), createOf(open, {}, { response: refusal(400) })],
  },
  {
    requirement: 'TC-CREATE-012',
    name: 'refused',
    violated: [createOf(withoutUser, {}, { response: refusal(400) })],
    pointer: 'status',
    holds: [createOf(withoutUser)],
    silent: [
      createOf(changed(withoutUser, { '/clockInEvent/notes/contentType': 'html' }), {}, { response: refusal(400) }),
    ],
  },
  {
    requirement: 'TC-CREATE-013',
    violated: beside('create', ['/clockInEvent/dateTime', 'required'], {}),
    pointer: 'status',
    holds: beside('create', ['/clockInEvent/dateTime', 'required'], { response: refusal(400) }),
    silent: beside('create', ['/breaks/0/start/dateTime', 'required'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CREATE-014',
    observed: beside('create', ['/clockOutEvent/dateTime', 'order'], {}),
    value: '201',
    silent: [create()],
  },
  {
    requirement: 'TC-CREATE-015',
    observed: beside('create', ['/createdDateTime', 'readOnly'], {
      request: { body: { ...createBody, createdDateTime: '2024-01-01T00:00:00.000Z' } },
      response: { body: changed(createdCard, { '/createdDateTime': '2024-01-01T00:00:00Z' }) },
    }),
    value: 'honoured',
    silent: [create()],
  },
  inCard('TC-CREATE-016', '/createdBy/user/id', secondUser),
  inCard('TC-CREATE-017', '/clockOutEvent/isAtApprovedLocation', null),
  inCard('TC-CREATE-018', '/clockOutEvent/notes', notes),
  inCard('TC-CREATE-019', '/notes', notes),
  inCard('TC-CREATE-020', '/createdDateTime', '2025-01-07T21:00:00Z'),
  ofBody('TC-CREATE-021', '/notes', { ...createBody, notes }, {}, { '/notes': notes }),
  {
    requirement: 'TC-CREATE-022',
    violated: [create(), get(createdCard, { '/notes': notes })],
    pointer: '/notes',
    holds: [create({ '/breaks': [shownTea, shownNap] }), get(createdCard, { '/breaks': [shownNap, shownTea] })],
    silent: [clockIn(), get(createdCard)],
  },
  {
    requirement: 'TC-CREATE-022',
    name: 'with html, which may be cleaned up later',
    violated: [create({ '/notes': { content: 'a', contentType: 'html' } }), get(createdCard, { '/notes': null })],
    pointer: '/notes',
    holds: [
      create({ '/notes': { content: '<p>a', contentType: 'html' } }),
      get(createdCard, { '/notes': { content: '<p>a</p>', contentType: 'html' } }),
    ],
    silent: [get(createdCard)],
  },
  {
    requirement: 'TC-CREATE-023',
    violated: beside('create', ['/breaks/0/start', 'required'], {}),
    pointer: 'status',
    holds: beside('create', ['/breaks/0/start', 'required'], { response: refusal(400) }),
    silent: beside('create', ['/clockInEvent', 'required'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CREATE-024',
    violated: beside('create', ['/clockInEvent/notes/contentType', 'enum'], {}),
    pointer: 'status',
    holds: beside('create', ['/clockInEvent/notes/contentType', 'enum'], { response: refusal(400) }),
    silent: beside('clockIn', ['/notes/contentType', 'enum'], { response: refusal(400) }),
  },
  {
    requirement: 'TC-CREATE-025',
    violated: beside('create', ['/clockInEvent/isAtApprovedLocation', 'type'], {}),
    pointer: 'status',
    holds: beside('create', ['/clockInEvent/isAtApprovedLocation', 'type'], { response: refusal(400) }),
    // The control could not be removed: a strict server may refuse a second card for that alone.
    silent: beside('create', ['/clockInEvent/isAtApprovedLocation', 'type'], { response: refusal(409) }).filter(
      ({ operation }) => operation !== 'delete',
    ),
  },
  {
    ...ofBody('TC-CREATE-026', '/state', withBreaks, { ...onBreak, '/state': 'clockedIn' }, onBreak),
    silent: [createOf({ ...open, breaks: [nap, nap] }, { '/state': 'clockedIn' })],
  },
  {
    ...ofBody('TC-CREATE-027', '/breaks', withBreaks, { ...onBreak, '/breaks': [shownTea] }, onBreak),
    silent: [create()],
  },
  {
    ...ofBody(
      'TC-CREATE-027',
      '/breaks',
      { ...open, breaks: [nap, nap] },
      { ...onBreak, '/breaks': [shownNap] },
      { ...onBreak, '/breaks': [shownNap, shownNap] },
    ),
    name: 'two that are equal',
  },
  {
    ...ofBody(
      'TC-CREATE-027',
      '/breaks/1/start/notes',
      withBreaks,
      { ...onBreak, '/breaks': [shownNap, changed(shownTea, { '/start/notes': null })] },
      onBreak,
    ),
    name: 'without their notes',
  },
  inCard('TC-CREATE-028', '/lastModifiedBy/user/id', secondUser),
  {
    ...inCard('TC-CREATE-028', '/lastModifiedBy/user/id', secondUser),
    name: 'by another actor',
    silent: [create({ '/lastModifiedBy/user/id': secondUser }, { actor: 'application' })],
  },
  inCard('TC-CREATE-029', '/lastModifiedDateTime', '2025-01-07T21:00:00Z'),
  {
    requirement: 'TC-CREATE-030',
    observed: beside('create', ['header:Authorization', 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
    value: '403 BadRequest',
    silent: beside('clockIn', ['header:Authorization', 'secondUser'], { actor: 'secondUser', response: refusal(403) }),
  },
  {
    ...ofBody('TC-CREATE-031', '/breaks/1/notes', { ...open, breaks: [nap, { ...tea, notes }] }, onBreak, {
      ...onBreak,
      '/breaks': [{ ...shownTea, notes }, shownNap],
    }),
    // Sent without notes, or not come back at all.
    silent: [createOf(withBreaks, onBreak), createOf({ ...open, breaks: [{ ...tea, notes }] }, { '/breaks': [] })],
  },
  {
    ...ofBody(
      'TC-CREATE-032',
      '/breaks',
      withBreaks,
      { ...onBreak, '/breaks': [shownTea, shownNap, shownNap] },
      onBreak,
    ),
    silent: [create({ '/breaks': [shownTea] })],
  },
  {
    ...ofBody(
      'TC-CREATE-033',
      '/breaks/0/start/isAtApprovedLocation',
      { ...open, breaks: [changed(nap, { '/start/isAtApprovedLocation': true })] },
      { ...onBreak, '/breaks': [changed(shownNap, { '/start/isAtApprovedLocation': null })] },
      { ...onBreak, '/breaks': [changed(shownNap, { '/start/isAtApprovedLocation': true })] },
    ),
    silent: [createOf(withBreaks, onBreak)],
  },
  {
    ...ofBody(
      'TC-CREATE-034',
      '/breaks/0/breakId',
      withBreaks,
      { ...onBreak, '/breaks': [{ ...shownNap, breakId: '' }, shownTea] },
      onBreak,
    ),
    silent: [
      createOf({ ...open, breaks: [{ ...nap, breakId: 'mine' }] }, { '/breaks': [{ ...shownNap, breakId: null }] }),
    ],
  },
  {
    ...ofBody(
      'TC-CREATE-035',
      '/clockOutEvent',
      open,
      { '/state': 'clockedIn', '/clockOutEvent': open['clockInEvent'] ?? null },
      { '/state': 'clockedIn', '/clockOutEvent': null },
    ),
    silent: [create()],
  },
  {
    requirement: 'TC-CREATE-036',
    observed: [createOf(withBreaks, { ...onBreak, '/originalEntry/breaks': [shownNap, shownTea] })],
    value: 'the breaks of the card',
    silent: [create()],
  },
  {
    requirement: 'TC-CREATE-036',
    name: 'without them',
    observed: [createOf(withBreaks, onBreak)],
    value: 'none',
    silent: [createOf({ ...open, breaks: [] })],
  },
];

describeChecks('create', createChecks, rows);
