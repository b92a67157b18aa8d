import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A preload: each process writes what it used into the folder that BENCH_USAGE names, as its last act. */
const folder = process.env['BENCH_USAGE'];
if (folder !== undefined)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = { cpu: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS * 1024 };
    writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(usage));
  });
