// npm run endurance [-- NAME...]: what must hold under any server, any fault and any signal, tried for long. Ends with 1 where it
// does not hold.
import { tryFaults } from './faults.ts';
import { tryKills } from './kills.ts';
import { tryLiveKills } from './live-kills.ts';
import { tryMemory } from './memory.ts';
import { trySignals } from './signals.ts';
import { tryWrites } from './writes.ts';

const trials = {
  writes: tryWrites,
  kills: tryKills,
  'live-kills': tryLiveKills,
  signals: trySignals,
  faults: tryFaults,
  memory: tryMemory,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(trials, name));
if (unknown === undefined) await tryAll();
else {
  process.stderr.write(`There is no trial ${unknown}; there are ${Object.keys(trials).join(', ')}.\n`);
  process.exitCode = 2;
}

async function tryAll(): Promise<void> {
  for (const [name, trial] of Object.entries(trials)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const { title, lines, faults } = await trial();
    const told = faults.map((fault) => `  FAULT ${fault}`);
    process.stdout.write(`${[`${name}: ${title}`, ...lines, ...told].join('\n')}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
}
