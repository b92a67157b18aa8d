import { Run } from '../../engine/run.ts';
import type { RunEnd } from '../../engine/event.ts';
import { suiteNames, type SuiteName } from '../../engine/cases/suite.ts';
import { openTarget } from '../../targets/open-target.ts';
import { ClockWithOthers, people, type Habit } from './clock-with-others.ts';

export interface SharedTeamRun {
  readonly end: RunEnd;
  readonly clock: ClockWithOthers;
}

/** A run on a time clock that others use as well. */
export async function runInSharedTeam(
  habit: Habit,
  seed: number,
  maxRequests: number,
  suites: readonly SuiteName[] = suiteNames,
): Promise<SharedTeamRun> {
  const clock = new ClockWithOthers(habit, seed);
  const server = await clock.listen();
  const target = await openTarget(
    {
      apiVersion: 'v1.0',
      baseUrl: server.url,
      teamId: people.teamId,
      userId: people.caller,
      onBehalfOfUserId: people.colleague,
      requestTimeout: 5000,
      maxResponseSize: 1_000_000,
      maxRequests,
    },
    {
      TIMECARD_TOKEN: 'token-of-the-caller',
      TIMECARD_SECOND_USER_TOKEN: 'token-of-a-colleague',
      TIMECARD_APP_TOKEN: 'token-of-an-application',
    },
  );
  try {
    const run = new Run(target, { seed, numRuns: 10, suites: new Set(suites), expectsLag: false }, () => undefined);
    return { end: await run.perform(), clock };
  } finally {
    await target.close();
    server.close();
  }
}
