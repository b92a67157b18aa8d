// npm run any-day [-- --only ID[,ID]] [--short]: runs the tests as if it were another day, or another place; with --short
// only the tests that touch times, on two days.
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { aheadOf, days, shortDays, testsThatTouchTimes, type Day } from './days.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean', default: false } } });
const wanted: readonly string[] = values.only?.split(',') ?? (values.short ? shortDays : days.map(({ id }) => id));
const unknown = wanted.find((id) => !days.some((day) => day.id === id));
if (unknown === undefined) await runAll(days.filter(({ id }) => wanted.includes(id)));
else {
  process.stderr.write(`There is no day '${unknown}'; there are ${days.map(({ id }) => id).join(', ')}.\n`);
  process.exitCode = 2;
}

async function runAll(chosen: readonly Day[]): Promise<void> {
  for (const day of chosen) {
    const begun = performance.now();
    const code = await runOn(day);
    const seconds = ((performance.now() - begun) / 1000).toFixed(0);
    process.stdout.write(`${code === 0 ? 'ok' : 'FAILED'} ${day.id}, ${seconds} s\n`);
    if (code !== 0) process.exitCode = 1;
  }
}

/** The exit code of the tests on that day. */
function runOn(day: Day): Promise<number | null> {
  const preload = new URL('shifted-clock.js', import.meta.url).href;
  const environment = {
    ...process.env,
    TZ: day.zone ?? 'UTC',
    CLOCK_AHEAD: String(aheadOf(day, Date.now())),
    NODE_OPTIONS: `--import ${preload}`,
  };
  const files = values.short ? testsThatTouchTimes : [];
  return new Promise((resolve, reject) => {
    spawn('npx', ['vitest', 'run', '--project', 'tests*', ...files], { env: environment, stdio: 'inherit' })
      .on('error', reject)
      .on('exit', resolve);
  });
}
