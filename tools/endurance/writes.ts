import { habits } from './habits.ts';
import type { Outcome } from './outcome.ts';
import { runInSharedTeam } from './run-in-shared-team.ts';

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
const requests = 400;

/** Twenty seeds, four hundred requests each, once from the beginning and once of races only, on each server that leads astray. */
export async function tryWrites(): Promise<Outcome> {
  let writes = 0;
  const faults: string[] = [];
  const lines: string[] = [];
  for (const [name, habit] of Object.entries(habits)) {
    let here = 0;
    for (const seed of seeds) {
      for (const suites of [undefined, ['races']] as const) {
        const { clock, end } = await runInSharedTeam(habit, seed, requests, suites);
        here += clock.writes;
        faults.push(...clock.trespasses.map((one) => `${name}, seed ${seed}: ${one}`));
        if (end.refused)
          faults.push(`${name}, seed ${seed}: a request was planned that may not be sent: ${end.stopped ?? ''}`);
      }
    }
    lines.push(`  ${String(here).padStart(6)} writes where ${name}`);
    writes += here;
  }
  const runs = Object.keys(habits).length * seeds.length * 2;
  return {
    title: `${writes} writes in ${runs} runs of ${requests} requests, ${faults.length} to what we did not make`,
    lines,
    faults,
  };
}
