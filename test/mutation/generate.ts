// npm run mutate does this after StrykerJS: what no test noticed goes to docs/surviving-mutants.json, with the reasons that stand
// there already, and docs/mutation-testing.md is written from it. With --page only the page, after reasons were added.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mutationPath, pagePath, readMutation, reportPath } from './files.ts';
import { page } from './page.ts';
import { mutationOf, type StrykerReport } from './stryker-report.ts';
import { unread } from './survivor.ts';

const { values } = parseArgs({ options: { page: { type: 'boolean', default: false } } });

const before = readMutation();
const report = values.page ? undefined : (JSON.parse(readFileSync(reportPath, 'utf8')) as StrykerReport);
const mutation = report === undefined ? before : mutationOf(report, before.survivors);
writeFileSync(mutationPath, `${JSON.stringify(mutation, undefined, 1)}\n`);
writeFileSync(pagePath, page(mutation));

const left = mutation.survivors.filter(({ reason }) => reason === unread).length;
if (left > 0) {
  process.stdout.write(`${left} changes that no test noticed have no reason in ${mutationPath} yet (“${unread}”).\n`);
}
