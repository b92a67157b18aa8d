import { oddShifts, shiftsElsewhere, type Shift } from '../../../arbitraries/calendar.ts';
import { htmlSample } from '../../../arbitraries/text.ts';
import type { JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { repeatedReplaces } from './repeated-replaces.ts';
import { formerBesideCurrent, formerNames } from './former-names.ts';
import { keptForAnother } from './kept-for-another.ts';
import { replacement, said } from './life-steps.ts';
import { read, remove, writeAndLook } from './card-life.ts';
import { breaksTakenAway } from './breaks-taken-away.ts';
import { lifeOnBreak, longBreak } from './life-cycles-on-break.ts';
import { managedLife } from './managed-life.ts';
import { dressedByTurns } from '../outfits.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { browser } from '../refusals/languages.ts';
import { edited, reopenedLife } from './reopened-life.ts';
import {
  cardAtOddTimes,
  event,
  latestBreakFirst,
  livelyNotes,
  notes,
  sparseCard,
  distinctiveNotes,
  wholeCard,
} from './distinctive-bodies.ts';

/**
 * A few lives in which everything that a card can hold is there and differs from everything else: three breaks, a text of
 * its own for each event, both values of the place, times with an offset and with a fraction. What a server loses, cuts,
 * mixes up or carries over shows here in few requests; the boundaries go through the same values one by one.
 */
export function shortLifeCycles(settings: PlanSettings): PhasePlan {
  const { people, capabilities, actors, apiVersion } = settings;
  const { callerId, onBehalfOfUserId } = people;
  const isManager = capabilities.has('onBehalfOfUser') && onBehalfOfUserId !== undefined;
  return {
    phase: 'lifeCycle',
    kind: 'listed',
    cases: dressedByTurns([
      clockedLife(callerId),
      createdLife(callerId, actors),
      oddTimesLife(callerId),
      apiVersion === 'beta' ? formerNames(callerId) : formerBesideCurrent(callerId),
      openLife(callerId),
      lifeOnBreak(callerId),
      longBreak(callerId),
      editedLife(callerId),
      repeatedReplaces({ people }),
      reopenedLife(people),
      ...(isManager ? [managedLife(onBehalfOfUserId, actors.has('secondUser'))] : []),
      ...keptForAnother(settings),
      breaksTakenAway(callerId),
    ]),
  };
}

/** Clocked in, three breaks, clocked out, confirmed, edited, and confirmed again. */
function clockedLife(userId: string): Case {
  return {
    name: 'three breaks, and a text of its own for each event',
    phase: 'lifeCycle',
    suites: ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'reading', 'shapes'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: said(true, notes('html', htmlSample)) },
      read('read'),
      ...writeAndLook('start a break', 'startBreak', said(false, distinctiveNotes('tea')), 'read on break'),
      ...writeAndLook(
        'end the break',
        'endBreak',
        said(true, distinctiveNotes('back from tea')),
        'read after the break',
      ),
      // What is said twice is no less said.
      ...writeAndLook('start another break', 'startBreak', { notes: notes('text', '237') }, 'read on the second break'),
      ...writeAndLook('end the other break', 'endBreak', said(false, notes('text', '237')), 'read after both'),
      ...writeAndLook(
        'start a third break',
        'startBreak',
        said(true, { content: htmlSample, contentType: 'html' }),
        'read on the third break',
      ),
      ...writeAndLook('end the third break', 'endBreak', {}, 'read after all'),
      ...writeAndLook('clock out', 'clockOut', said(false, distinctiveNotes('ended')), 'read again'),
      // The first look after a write may still show an old state; what two show is certain.
      read('read again, once more'),
      { name: 'list', operation: 'list', walk: true },
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
      { ...replacement(latestBreakFirst(wholeCard(userId, 'corrected'))), withBreakIds: true },
      read('read the replaced'),
      ...writeAndLook('confirm again', 'confirm', undefined, 'read once more'),
    ],
  };
}

/**
 * Created with all that a card can have, of today, so that a server that takes no cards of long ago shows it too. Somebody
 * else looks at it as well, if there is anybody.
 */
function createdLife(userId: string, actors: PlanSettings['actors']): Case {
  const create: Step = { name: 'create', operation: 'create', makes: 'card', body: wholeCard(userId, 'entered') };
  const others = (['secondUser', 'application'] as const).filter((actor) => actors.has(actor));
  const byOthers = others.map((actor): Step => ({ ...read(`read as ${actor}`), actor }));
  return {
    name: 'a whole card with a text of its own everywhere',
    phase: 'lifeCycle',
    suites: ['create', 'replace', 'confirm', 'reading', 'isolation', 'shapes'],
    steps: [
      { ...create, ofToday: 10 },
      read('read'),
      // Reading changes nothing, whoever reads, and whatever types they take.
      { ...read('read once more'), headers: browser },
      ...(byOthers.length === 0 ? [] : [...byOthers, read('read after the others')]),
      { ...create, name: 'create the same once more', makes: 'twin', ofToday: 10 },
      read('read the twin', 'twin'),
      read('read the twin once more', 'twin'),
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
      read('read the twin in the end', 'twin'),
      read('read the confirmed once more'),
      // Of two that begin at the same time one is deleted.
      remove('twin'),
      read('read beside the delete'),
      { ...replacement(sparseCard(userId, 'corrected')), ofToday: 20 },
      read('read the replaced'),
      read('read the replaced once more'),
      { name: 'list', operation: 'list', walk: true },
    ],
  };
}

