import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLiveEnvironment } from '../../test/live/surroundings.ts';
import { busyTenant, TenantSimulator } from '../../test/live/tenant-simulator.ts';
import type { Outcome } from './outcome.ts';
import { runProcess } from './process.ts';

const kills = 50;
/** Starting takes some two seconds, reading first another two. Milliseconds. */
const [earliest, latest] = [3000, 14_000];
/** A clean-up meets the same trouble as a run. */
const mostCleanUps = 4;

/** SIGKILL at random moments of runs on a tenant with all its trouble, and then `cleanup --live`. */
export async function tryLiveKills(): Promise<Outcome> {
  const simulator = new TenantSimulator({ ...busyTenant, foreignCards: 60 }, 1, Date.now());
  const there = await startLiveEnvironment({}, {}, simulator.hooks);
  const environment = {
    ...there.environment,
    TIMECARD_TOKEN: there.entra.issue('caller', 86_400),
    TIMECARD_SECOND_USER_TOKEN: there.entra.issue('secondUser', 86_400),
  };
  const { folder } = there;
  const faults: string[] = [];
  const counts = { killed: 0, left: 0, refused: 0, cleanUps: 0 };
  try {
    for (let trial = 1; trial <= kills; trial += 1) {
      const after = earliest + Math.random() * (latest - earliest);
      const name = `trial ${trial}, killed after ${Math.round(after)} ms`;
      const words = ['run', '--live', '--seed', String(trial), '--quiet'];
      const { signal } = await runProcess(words, { folder, environment, signal: ['SIGKILL', after] });
      if (signal === 'SIGKILL') counts.killed += 1;
      counts.left += simulator.left.length;
      const state = join(folder, 'state', 'timecard-conformance');
      const journals = existsSync(state) ? readdirSync(state).filter((file) => file.endsWith('.ndjson')) : [];
      if (simulator.left.length > 0) {
        const { code } = await runProcess(words, { folder, environment });
        if (code === 5) counts.refused += 1;
        else faults.push(`${name}: with cards left the next run ended with ${code}`);
      }
      let code: number | null = journals.length === 0 ? 0 : null;
      let said = '';
      for (let tries = 0; tries < mostCleanUps && code !== 0; tries += 1) {
        counts.cleanUps += 1;
        const cleaned = await runProcess(['cleanup', '--live'], { folder, environment });
        [code, said] = [cleaned.code, cleaned.stdout + cleaned.stderr];
      }
      if (code !== 0) faults.push(`${name}: cleanup ended with ${code}: ${said}`);
      const left = simulator.left.map(({ id, state: how, createdDateTime }) => `${id} ${how} ${createdDateTime}`);
      if (left.length > 0) faults.push(`${name}: left after cleanup: ${left.join(', ')}; it said ${said}`);
      simulator.forget();
    }
    faults.push(...simulator.trespasses.slice(0, 5));
    if (simulator.mostInASecond > 4) faults.push(`${simulator.mostInASecond} requests came within a second`);
  } finally {
    await there.close();
  }
  return {
    title: `${counts.killed} runs on a tenant killed, ${counts.left} cards left by that, each refused to the next run (${counts.refused}) and removed by ${counts.cleanUps} clean-ups`,
    lines: [`  ${simulator.arrivals.length} requests, at most ${simulator.mostInASecond} in a second`],
    faults,
  };
}
