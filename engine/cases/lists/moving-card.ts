import type { People } from '../../../targets/target.ts';
import type { Case, Step } from '../case.ts';
import { documentedBodies } from '../examples/documented-bodies.ts';
import { read, writeAndLook } from '../lives/card-life.ts';

type State = 'clockedIn' | 'onBreak' | 'clockedOut';

/** A card that goes from state to state, in lists by state: it must be found in the new one, and no longer in the old. */
export function cardThatMoves(people: People): Case {
  const { clockIn, startBreak, endBreak, clockOut, replace } = documentedBodies(people);
  return {
    name: 'lists by state while a card moves',
    phase: 'paging',
    suites: ['reading', 'clockIn', 'breaks', 'clockOut', 'replace', 'confirm'],
    steps: [
      { name: 'clock in', operation: 'clockIn', makes: 'card', body: clockIn },
      read('read'),
      { name: 'list all', operation: 'list', walk: true },
      ...writeAndLook('start a break', 'startBreak', startBreak, 'read on break'),
      ...writeAndLook('end the break', 'endBreak', endBreak, 'read after the break'),
      ...lists('after the break', 'clockedIn', 'onBreak'),
      ...writeAndLook('clock out', 'clockOut', clockOut, 'read again'),
      ...lists('when clocked out', 'clockedOut', 'clockedIn'),
      // No page says whether a card may be opened again, or edited while it is open.
      ...writeAndLook('open again', 'replace', { ...replace, clockOutEvent: null }, 'read the open'),
      read('read the open once more'),
      ...lists('when open again', 'clockedIn', 'clockedOut'),
      ...writeAndLook('close', 'replace', replace, 'read the closed'),
      ...lists('when closed', 'clockedOut', 'clockedIn'),
      ...writeAndLook('confirm', 'confirm', undefined, 'read the confirmed'),
      read('read the confirmed once more'),
      ...lists('when confirmed', 'clockedOut'),
    ],
  };
}

function lists(when: string, ...states: readonly State[]): readonly Step[] {
  return states.map((state) => ({
    name: `list ${state} ${when}`,
    operation: 'list',
    query: `$filter=state%20eq%20'${state}'`,
    walk: true,
  }));
}
