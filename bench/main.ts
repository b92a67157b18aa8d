import { measureCheck } from './check.ts';
import { measureEffort } from './effort.ts';
import { measureJudging } from './judging.ts';
import { measureMemory } from './memory.ts';
import { measureReplay } from './replay.ts';
import { measureReports } from './reports.ts';
import { measureStartUp } from './start-up.ts';
import { measureThroughput } from './throughput.ts';

const measures = {
  effort: measureEffort,
  'start-up': measureStartUp,
  throughput: measureThroughput,
  judging: measureJudging,
  check: measureCheck,
  memory: measureMemory,
  replay: measureReplay,
  reports: measureReports,
};

/** Runs the benchmarks that are named, or all. They measure and never judge: the machine decides half of every figure. */
const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`${(await measure()).join('\n')}\n`);
}
