import { clockInBoundaries, clockOutBoundaries, createBoundaries } from '../../arbitraries/boundaries.ts';
import { clockLife, createLife } from './lives.ts';
import type { PhasePlan, PlanSettings } from './phase-plan.ts';

/** Every boundary value once, the simplest first. Each clockIn is paired with a clockOut, so that one life shows both. */
export function boundariesPhase({ people }: PlanSettings): PhasePlan {
  const clockIns = clockInBoundaries();
  const clockOuts = clockOutBoundaries();
  const lives = Array.from({ length: Math.max(clockIns.length, clockOuts.length) }, (_, index) => {
    const clockIn = clockIns[index % clockIns.length];
    const clockOut = clockOuts[index % clockOuts.length];
    return clockLife(
      `clockIn ${clockIn?.name}; clockOut ${clockOut?.name}`,
      'boundaries',
      clockIn?.body ?? {},
      clockOut?.body ?? {},
    );
  });
  const creates = createBoundaries(people.callerId).map(({ name, body }) =>
    createLife(`create ${name}`, 'boundaries', body),
  );
  // What one event leaves behind must not show in the next: the kind of text, the text itself, the switch.
  const contrast = clockLife(
    'clockIn with html notes; clockOut with plain ones',
    'boundaries',
    { isAtApprovedLocation: false, notes: { contentType: 'html', content: 'started' } },
    { isAtApprovedLocation: true, notes: { contentType: 'text', content: 'ended' } },
  );
  return { phase: 'boundaries', kind: 'listed', cases: [...lives, contrast, ...creates] };
}
