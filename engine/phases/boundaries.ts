import { clockInBoundaries, clockOutBoundaries, createBoundaries } from '../../arbitraries/boundaries.ts';
import type { JsonObject } from '../../specs/json.ts';
import { clockLife, createLife } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/**
 * Every boundary value once, the simplest first. One life shows a value of each action, and a created card is replaced by
 * the next one, so that no request is spent on one value alone.
 */
export function boundariesPhase({ people }: PlanSettings): PhasePlan {
  const clockIns = clockInBoundaries();
  const actions = clockOutBoundaries();
  // Not the same value in two actions of one life: what one leaves behind must not pass for what another says.
  const actionAt = (index: number) => actions[index % actions.length];
  const lives = Array.from({ length: Math.max(clockIns.length, actions.length) }, (_, index) => {
    const clockIn = clockIns[index % clockIns.length];
    const [clockOut, startBreak, endBreak] = [actionAt(index), actionAt(index + 1), actionAt(index + 4)];
    return clockLife(
      `clockIn ${clockIn?.name}; startBreak ${startBreak?.name}; endBreak ${endBreak?.name}; clockOut ${clockOut?.name}`,
      'boundaries',
      {
        clockIn: clockIn?.body ?? {},
        startBreak: startBreak?.body ?? {},
        endBreak: endBreak?.body ?? {},
        clockOut: clockOut?.body ?? {},
      },
    );
  });
  const created = createBoundaries(people.callerId);
  const creates = created.map(({ name, body }, index) => {
    const next = created[(index + 1) % created.length];
    return createLife(`create ${name}; replace by ${next?.name}`, 'boundaries', body, next?.body ?? {});
  });
  return { phase: 'boundaries', kind: 'listed', cases: [...lives, contrast(), ...creates] };
}

/** What one event leaves behind must not show in the next: the kind of text, the text itself, the switch. */
function contrast() {
  const said = (contentType: 'html' | 'text', content: string, isAtApprovedLocation: boolean): JsonObject => ({
    isAtApprovedLocation,
    notes: { contentType, content },
  });
  return clockLife('html notes and plain ones by turns', 'boundaries', {
    clockIn: said('html', 'started', false),
    startBreak: said('text', 'paused', true),
    endBreak: said('html', 'resumed', false),
    clockOut: said('text', 'ended', true),
  });
}
