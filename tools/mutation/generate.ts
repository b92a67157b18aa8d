// npm run mutate [-- --page | FILE...]: tries every mutant with StrykerJS, a portion of the files at a time, and writes which of them no
// test noticed to docs/surviving-mutants.json, with the reasons that stand there already, and docs/mutation-testing.md from it.
// Only what was changed since the last run is tried again. With files only those are tried, as after a change of a few on a
// machine that has no earlier run. With --page only the page is written, after reasons were added.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { retryStaticSurvivors } from './earlier-results.ts';
import { mutationPath, pagePath, readMutation, reportPath } from './files.ts';
import { page } from './page.ts';
import { mutatedFiles, portionsOf } from './portions.ts';
import { mutationOf, withOthers, type StrykerReport } from './stryker-report.ts';
import { unread, type Mutation } from './survivor.ts';

const { values, positionals } = parseArgs({
  options: { page: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const mutation = values.page ? readMutation() : measured(positionals);
writeFileSync(mutationPath, `${JSON.stringify(mutation, undefined, 1)}\n`);
writeFileSync(pagePath, page(mutation));
const left = mutation.survivors.filter(({ reason }) => reason === unread).length;
if (left > 0) process.stdout.write(`${left} survivors have no reason yet: see "${unread}" in ${mutationPath}.\n`);

/** Each portion's report holds what the portions before it found, as they share Stryker's file of earlier results. */
function measured(chosen: readonly string[]): Mutation {
  const files = mutatedFiles();
  const tried = chosen.length === 0 ? files : chosen;
  const portions = portionsOf(tried);
  retryStaticSurvivors();
  for (const [index, portion] of portions.entries()) {
    process.stdout.write(`Portion ${index + 1} of ${portions.length}: ${portion.length} files\n`);
    const { status } = spawnSync('stryker', ['run', '--mutate', portion.join(',')], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    if (status !== 0) {
      process.stdout.write(
        'Stryker gave up, see above. What it found before is kept: npm run mutate goes on from there.\n',
      );
      process.exit(1);
    }
  }
  const report = JSON.parse(readFileSync(reportPath, 'utf8')) as StrykerReport;
  // Stryker remembers files that are gone.
  const there = Object.fromEntries(
    Object.entries(report.files).filter(([file]) => files.includes(file) && tried.includes(file)),
  );
  const before = readMutation();
  return withOthers(mutationOf({ files: there }, before.survivors), before, files);
}
