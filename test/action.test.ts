import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settings, variableOf, type SettingName } from '../cli/settings.ts';
import { parseReporterNames } from '../reporters/index.ts';
import { serialise } from '../results/serialise.ts';
import { linesOf, sampleReport } from './sample-report.ts';
import { root } from './source-tree.ts';

const action = readFileSync(join(root, 'action.yml'), 'utf8');

test('the action names only variables and reports that there are', () => {
  const variables = [...action.matchAll(/\b(TIMECARD_[A-Z_]+):/g)].map(([, name]) => name);
  const known = (Object.keys(settings) as readonly SettingName[]).map(variableOf);
  expect(variables.length).toBeGreaterThan(5);
  for (const name of variables) expect(known).toContain(name);
  expect(parseReporterNames(/default: (terminal,\S+)/.exec(action)?.[1] ?? 'none')).toContain('github');
});

test('the action makes no input a part of a script', () => {
  const scripts = [...action.matchAll(/^ +run: (.*)$/gm)].map(([, script]) => script);
  expect(scripts).toEqual(['bash "$GITHUB_ACTION_PATH/action/run.sh"']);
});

/** Runs the step of the action with a command that does what is given, as a runner of GitHub would. */
function step(script: string): { readonly code: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'action '));
  writeFileSync(
    join(folder, 'stream'),
    linesOf(sampleReport())
      .map((line) => `${serialise(line)}\n`)
      .join(''),
  );
  writeFileSync(join(folder, 'command'), script);
  const { status } = spawnSync('bash', [join(root, 'action/run.sh')], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      COMMAND: 'bash command',
      GITHUB_OUTPUT: join(folder, 'output'),
      TIMECARD_REPORT_DIR: 'a folder; touch owned',
    },
  });
  return { code: status, output: readFileSync(join(folder, 'output'), 'utf8') };
}

test('the action tells what came of the run, and ends as it did', () => {
  const { code, output } = step(
    'mkdir -p "$TIMECARD_REPORT_DIR"; cp stream "$TIMECARD_REPORT_DIR/results.ndjson"; exit 1',
  );
  expect(code).toBe(1);
  expect(output.trimEnd().split('\n')).toEqual([
    'exit-code=1',
    'verdict=nonconforming',
    'passed=2',
    'failed=1',
    'results=a folder; touch owned/results.ndjson',
  ]);
});

test('the action says nothing of results where there are none', () => {
  expect(step('exit 2')).toEqual({ code: 2, output: 'exit-code=2\n' });
});
