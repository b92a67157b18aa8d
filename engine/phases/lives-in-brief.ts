import type { JsonObject } from '../../specs/json.ts';
import type { Case, Step } from '../case.ts';
import { read, written } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/**
 * A few lives in which everything that a card can hold is there and differs from everything else: three breaks, a text of its
 * own for each event, both kinds of text, both values of the place, times with an offset and with a fraction. What a server
 * loses, cuts, mixes up or carries over shows here in few requests; the boundaries go through the same values one by one.
 */
export function livesInBrief({ people }: PlanSettings): PhasePlan {
  const { callerId: userId } = people;
  return {
    phase: 'boundaries',
    kind: 'listed',
    cases: [clockedLife(userId), createdLife(userId), openLife(userId), lifeOnBreak(userId), editedLife(userId)],
  };
}

/** Clocked in, three breaks, clocked out, confirmed, and then edited. */
function clockedLife(userId: string): Case {
  return {
    name: 'three breaks, and a text of its own for each event',
    phase: 'boundaries',
    suites: ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'reading', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: said('text', 'started', true) },
      read('read'),
      ...written('start a break', 'startBreak', said('html', 'tea', false), 'read on break'),
      ...written('end the break', 'endBreak', said('text', 'back from tea', true), 'read after the break'),
      ...written('start another break', 'startBreak', said('text', 'lunch', true), 'read on the second break'),
      ...written('end the other break', 'endBreak', said('html', 'back from lunch', false), 'read after both'),
      ...written('start a third break', 'startBreak', said('text', 'coffee', false), 'read on the third break'),
      ...written('end the third break', 'endBreak', said('text', 'back from coffee', true), 'read after all three'),
      ...written('clock out', 'clockOut', said('html', 'ended', false), 'read again'),
      { name: 'list', operation: 'list', walk: true },
      ...written('confirm', 'confirm', undefined, 'read the confirmed'),
      { ...replacement(userId, 'corrected'), withBreakIds: true },
      read('read the replaced'),
    ],
  };
}

/** Created with all that a card can have, of today, so that a server that takes no cards of long ago shows it too. */
function createdLife(userId: string): Case {
  return {
    name: 'a whole card with a text of its own everywhere',
    phase: 'boundaries',
    suites: ['create', 'replace', 'confirm', 'reading', 'isolation', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body: wholeCard(userId, 'entered'), ofToday: 10 },
      read('read'),
      // Reading changes nothing.
      read('read once more'),
      ...written('confirm', 'confirm', undefined, 'read the confirmed'),
      { ...replacement(userId, 'corrected'), ofToday: 20 },
      read('read the replaced'),
      { name: 'list', operation: 'list', walk: true },
    ],
  };
}

/** Created without an end, and brought to one by the actions. */
function openLife(userId: string): Case {
  const body = { userId, clockInEvent: event('2025-01-07T21:00:05.250Z', 'text', 'began', false) };
  return {
    name: 'an open card is created and clocked out',
    phase: 'boundaries',
    suites: ['create', 'breaks', 'clockOut', 'shapes'],
    steps: [
      { name: 'create', operation: 'create', makes: 'card', body, ofToday: 10 },
      read('read'),
      ...written('start a break', 'startBreak', said('text', 'rest', true), 'read on break'),
      ...written('end the break', 'endBreak', said('html', 'rested', true), 'read after the break'),
      ...written('clock out', 'clockOut', said('text', 'gone', true), 'read again'),
    ],
  };
}

/** Created on a break, which is ended; then replaced by a card on another break. */
function lifeOnBreak(userId: string): Case {
  const start = event('2025-01-07T21:10:05.250Z', 'html', 'still away', true);
  const clockInEvent = event('2025-01-07T21:00:05.250Z', 'html', 'came', true);
  return {
    name: 'a card is created on a break',
    phase: 'boundaries',
    suites: ['create', 'breaks', 'clockOut', 'replace', 'shapes'],
    steps: [
      {
        name: 'create',
        operation: 'create',
        makes: 'card',
        body: { userId, clockInEvent, breaks: [{ start }] },
        ofToday: 10,
      },
      read('read'),
      ...written('end the break', 'endBreak', {}, 'read after the break'),
      ...written('start another break', 'startBreak', {}, 'read on the second break'),
      ...written('clock out', 'clockOut', {}, 'read again'),
    ],
  };
}

/** Clocked in and edited while it is open; the actions and a confirmation then go on from what the edit left. */
function editedLife(userId: string): Case {
  const clockInEvent = event('2025-01-07T21:00:05.250Z', 'text', 'came earlier', true);
  const [closed] = breaks('before');
  const body = { userId, clockInEvent, notes: note('text', 'open'), breaks: closed === undefined ? [] : [closed] };
  return {
    name: 'an open card is edited and goes on',
    phase: 'boundaries',
    suites: ['clockIn', 'replace', 'breaks', 'clockOut', 'confirm', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: said('html', 'came', false) },
      ...written('replace', 'replace', body, 'read the replaced'),
      ...written('start a break', 'startBreak', said('text', 'out', false), 'read on break'),
      ...written('end the break', 'endBreak', said('text', 'in', true), 'read after the break'),
      ...written('clock out', 'clockOut', said('html', 'left', true), 'read again'),
      ...written('confirm', 'confirm', undefined, 'read the confirmed'),
    ],
  };
}

function replacement(userId: string, what: string): Step {
  return { name: 'replace', operation: 'replace', card: 'card', body: wholeCard(userId, what) };
}

/** With an offset in the one event and a fraction in all, so that neither hides what is done to the other. */
function wholeCard(userId: string, what: string): JsonObject {
  return {
    userId,
    clockInEvent: event('2025-01-07T23:00:05.250+02:00', 'html', `${what}: start`, true),
    clockOutEvent: event('2025-01-07T16:05:45.750-05:30', 'text', `${what}: end`, false),
    notes: note('text', `${what}: card`),
    breaks: breaks(what),
  };
}

function breaks(what: string): readonly JsonObject[] {
  return [
    {
      notes: note('text', `${what}: first break`),
      start: event('2025-01-07T21:05:05.250Z', 'text', `${what}: tea`, true),
      end: event('2025-01-07T21:10:15.500Z', 'html', `${what}: back from tea`, false),
    },
    {
      notes: note('html', `${what}: second break`),
      start: event('2025-01-07T21:20:25.250Z', 'html', `${what}: lunch`, false),
      end: event('2025-01-07T21:30:35.500Z', 'text', `${what}: back from lunch`, true),
    },
    {
      notes: null,
      start: event('2025-01-07T21:32:25.250Z', 'text', `${what}: coffee`, true),
      end: event('2025-01-07T21:33:35.500Z', 'text', `${what}: back from coffee`, false),
    },
  ];
}

function event(dateTime: string, contentType: 'html' | 'text', content: string, isAtApprovedLocation: boolean) {
  return { dateTime, ...said(contentType, content, isAtApprovedLocation) };
}

function said(contentType: 'html' | 'text', content: string, isAtApprovedLocation: boolean): JsonObject {
  return { isAtApprovedLocation, notes: note(contentType, content) };
}

/** Plain text all the same, with what careless servers alter: quotes and escapes, other scripts, its length. */
function note(contentType: 'html' | 'text', content: string): JsonObject {
  const telling = `Tom & Zoë's "late" start: bus 237, 50% full; 早退, see the note on the board (left): ${content}`;
  return { contentType, content: contentType === 'text' ? telling : content };
}
