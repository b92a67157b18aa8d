// node dist/tools/implementations/record.js NAME RESULTS.ndjson...: keeps what the runs against one server came to.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResultLines } from '../../results/read.ts';
import { folder, readServers } from './files.ts';
import { summarise } from './summarise.ts';

const [name, ...paths] = process.argv.slice(2);
if (name === undefined || readServers()[name] === undefined || paths.length === 0) {
  process.stderr.write('record NAME RESULTS.ndjson...: NAME is a server of docs/implementations/servers.json\n');
  process.exitCode = 2;
} else {
  const record = summarise(paths.map((path) => readResultLines(readFileSync(path, 'utf8'))));
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(record, undefined, 2)}\n`);
}
