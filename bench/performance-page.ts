import { cpus } from 'node:os';

const introduction = [
  '# What a run costs\n',
  'Written by `npm run bench -- --write`. A machine decides half of every figure, so compare the ratios and not the times;',
  '`npm run bench -- --against REV` measures this build beside the one of any commit, on your machine.\n',
].join('\n');

/** A benchmark, and what it printed. */
export type Measured = readonly [name: string, lines: readonly string[]];

/** What the benchmarks printed, as the page docs/performance.md; what was not measured this time stays as it was. */
export function performancePage(measured: readonly Measured[], before = ''): string {
  const day = new Date().toISOString().slice(0, 10);
  const sections = sectionsOf(before);
  for (const [name, lines] of measured) {
    const text = name === 'against' ? lines.join('\n') : `\`\`\`text\n${lines.join('\n')}\n\`\`\``;
    const where = `Measured on ${day} with Node ${process.versions.node} on ${cpus().length} cores.`;
    sections.set(titleOf(name), `${where}\n\n${text}\n`);
  }
  return [introduction, ...[...sections].map(([title, text]) => `## ${title}\n\n${text}`)].join('\n');
}

function titleOf(name: string): string {
  return name === 'against' ? 'Beside an earlier build' : name;
}

function sectionsOf(page: string): Map<string, string> {
  const [, ...sections] = page.split(/^## /m);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), `${section.slice(end).trim()}\n`];
    }),
  );
}
