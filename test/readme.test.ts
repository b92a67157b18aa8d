import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { descriptionOf, flagOf, settings, variableOf, type SettingName } from '../cli/settings.ts';
import { exitCodes } from '../results/exit-code.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { command } from './command.ts';
import { beside, line } from './rooms.ts';
import { root } from './source-tree.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The rows of the table under a heading row, without the padding of its cells. */
function table(text: string, heading: string): readonly string[] {
  const rows = text.slice(text.indexOf(heading)).split('\n\n', 1)[0]?.split('\n') ?? [];
  return rows.slice(2).map((row) => row.replaceAll(/ +\| +/g, ' | ').replaceAll(/ +\|$/g, ' |'));
}

describe('README', () => {
  test('lists the settings as they are', () => {
    const rows = Object.entries(settings).map(([name, setting]) => {
      const takes = 'takes' in setting ? ` <${setting.takes}>` : '';
      return `| \`${flagOf(name)}${takes}\` | ${descriptionOf(name as SettingName).replaceAll('*', String.raw`\*`)} |`;
    });
    expect(table(readme, '| flag ').slice(0, -1)).toEqual(rows);
  });

  test('names the variable of a flag as it is', () => {
    const told = [...readme.matchAll(/`--([a-z-]+)`: `(TIMECARD_[A-Z_]+)`/g)];
    expect(told.length).toBeGreaterThan(0);
    for (const [, flag = '', variable] of told)
      expect(variable).toBe(variableOf(flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())));
  });

  test('lists the rooms of the code in the order that the architecture test demands', () => {
    const rows = [...line, ...beside].map(({ name, purpose }) => `| \`${name}/\` | ${purpose} |`);
    expect(table(readme, '| folder  ')).toEqual(rows);
  });

  test('names every exit code that there is', () => {
    const told = table(readme, '| code ').map((row) => Number(/\d+/.exec(row)?.[0]));
    const all = Object.values<number>(exitCodes).toSorted((left, right) => left - right);
    expect(told).toEqual(all);
  });

  test('names every variable with a token', () => {
    const told = table(readme, '| variable ').map((row) => /TIMECARD_\w+/.exec(row)?.[0]);
    expect(told).toEqual(Object.values(tokenVariables));
  });

  test.each(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'])(
    '%s links only to what is there',
    (name) => {
      const text = readFileSync(join(root, name), 'utf8');
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
      expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
    },
  );

  test('names only flags that there are', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    try {
      const help = (await command(['run', '--help'], { folder })).stdout + (await command(['serve', '--help'])).stdout;
      const flags = [...readme.matchAll(/(?<=timecard-conformance (?:run|serve)[^\n`]*)--[a-z-]+/g)].map(
        ([flag]) => flag,
      );
      expect(flags).toContain('--base-url');
      expect(flags.filter((flag) => !help.includes(flag))).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('its first example ends as it says', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    try {
      const { exitCode, stdout } = await command(['run', '--reference', '--seed', '1', '--num-runs', '5'], { folder });
      expect(stdout).toMatch(/^conforming/m);
      expect(exitCode).toBe(0);
      const dry = await command(['run', '--dry-run', '--seed', '1'], { folder });
      expect(dry.stdout).toMatch(/Nothing was sent\.$/m);
      expect((await command(['requirements', 'TC-CLOCKOUT-003'])).stdout).toContain('Clock out to end a timeCard.');
      expect((await command(['serve', '--list'])).stdout).toContain('clock-out-state-unchanged');
      expect((await command(['report', join(folder, 'conformance-report', 'results.ndjson')])).exitCode).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
