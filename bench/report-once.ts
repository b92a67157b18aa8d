import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type * as reporting from '../reporters/index.ts';
import type * as reading from '../results/read.ts';

/**
 * A process of its own that reads one result stream and renders it in every form with the build in a folder, and prints the
 * milliseconds of processor time that this took: a process that did it before would be quicker.
 */
const [folder = '', file = ''] = process.argv.slice(2);
const root = pathToFileURL(`${folder}/dist/`);
const { reporterNames, reporters } = (await import(new URL('reporters/index.js', root).href)) as typeof reporting;
const { readResultLines } = (await import(new URL('results/read.js', root).href)) as typeof reading;
const text = readFileSync(file, 'utf8');
const start = process.cpuUsage();
const report = readResultLines(text);
for (const name of reporterNames) reporters[name].render(report, {});
const { user, system } = process.cpuUsage(start);
process.stdout.write(String((user + system) / 1e3));
