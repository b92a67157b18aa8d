import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ClockWithOthers, people } from './clock-with-others.ts';
import type { Outcome } from './outcome.ts';
import { runProcess } from './process.ts';

const trials = 60;
const longest = 6000;
/** A second, and what a busy machine adds to it, with the clean-up of a card. Milliseconds. */
const allowed = 2500;

/** SIGINT and SIGTERM at random moments from the start of the process on, also while a request is under way for long. */
export async function trySignals(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  const clock = new ClockWithOthers({ delay: (own) => (own.random() < 0.05 ? 4000 : own.random() * 3) }, 1);
  const server = await clock.listen();
  const environment = {
    XDG_STATE_HOME: join(folder, 'state'),
    TIMECARD_BASE_URL: server.url,
    TIMECARD_TEAM_ID: people.teamId,
    TIMECARD_USER_ID: people.caller,
    TIMECARD_TOKEN: 'any-text',
  };
  const faults: string[] = [];
  const took: number[] = [];
  let [early, running] = [0, 0];
  try {
    for (let trial = 1; trial <= trials; trial += 1) {
      const after = Math.random() * longest;
      const kind = trial % 2 === 0 ? 'SIGINT' : 'SIGTERM';
      const words = trial % 3 === 0 ? ['record', 'run.json'] : ['run'];
      const name = `${words[0]} ${trial}, ${kind} after ${Math.round(after)} ms`;
      const asked = clock.requests;
      const settings = ['--seed', String(trial), '--quiet'];
      const ended = await runProcess([...words, ...settings], { folder, environment, signal: [kind, after] });
      const [{ code, signal, tookAfterSignal = 0 }, sent] = [ended, clock.requests - asked];
      // Before node has read the first line of ours, nobody can heed a signal: it ends the process as the system does.
      const isBeforeUs = code === null && signal === kind && ended.stderr === '' && ended.stdout === '' && sent === 0;
      if (code !== 130 && !isBeforeUs) faults.push(`${name}: ended with ${code ?? signal}: ${ended.stderr}`);
      if (isBeforeUs) early += 1;
      if (sent > 0) running += 1;
      took.push(tookAfterSignal);
      if (tookAfterSignal > allowed) faults.push(`${name}: took ${Math.round(tookAfterSignal)} ms`);
      await sleep(50);
      const left = clock.cards.filter(({ madeBy }) => madeBy === 'us');
      if (left.length > 0) faults.push(`${name}: left ${left.length} cards`);
      for (const held of left) clock.cards.splice(clock.cards.indexOf(held), 1);
    }
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  const sorted = took.toSorted((left, right) => left - right).map(Math.round);
  return {
    title: `${trials} signals, ${running} while requests were sent; ended after ${sorted[Math.floor(trials / 2)]} ms (median) to ${sorted.at(-1)} ms`,
    lines: [`  ${early} came before node had read the first line of the command`],
    faults,
  };
}
