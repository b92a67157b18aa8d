import { uptime } from 'node:os';
import { TestRunner, type RunnerTask, type RunnerTestSuite } from 'vitest';

/** Seconds since this machine was started; no deadline without it. */
const deadline = Number(process.env['TEST_DEADLINE'] ?? Infinity);

/**
 * Skips what would begin after the deadline that `.ci/run` sets: on a slow machine the tests of many requests, which come last
 * (cheap-first.ts), are tried as far as the time goes. What was skipped is told at the end.
 */
// Vitest takes a runner as the default export of its file.
export default class DeadlineRunner extends TestRunner {
  override async onBeforeRunSuite(suite: RunnerTestSuite): Promise<void> {
    if (uptime() > deadline) skip(suite);
    await super.onBeforeRunSuite(suite);
  }

  override async onBeforeRunTask(task: RunnerTask): Promise<void> {
    if (uptime() > deadline) skip(task);
    await super.onBeforeRunTask(task);
  }
}

function skip(task: RunnerTask): void {
  if (task.mode === 'run' || task.mode === 'queued') task.mode = 'skip';
  if ('tasks' in task) for (const one of task.tasks) skip(one);
}