/** Days and times at which calendars go wrong, in cards that say little. */
function oddTimesLife(userId: string): Case {
  const at = (shift: Shift): JsonObject => cardAtOddTimes(userId, shift);
  return {
    name: 'odd days and times in a sparse card',
    phase: 'lifeCycle',
    suites: ['create', 'replace', 'shapes'],
    steps: [
      {
        name: 'create',
        operation: 'create',
        makes: 'card',
        body: at(oddShifts['a year ends in the middle of a week']),
      },
      read('read'),
      replacement(at(oddShifts['the leap day'])),
      read('read the leap day'),
      replacement(at(shiftsElsewhere['offsets over the turn of a year'])),
      read('read the replaced'),
      {
        name: 'create in autumn',
        operation: 'create',
        makes: 'second',
        body: at(oddShifts['clocks go back in Europe']),
      },
      read('read the second', 'second'),
      // Null says that there is none; a server may refuse a card that is opened again.
      ...writeAndLook(
        'replace without an end',
        'replace',
        { ...at(oddShifts['clocks go back in America']), clockOutEvent: null },
        'read the open',
        'second',
      ),
      ...writeAndLook(
        'replace with an end',
        'replace',
        at(oddShifts['clocks go back in America']),
        'read the closed',
        'second',
      ),
      read('read the closed once more', 'second'),
      // Which card is replaced, the URL says.
      {
        ...replacement(at(oddShifts['a month of 30 days ends'])),
        name: 'replace with the id of the other card',
        withIdOf: 'second',
      },
      read('read the replaced again'),
      read('read the other beside it', 'second'),
    ],
  };
}

/** Created without an end and with a break that is over, and brought to its end by the actions. */
function openLife(userId: string): Case {
  const clockInEvent = event('2025-01-07T21:00:05.250Z', false, notes('html', 'began'));
  const rest = {
    start: event('2025-01-07T21:10:05.250Z', true),
    end: event('2025-01-07T21:20:05.250Z', true, distinctiveNotes('was away')),
  };
  return {
    name: 'an open card is created and clocked out',
    phase: 'lifeCycle',
    suites: ['create', 'clockIn', 'replace', 'breaks', 'clockOut', 'shapes'],
    steps: [
      {
        name: 'create',
        operation: 'create',
        makes: 'card',
        // What is said of the card is said of no event.
        body: { userId, clockInEvent, clockOutEvent: null, breaks: [rest], notes: distinctiveNotes('of the card') },
        ofToday: 10,
      },
      read('read'),
      ...writeAndLook('start a break', 'startBreak', said(true, livelyNotes('rest')), 'read on break'),
      // While it goes on it turns out to have begun earlier.
      ...edited('begin the break earlier', [{ pointer: '/breaks/1/start/dateTime', later: -90_000 }]),
      ...writeAndLook('end the break', 'endBreak', said(true, notes('html', 'rested')), 'read after the break'),
      ...writeAndLook('clock out', 'clockOut', said(true, distinctiveNotes('gone')), 'read again'),
      // Null says as little as nothing.
      { name: 'clock in for null', operation: 'clockIn', makes: 'second', body: { onBehalfOfUserId: null } },
    ],
  };
}

/** Said, and nothing all the same. */
/** Clocked in and edited while it is open; the actions and a confirmation then go on from what the edit left. */
function editedLife(userId: string): Case {
  const { clockInEvent, breaks } = wholeCard(userId, 'before');
  const body = { userId, clockInEvent: clockInEvent ?? null, notes: distinctiveNotes('open'), breaks: breaks ?? [] };
  return {
    name: 'an open card is edited and goes on',
    phase: 'lifeCycle',
    suites: ['clockIn', 'replace', 'breaks', 'clockOut', 'confirm', 'shapes'],
    steps: [
      {
        name: 'clock in',
        operation: 'clockIn',
        makes: 'card',
        body: { notes: distinctiveNotes('came') },
      },
      ...writeAndLook('rest', 'startBreak', {}, 'read at rest'),
      ...writeAndLook('end the rest', 'endBreak', {}, 'read after the rest'),
      ...writeAndLook('replace', 'replace', body, 'read the replaced'),
      read('read the replaced once more'),
      ...writeAndLook('start a break', 'startBreak', said(false, distinctiveNotes('out')), 'read on break'),
      ...writeAndLook('end the break', 'endBreak', said(true, livelyNotes('in')), 'read after the break'),
      ...writeAndLook('clock out', 'clockOut', { notes: null }, 'read again'),
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
    ],
  };
}
