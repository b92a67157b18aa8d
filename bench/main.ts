import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureAgainst } from './against.ts';
import { measureCheck } from './check.ts';
import { measureEffort } from './effort.ts';
import { measureJudging } from './judging.ts';
import { measureMemory } from './memory.ts';
import { measurePeers } from './peers.ts';
import { performancePage, type Measured } from './performance-page.ts';
import { measureReplay } from './replay.ts';
import { measureReports } from './reports.ts';
import type { Scale } from './scale.ts';
import { measureStartUp } from './start-up.ts';
import { measureThroughput } from './throughput.ts';

/**
 * Runs the benchmarks that are named, or all. They measure and never judge: the machine decides half of every figure.
 * `--against REV` measures the commands beside those of another commit; `--before FOLDER` names a build that `check` and
 * `reports` are measured beside; `--small` shows that they run, and no figure that counts; `--write` keeps what was measured in docs/performance.md.
 */
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    against: { type: 'string' },
    small: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const { against, before } = values;
const page = 'docs/performance.md';
const scale = values.small ? 'small' : 'whole';
const measures = {
  ...(against === undefined ? {} : { against: () => measureAgainst(against) }),
  effort: measureEffort,
  'start-up': measureStartUp,
  throughput: measureThroughput,
  judging: measureJudging,
  check: (so: Scale) => measureCheck(so, before),
  memory: measureMemory,
  replay: measureReplay,
  reports: (so: Scale) => measureReports(so, before),
  peers: measurePeers,
};

/** What needs more than this machine is measured only where it is named. */
const onlyIfNamed: readonly string[] = ['peers'];

const unknown = wanted.filter((name) => !Object.hasOwn(measures, name));
if (unknown.length > 0) {
  const hint = unknown.includes('against') ? ' ("against" needs --against REV)' : '';
  process.stderr.write(
    `There is no benchmark ${unknown.join(', ')}${hint}; there are ${Object.keys(measures).join(', ')}.\n`,
  );
  process.exitCode = 2;
} else {
  const measured: Measured[] = [];
  for (const [name, measure] of Object.entries(measures)) {
    if (wanted.length === 0 ? onlyIfNamed.includes(name) : !wanted.includes(name)) continue;
    const lines = await measure(scale);
    measured.push([name, lines]);
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  if (values.write) writeFileSync(page, performancePage(measured, existsSync(page) ? readFileSync(page, 'utf8') : ''));
}
