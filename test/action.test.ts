import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { settings, variableOf, type SettingName } from '../cli/settings.ts';
import { fault } from '../faults/index.ts';
import { startReferenceServer } from '../reference/server.ts';
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
    'report-dir=a folder; touch owned',
  ]);
});

test('the action says nothing of results where there are none', () => {
  expect(step('exit 2')).toEqual({ code: 2, output: 'exit-code=2\n' });
});

/** What a runner does with the one step: the defaults of the inputs, those that are given, and its own variables. */
function environmentOf(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [inputs = '', rest = ''] = action.split(/^outputs:$/m);
  const defaults = new Map(
    [...inputs.matchAll(/^ {2}([a-z-]+):\n((?: {4}.*\n)*)/gm)].map(([, name = '', body = '']) => [
      name,
      (/^ {4}default: (.*)$/m.exec(body)?.[1] ?? '').replace(/^''$/, ''),
    ]),
  );
  const variables = [...rest.matchAll(/^ {8}([A-Z_]+): \$\{\{ inputs\.([a-z-]+) \}\}$/gm)];
  return Object.fromEntries(
    variables.map(([, variable = '', input = '']) => [variable, given[input] ?? defaults.get(input) ?? '']),
  );
}

describe('on a runner', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner '));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Runs the action as it is written, with the compiled command in the place of the published one. */
  async function run(inputs: Readonly<Record<string, string>>, token: string) {
    const [output, summary] = [join(folder, 'output'), join(folder, 'summary')];
    for (const file of [output, summary]) writeFileSync(file, '');
    const main = join(root, 'dist/cli/main.js');
    const child = spawn('bash', ['-c', 'bash "$GITHUB_ACTION_PATH/action/run.sh"'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        CI: 'true',
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: root,
        GITHUB_OUTPUT: output,
        GITHUB_STEP_SUMMARY: summary,
        TIMECARD_TOKEN: token,
        ...environmentOf({ command: `${process.execPath} ${main}`, 'max-requests': '120', seed: '7', ...inputs }),
      },
    });
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
    const code = await new Promise((resolve) => child.once('close', resolve));
    return { code, log, output: readFileSync(output, 'utf8'), summary: readFileSync(summary, 'utf8') };
  }

  test('a server with a defect is annotated, summarised, told in the outputs, and fails the step', async () => {
    const defect = fault('clock-in-200');
    const server = await startReferenceServer(defect === undefined ? {} : { fault: defect });
    try {
      const { code, log, output, summary } = await run(
        { 'base-url': server.url, effort: 'quick' },
        server.tokens.caller,
      );
      expect(code).toBe(1);
      expect(log).toMatch(/^::error title=TC-CLOCKIN-001/m);
      // The terminal report stands where nothing is a command.
      expect(log).toMatch(/^::stop-commands::timecard-[^]*✗ TC-CLOCKIN-001[^]*^::timecard-/m);
      expect(summary).toContain('# timeCard conformance: nonconforming');
      expect(summary).toContain('TC-CLOCKIN-001');
      expect(summary).toContain('quick');
      expect(output).toMatch(
        /^exit-code=1\nverdict=nonconforming\npassed=\d+\nfailed=[1-9]\d*\nresults=conformance-report\/results\.ndjson\nreport-dir=conformance-report\n$/,
      );
      for (const file of ['results.json', 'junit.xml', 'report.html'])
        expect(existsSync(join(folder, 'conformance-report', file))).toBe(true);
      expect(log + output + summary).not.toContain(server.tokens.caller);
    } finally {
      await server.close();
    }
  });

  test('nothing that can be reached is one sentence, and no verdict', async () => {
    const { code, log, output } = await run({ 'base-url': 'http://127.0.0.1:9' }, 'any-text');
    expect(code).toBe(3);
    expect(log).toMatch(/127\.0\.0\.1:9/);
    expect(output).toMatch(/^exit-code=3\nverdict=inconclusive\n/);
  });
});
