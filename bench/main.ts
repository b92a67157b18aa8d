import { parseArgs } from 'node:util';
import { measureCheck } from './check.ts';
import { measureEffort } from './effort.ts';
import { measureJudging } from './judging.ts';
import { measureMemory } from './memory.ts';
import { measureReplay } from './replay.ts';
import { measureReports } from './reports.ts';
import { measureStartUp } from './start-up.ts';
import { measureThroughput } from './throughput.ts';

/**
 * Runs the benchmarks that are named, or all. They measure and never judge: the machine decides half of every figure.
 * `--before FOLDER` names another build, which `check` and `reports` are measured beside.
 */
const { values, positionals: wanted } = parseArgs({ allowPositionals: true, options: { before: { type: 'string' } } });
const measures = {
  effort: measureEffort,
  'start-up': measureStartUp,
  throughput: measureThroughput,
  judging: measureJudging,
  check: () => measureCheck(values.before),
  memory: measureMemory,
  replay: measureReplay,
  reports: () => measureReports(values.before),
};

for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${(await measure()).join('\n')}\n`);
}
