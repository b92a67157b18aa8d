import {
  breakBoundaries,
  clockInBoundaries,
  clockOutBoundaries,
  createBoundaries,
  replaceBoundaries,
  type Boundary,
} from '../../../arbitraries/boundaries.ts';
import { simplestInstant } from '../../../arbitraries/instants.ts';
import type { JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { clockLife, createLife, read, withoutFirstRead } from '../life-cycles/card-life.ts';
import { dressedByTurns } from '../outfits.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/**
 * Every boundary value once, the simplest first. One life shows a value of each action, and a created card is replaced as
 * well, so that no card is made for one value alone.
 */
export function boundariesPhase({ people, apiVersion }: PlanSettings): PhasePlan {
  const clockIns = clockInBoundaries(apiVersion);
  const breaks = breakBoundaries(apiVersion);
  const clockOuts = clockOutBoundaries(apiVersion);
  // Not the same value in two actions of one life: what one leaves behind must not pass for what another says.
  const lives = longest(clockIns, breaks, clockOuts).map((_, index) => {
    const [clockIn, clockOut] = [valueAt(clockIns, index), valueAt(clockOuts, index)];
    // A break that says again what others have said shows nothing new.
    if (index >= breaks.length) {
      const name = `clockIn ${clockIn.name}; clockOut ${clockOut.name}`;
      return clockLife(name, 'boundaries', { clockIn: clockIn.body, clockOut: clockOut.body });
    }
    const [startBreak, endBreak] = [valueAt(breaks, index + 1), valueAt(breaks, index + 4)];
    return clockLife(
      `clockIn ${clockIn.name}; startBreak ${startBreak.name}; endBreak ${endBreak.name}; clockOut ${clockOut.name}`,
      'boundaries',
      { clockIn: clockIn.body, startBreak: startBreak.body, endBreak: endBreak.body, clockOut: clockOut.body },
    );
  });
  const created = createBoundaries(people.callerId, apiVersion);
  const replaced = replaceBoundaries(people.callerId, apiVersion);
  const cards = longest(created, replaced).map((_, index) => {
    // A replacement by what the card is already would show nothing.
    const [create, replace] = [valueAt(created, index), valueAt(replaced, index + 1)];
    return createLife(`create ${create.name}; replace by ${replace.name}`, 'boundaries', create.body, replace.body);
  });
  return {
    phase: 'boundaries',
    kind: 'listed',
    cases: [
      // As usual, so that what a page shows to be taken is asked for just so.
      haveSameContent('nothing', {}),
      haveSameContent('notes null', { notes: null }),
      ...dressedByTurns([...lives.map(withoutFirstRead), contrast(people.callerId), ...cards], wornBefore),
    ],
  };
}

/** So many outfits the lives in brief have worn. */
const wornBefore = 3;

/** The same in every action: a server that refuses another value at clockIn is judged by this one all the same. */
function haveSameContent(name: string, body: JsonObject): Case {
  return clockLife(`${name} in every action`, 'boundaries', {
    clockIn: body,
    startBreak: body,
    endBreak: body,
    clockOut: body,
  });
}

function longest(...lists: readonly (readonly Boundary[])[]): readonly Boundary[] {
  return lists.reduce((left, right) => (right.length > left.length ? right : left), []);
}

/** The boundary at that place, where the list begins anew after its end. */
function valueAt(boundaries: readonly Boundary[], index: number): Boundary {
  return boundaries[index % boundaries.length] ?? { name: 'nothing', body: {} };
}

/**
 * What one event leaves behind must not show in the next: the kind of text, the text itself, the switch. One is of digits
 * alone. In the end the notes of the events are edited, and nothing else.
 */
function contrast(userId: string): Case {
  const said = (contentType: 'html' | 'text', content: string, isAtApprovedLocation: boolean): JsonObject => ({
    isAtApprovedLocation,
    notes: { contentType, content },
  });
  const life = clockLife('html notes and plain ones by turns', 'boundaries', {
    clockIn: said('html', 'started', false),
    startBreak: said('text', '0237', true),
    endBreak: said('html', 'resumed', false),
    clockOut: said('text', 'ended', true),
  });
  const event = (content: string): JsonObject => ({ dateTime: simplestInstant, ...said('text', content, true) });
  const body = { userId, clockInEvent: event('started late'), clockOutEvent: event('ended early'), notes: null };
  // The times stay, so that whatever changes with the notes is not told by them.
  const edit: Step = { name: 'replace', operation: 'replace', card: 'card', body, withShownTimes: true };
  return { ...life, suites: [...life.suites, 'replace'], steps: [...life.steps, edit, read('read the replaced')] };
}
