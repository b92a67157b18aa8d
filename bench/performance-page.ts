import { cpus } from 'node:os';

/** What the benchmarks printed, as the page docs/performance.md. */
export function performancePage(measured: readonly (readonly [name: string, lines: readonly string[]])[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const sections = measured.map(([name, lines]) =>
    name === 'against'
      ? `## Beside an earlier build\n\n${lines.join('\n')}\n`
      : `## ${name}\n\n\`\`\`text\n${lines.join('\n')}\n\`\`\`\n`,
  );
  return [
    '# What a run costs\n',
    'Written by `npm run bench -- --write`. A machine decides half of every figure, so compare the ratios and not the times;',
    '`npm run bench -- --against REV` measures this build beside the one of any commit, on your machine.\n',
    `Measured on ${day} with Node ${process.versions.node} on ${cpus().length} cores.\n`,
    ...sections,
  ].join('\n');
}
