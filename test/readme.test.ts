import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { descriptionOf, flagOf, settings, variableOf, type SettingName } from '../cli/settings.ts';
import { fault } from '../faults/index.ts';
import { startReferenceServer } from '../reference/server.ts';
import { exitCodes } from '../results/exit-code.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { command } from './command.ts';
import { isWhole } from './one-in.ts';
import { sideRooms, line } from './rooms.ts';
import { root } from './source-tree.ts';

const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');
const readme = textOf('README.md');
const settingsPage = textOf('docs/settings.md');
const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md'].concat(
  readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`),
);

/** The rows of the table under a heading row, without the padding of its cells. */
function table(text: string, heading: string): readonly string[] {
  const rows = text.slice(text.indexOf(heading)).split('\n\n', 1)[0]?.split('\n') ?? [];
  return rows.slice(2).map((row) => row.replaceAll(/ +\| +/g, ' | ').replaceAll(/ +\|$/g, ' |'));
}

/** The links of a page to pages of this package: the path from the root, and the heading, if they name one. */
function linksOf(page: string): readonly { readonly path: string; readonly heading?: string }[] {
  return [...textOf(page).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?/g)].map(([, link = '', heading]) => ({
    path: link === '' ? page : posix.join(posix.dirname(page), link),
    ...(heading === undefined ? {} : { heading }),
  }));
}

/** What a link can lead to within a page, by GitHub's rule, and what stands there as HTML. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = textOf(page);
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...headings, ...[...text.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id = '']) => id)]);
}

describe('README', () => {
  test('is short', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(200);
  });

  test('leads to every page in docs/', () => {
    const linked = linksOf('README.md').map(({ path }) => path);
    const own = pages.filter((page) => /^docs\/[^/]+$/.test(page));
    expect(own.filter((page) => !linked.includes(page))).toEqual([]);
  });

  test('names the two commands that the scripts of the package have', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    expect(readme).toMatch(/^npm ci && npm start /m);
    expect(readme).toMatch(/^npm cit /m);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
    expect(textOf('.ci/run')).toContain(' npm cit\n');
  });

  // The run waits whether the state is shown later: a quarter of a minute.
  test.runIf(isWhole)('shows the finding as a run tells it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'readme-'));
    const defect = fault('clock-out-state-unchanged');
    if (defect === undefined) throw new Error('There is no such defect.');
    const server = await startReferenceServer({ fault: defect });
    try {
      const words = ['run', '--base-url', server.url, '--seed', '7', '--max-requests', '250'];
      const environment = { TIMECARD_TOKEN: server.tokens.caller };
      const { stdout } = await command([...words, '--requirement', 'TC-CLOCKOUT-003'], { folder, environment });
      const withoutCounts = (text: string): string => text.replaceAll(/\d+ of \d+/g, 'n of n');
      const shown = /^✗ TC-CLOCKOUT-003[^]*?(?=\n```)/m.exec(readme)?.[0] ?? '';
      expect(shown.split('\n').length).toBeGreaterThan(10);
      expect(withoutCounts(stdout)).toContain(withoutCounts(shown));
    } finally {
      await server.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('lists the settings as they are', () => {
    const rows = Object.entries(settings).map(([name, setting]) => {
      const takes = 'takes' in setting ? ` <${setting.takes}>` : '';
      return `| \`${flagOf(name)}${takes}\` | ${descriptionOf(name as SettingName).replaceAll('*', String.raw`\*`)} |`;
    });
    expect(table(settingsPage, '| flag ').slice(0, -1)).toEqual(rows);
  });

  test('names the variable of a flag as it is', () => {
    const told = [...settingsPage.matchAll(/`--([a-z-]+)`: `(TIMECARD_[A-Z_]+)`/g)];
    expect(told.length).toBeGreaterThan(0);
    for (const [, flag = '', variable] of told)
      expect(variable).toBe(variableOf(flag.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())));
  });

  test('lists the rooms of the code in the order that the architecture test demands', () => {
    const rows = [...line, ...sideRooms].map(({ name, purpose }) => `| \`${name}/\` | ${purpose} |`);
    expect(table(readme, '| folder  ')).toEqual(rows);
  });

  test('names every exit code that there is', () => {
    const told = table(settingsPage, '| code ').map((row) => Number(/\d+/.exec(row)?.[0]));
    const all = Object.values<number>(exitCodes).toSorted((left, right) => left - right);
    expect(told).toEqual(all);
  });

  test('names every variable with a token', () => {
    const told = table(settingsPage, '| variable ').map((row) => /TIMECARD_\w+/.exec(row)?.[0]);
    expect(told).toEqual(Object.values(tokenVariables));
  });

  test('and the table of CONTRIBUTING name only places that there are', () => {
    const rows = [...table(textOf('CONTRIBUTING.md'), '| you change '), ...table(readme, '| folder  ')].join('\n');
    const named = [...rows.matchAll(/`([\w.-]+\/[\w./-]*)`/g)].map(([, path = '']) => path);
    const written = named.filter((path) => !/[A-Z]{4}/.test(path));
    expect(written.length).toBeGreaterThan(30);
    const inRooms = (path: string): boolean =>
      existsSync(join(root, path)) || line.some(({ name }) => existsSync(join(root, name, path)));
    expect(written.filter((path) => !inRooms(path))).toEqual([]);
  });

  test.each(pages)('%s links only to what is there', (page) => {
    const dead = linksOf(page).filter(
      ({ path, heading }) =>
        !existsSync(join(root, path)) ||
        (heading !== undefined && path.endsWith('.md') && !anchorsOf(path).has(heading)),
    );
    expect(dead).toEqual([]);
  });

  test('names only commands and flags that there are, and so do the pages in docs/', async () => {
    const named = new Map<string, Set<string>>();
    for (const [, name = '', words = ''] of pages
      .map(textOf)
      .join('\n')
      .matchAll(/(?<=npx timecard-conformance )([a-z]+)\b([^\n`#|;]*)/g))
      for (const [flag] of words.replace(/ -- .*/, '').matchAll(/(?<= )--[a-z-]+/g))
        named.set(name, (named.get(name) ?? new Set()).add(flag));
    expect(named.get('run')).toContain('--base-url');
    const unknown = await Promise.all(
      [...named].map(async ([name, flags]) => {
        const { stdout } = await command([name, '--help']);
        return [...flags].filter((flag) => !stdout.includes(flag)).map((flag) => `${name} ${flag}`);
      }),
    );
    expect(unknown.flat()).toEqual([]);
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
