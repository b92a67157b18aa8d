import {
  clockIn,
  clockInOf,
  clockOut,
  closedCard,
  create,
  createBody,
  createdCard,
  get,
  openCard,
  openId,
  refusal,
} from '../test/card-exchanges.ts';
import { describeChecks, type JudgedRow } from '../test/check-table.ts';
import { changed, exchange } from '../test/exchanges.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import { notesAsWrittenChecks } from './notes-as-written.ts';

const lively = { content: 'Hi \u{1F44B},\r\nlate at the cafe\u0301', contentType: 'text' };
const joined = { ...lively, content: 'Hi \u{1F44B}, late at the cafe\u0301' };
const composed = { ...lively, content: 'Hi \u{1F44B},\nlate at the caf\u00e9' };
const plain = { content: 'late', contentType: 'text' };

const html = { content: '<p>Tom &amp; Jerry: 1 &lt; 2, written &amp;lt;</p>', contentType: 'html' };
const misread = { ...html, content: '<p>Tom & Jerry: 1 < 2, written &lt;</p>' };
const unpacked = { content: 'Tom & Jerry: 1 < 2, written &lt;', contentType: 'text' };
const wrapped = {
  ...html,
  content: '<html><body><div>Tom&nbsp;&amp; Jerry: 1 &#60; 2,\n written &amp;lt;</div></body></html>',
};

const event = { dateTime: '2025-01-07T22:00:00Z', isAtApprovedLocation: null };

/** A card that was clocked out with these notes, and shows those. */
function closedWith(sent: Json, back: Json): readonly Exchange[] {
  const shown = { '/clockOutEvent/notes': back, '/originalEntry/clockOutEvent/notes': back };
  return [clockIn(), clockOut({ request: { body: { notes: sent } } }), get(closedCard, shown)];
}

/** A break that was started with these notes, and one that was ended with them. */
function breakWith(operation: 'startBreak' | 'endBreak', sent: Json, back: Json): readonly Exchange[] {
  const rest = { breakId: 'BRK_1', notes: null, start: { ...event, notes: null }, end: null };
  const write = exchange({ operation, card: openId, request: { body: { notes: sent } } });
  const started = { ...rest, start: { ...event, notes: back } };
  if (operation === 'startBreak')
    return [clockIn(), write, get(openCard, { '/state': 'onBreak', '/breaks': [started] })];
  const ended = { ...rest, end: { ...event, notes: back } };
  const onBreak = changed(openCard, { '/state': 'onBreak', '/breaks': [rest] });
  return [clockIn(), get(onBreak), write, get(openCard, { '/breaks': [ended] })];
}

const pause = { start: { dateTime: '2025-01-07T21:10:00Z' }, end: { dateTime: '2025-01-07T21:20:00Z' } };

/** A card that was created with these notes of a break, and answers with those. */
function createdWith(sent: Json, back: Json): readonly Exchange[] {
  const body = changed(createBody, { '/breaks': [{ ...pause, notes: sent }] });
  return [create({ '/breaks': [{ breakId: 'BRK_1', ...pause, notes: back }] }, { request: { body } })];
}

function replacedWith(sent: Json, back: Json): readonly Exchange[] {
  const body: JsonObject = { ...createBody, notes: sent };
  const write = exchange({ operation: 'replace', card: String(createdCard['id']), request: { body } });
  return [create(), write, get(createdCard, { '/notes': back })];
}

function row(
  requirement: JudgedRow['requirement'],
  name: string,
  pointer: string,
  with_: (sent: Json, back: Json) => readonly Exchange[],
): JudgedRow {
  const [sent, wrong, right] = requirement === 'TC-NOTES-001' ? [lively, joined, composed] : [html, misread, unpacked];
  return {
    requirement,
    name,
    violated: with_(sent, wrong),
    pointer,
    holds: with_(sent, right),
    silent: with_(plain, wrong),
  };
}

const places = [
  ['of clockOut', '/clockOutEvent/notes/content', closedWith],
  ['of startBreak', '/breaks/0/start/notes/content', (sent: Json, back: Json) => breakWith('startBreak', sent, back)],
  ['of endBreak', '/breaks/0/end/notes/content', (sent: Json, back: Json) => breakWith('endBreak', sent, back)],
  ['of a break that is created', '/breaks/0/notes/content', createdWith],
  ['of a card that is replaced', '/notes/content', replacedWith],
] as const;

const clockedInWith = (sent: JsonObject, back: Json): Exchange =>
  clockInOf({ notes: sent }, { '/clockInEvent/notes': back });

const rows: readonly JudgedRow[] = [
  ...(['TC-NOTES-001', 'TC-NOTES-002'] as const).flatMap((requirement) =>
    places.map(([name, pointer, written]) => row(requirement, name, pointer, written)),
  ),
  {
    requirement: 'TC-NOTES-001',
    name: 'of clockIn, lost altogether',
    violated: [clockedInWith(lively, null)],
    pointer: '/clockInEvent/notes/content',
    holds: [clockedInWith(lively, lively)],
    silent: [
      clockedInWith({ ...lively, content: '  \u200B\n' }, null),
      clockedInWith({ ...lively, contentType: 'html' }, null),
    ],
  },
  {
    requirement: 'TC-NOTES-001',
    name: 'of clockIn, kept by the answer alone',
    violated: [clockedInWith(lively, lively), get(openCard, { '/clockInEvent/notes': joined })],
    pointer: '/clockInEvent/notes/content',
    holds: [clockedInWith(lively, lively), get(openCard, { '/clockInEvent/notes': composed })],
    silent: [clockInOf({ notes: lively }, {}, { response: refusal(400) })],
  },
  {
    requirement: 'TC-NOTES-002',
    name: 'of clockIn, with markup of the server',
    violated: [clockedInWith(html, { ...html, contentType: 'text' })],
    pointer: '/clockInEvent/notes/contentType',
    holds: [clockedInWith(html, wrapped)],
    silent: [clockedInWith({ ...html, content: '<script>alert(1)</script>' }, null)],
  },
];

describeChecks('notes as people write them', notesAsWrittenChecks, rows);
