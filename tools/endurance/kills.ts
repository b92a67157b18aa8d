import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRecording } from '../../targets/recording/read-recording.ts';
import { ClockWithOthers, people } from './clock-with-others.ts';
import type { Outcome } from './outcome.ts';
import { runProcess } from './process.ts';

const kills = 100;
/** Longer than starting takes on a busy machine. Milliseconds. */
const longest = 8000;

/** SIGKILL at random moments of `run` and `record`, and then `cleanup`: nothing of ours is left, nothing of others is gone. */
export async function tryKills(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'));
  const clock = new ClockWithOthers(
    {
      // Others make cards of the same users all the time.
      meanwhile: (own) => {
        if (own.random() < 0.02) own.addTheirs(own.random() < 0.5 ? people.caller : people.stranger, 60_000, false);
      },
    },
    1,
  );
  const server = await clock.listen();
  const environment = {
    XDG_STATE_HOME: join(folder, 'state'),
    TIMECARD_BASE_URL: server.url,
    TIMECARD_TEAM_ID: people.teamId,
    TIMECARD_USER_ID: people.caller,
    TIMECARD_ON_BEHALF_OF_USER_ID: people.colleague,
    TIMECARD_TOKEN: 'any-text',
  };
  const faults: string[] = [];
  const counts = { killed: 0, left: 0, removed: 0, told: 0, streams: 0, recordings: 0 };
  const ours = (): number => clock.cards.filter(({ madeBy }) => madeBy === 'us').length;
  const theirs = (): readonly string[] =>
    clock.cards.filter(({ madeBy }) => madeBy === 'others').map(({ card }) => JSON.stringify(card));
  try {
    for (let trial = 1; trial <= kills; trial += 1) {
      const moment = Math.random() * longest;
      const words = trial % 2 === 0 ? ['run'] : ['record', 'run.json'];
      const name = `${words[0]} ${trial}, killed after ${Math.round(moment)} ms`;
      const settings = ['--seed', String(trial), '--quiet'];
      const { signal } = await runProcess([...words, ...settings], {
        folder,
        environment,
        signal: ['SIGKILL', moment],
      });
      if (signal === 'SIGKILL') counts.killed += 1;
      const left = ours();
      if (left > 0) counts.left += left;
      if (trial % 5 === 0) {
        const { stderr } = await runProcess(['run', '--max-requests', '1', '--quiet'], { folder, environment });
        if (left > 0 && !/left .*time card/.test(stderr))
          faults.push(`${name}: the next run says nothing of ${left} cards: ${stderr}`);
        else if (left > 0) counts.told += 1;
      }
      const before = theirs();
      const cleaned = await runProcess(['cleanup'], { folder, environment });
      if (cleaned.code !== 0) faults.push(`${name}: cleanup ended with ${cleaned.code}: ${cleaned.stderr}`);
      if (ours() > 0)
        faults.push(`${name}: ${ours()} cards are left after cleanup: ${cleaned.stdout}${cleaned.stderr}`);
      // They go on making cards meanwhile; those that were there stay as they were.
      const after = new Set(theirs());
      if (!before.every((card) => after.has(card))) faults.push(`${name}: cleanup touched cards of others`);
      counts.removed += left - ours();
      for (const held of clock.cards.filter(({ madeBy }) => madeBy === 'us'))
        clock.cards.splice(clock.cards.indexOf(held), 1);
      faults.push(...(await unreadable(name, folder, counts)));
    }
    if (clock.trespasses.length > 0) faults.push(...clock.trespasses.slice(0, 5));
    const journals = readdirSync(join(folder, 'state', 'timecard-conformance'));
    if (journals.length > 0) faults.push(`${journals.length} journals are left`);
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    title: `${counts.killed} processes killed, ${counts.left} cards left by that, ${counts.removed} of them removed, ${counts.left - counts.removed} left after cleanup`,
    lines: [
      `  the next run told of them in ${counts.told} trials`,
      `  ${counts.streams} streams and ${counts.recordings} recordings were readable`,
      `  ${clock.cards.length} cards of others were there at the end`,
    ],
    faults,
  };
}

/** A stream without an end is rendered; a recording is the earlier one or the new one. */
async function unreadable(
  name: string,
  folder: string,
  counts: { streams: number; recordings: number },
): Promise<readonly string[]> {
  const faults: string[] = [];
  const stream = join(folder, 'conformance-report', 'results.ndjson');
  if (existsSync(stream)) {
    const { code, stderr } = await runProcess(['report', stream], { folder });
    if (code !== 0 && code !== 1 && code !== 3) faults.push(`${name}: the stream cannot be read (${code}): ${stderr}`);
    else counts.streams += 1;
  }
  const recording = join(folder, 'run.json');
  if (existsSync(recording)) {
    try {
      readRecording(readFileSync(recording, 'utf8'));
      counts.recordings += 1;
    } catch (error) {
      faults.push(`${name}: the recording cannot be read: ${String(error)}`);
    }
  }
  return faults;
}
