import type { Case } from '../case.ts';
import { said } from './life-steps.ts';
import { read, writeAndLook } from './card-life.ts';
import { event, distinctiveNotes } from './distinctive-bodies.ts';

const nulls = { isAtApprovedLocation: null, notes: null };

/**
 * Created on a break that stands before one that is over, with half of what notes usually have; the break is ended, and all
 * that follows says nothing.
 */
export function lifeOnBreak(userId: string): Case {
  const start = event('2025-01-07T21:30:05.250Z', true, { content: null, contentType: 'text' });
  const over = { start: event('2025-01-07T21:10:05.250Z', true), end: event('2025-01-07T21:20:05.250Z', false) };
  const clockInEvent = event('2025-01-07T21:00:05.250Z', true, { content: 'came' });
  return {
    name: 'a card is created on a break',
    phase: 'lifeCycle',
    suites: ['create', 'breaks', 'clockOut', 'shapes'],
    steps: [
      {
        name: 'create',
        operation: 'create',
        makes: 'card',
        body: { userId, clockInEvent, breaks: [{ notes: distinctiveNotes('the open one'), start }, over] },
        ofToday: 10,
      },
      read('read'),
      ...writeAndLook('end the break', 'endBreak', nulls, 'read after the break'),
      ...writeAndLook('start another break', 'startBreak', nulls, 'read on the second break'),
      ...writeAndLook('clock out', 'clockOut', nulls, 'read again'),
    ],
  };
}

/** A break that began before all others and is the only one without an end: that one is ended, and no other. */
export function longBreak(userId: string): Case {
  const [from, to] = [event('2025-01-07T21:20:00Z', false), event('2025-01-07T21:30:00Z', false)];
  return {
    name: 'the open break is the earliest',
    phase: 'lifeCycle',
    suites: ['create', 'breaks'],
    steps: [
      {
        name: 'create',
        operation: 'create',
        makes: 'card',
        body: {
          userId,
          clockInEvent: event('2025-01-07T21:00:00Z', true),
          breaks: [{ start: from, end: to }, { start: event('2025-01-07T21:10:00Z', true) }],
        },
        ofToday: 10,
      },
      read('read'),
      ...writeAndLook('end the break', 'endBreak', said(true), 'read after the break'),
    ],
  };
}
