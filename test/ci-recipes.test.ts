import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneIn } from './one-in.ts';
import { root } from './source-tree.ts';
import { unclaimedPort } from './unclaimed-port.ts';

const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
/** Each command of a recipe, as its line says it, without what the format of the pipeline puts around it. */
const commands = [...page.matchAll(/(?:CI=true )?npx timecard-conformance run --start [^\n']*/g)].map(([line]) => line);

/** The project of somebody who has a mock: `npm run mock` starts it, `npx timecard-conformance` is this package. */
const project = mkdtempSync(join(tmpdir(), 'ci recipe '));
let port: number;

beforeAll(async () => {
  port = await unclaimedPort();
  mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
  symlinkSync(join(root, 'dist/cli/main.js'), join(project, 'node_modules/.bin/timecard-conformance'));
  const mock = `require('node:http').createServer((_, answer) => answer.writeHead(200, { 'content-type': 'application/json' }).end('{"value":[]}')).listen(${port}, '127.0.0.1')`;
  writeFileSync(join(project, 'mock.cjs'), mock);
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'mine', scripts: { mock: 'node mock.cjs' } }));
});
afterAll(() => rmSync(project, { recursive: true }));

test('the page has a recipe for each of four systems', () => {
  for (const system of ['GitHub Actions', 'GitLab', 'Azure Pipelines', 'Jenkins'])
    expect(page).toContain(`## ${system}`);
  expect(commands).toHaveLength(4);
});

describe('the command of a recipe', () => {
  test.each(oneIn(4, commands))('%s', (line) => {
    const summary = join(project, 'summary.md');
    writeFileSync(summary, '');
    const { status, stdout } = spawnSync('bash', ['-c', line.replaceAll('4010', String(port))], {
      cwd: project,
      env: {
        PATH: process.env['PATH'],
        HOME: project,
        CI: 'true',
        NO_COLOR: '1',
        GITHUB_STEP_SUMMARY: summary,
        TIMECARD_TOKEN: 'any',
      },
      encoding: 'utf8',
    });
    // The mock answers everything alike: it is reached, judged, and fails.
    expect(status).toBe(1);
    expect(stdout).toMatch(/^nonconforming/m);
    const report = (file: string): string => readFileSync(join(project, 'conformance-report', file), 'utf8');
    expect(XMLValidator.validate(report('junit.xml'))).toBe(true);
    expect(report('report.html')).toContain('nonconforming');
    expect(report('server.log')).toContain('node mock.cjs');
    expect(readFileSync(summary, 'utf8') !== '').toBe(line.includes('github'));
  });
});
