import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from './source-tree.ts';

/** npm is a script on Windows, which only a shell starts. */
const shell = process.platform === 'win32';

async function run(program: string, words: readonly string[], folder: string): Promise<string> {
  return (await runWith(program, words, folder)).stdout;
}

async function runWith(
  program: string,
  words: readonly string[],
  folder: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const environment = Object.entries(process.env).filter(([name]) => !/^(TIMECARD_|VITEST|NODE_ENV|npm_)/.test(name));
  return promisify(execFile)(program, words, {
    cwd: folder,
    shell,
    env: Object.fromEntries(environment),
    maxBuffer: 10_000_000,
  });
}

const filesIn = (place: string): readonly string[] => readdirSync(place, { recursive: true }).map(String).toSorted();

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly files: readonly { readonly path: string }[];
}

let folder: string;
let packed: Packed;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'an empty project '));
  // The build is there: `npm test` made it.
  const here = shell ? `"${root}"` : root;
  const listing = await run('npm', ['pack', '--json', '--ignore-scripts', here], folder);
  const [only] = JSON.parse(listing) as readonly Packed[];
  if (only === undefined) throw new Error(`npm pack said ${listing}`);
  packed = only;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, maxRetries: 3 }));

test('the package holds what it needs, and no tests, sources or leftovers', () => {
  const paths = packed.files.map(({ path }) => path);
  const documented =
    /^(package\.json|README\.md|LICENSE|(CHANGELOG|CONTRIBUTING|SECURITY)\.md|docs\/[\w/-]+\.md|docs\/surviving-mutants\.json|(results\/(results|diff|baseline|lock)|cli\/configuration|targets\/recording\/recording|clients\/protocol\/protocol|clients\/transcripts\/transcript)\.schema\.json|clients\/python-standard-library\/driver\.py|schemas\/generated\/(v1\.0|beta)\/\w+\.schema\.json|specs\/openapi\/timecard-(v1\.0|beta)(-openapi-3\.0\.3)?\.json)$/;
  const compiled = /^dist\/.+\.(js|d\.ts|json)$/;
  expect(paths.filter((path) => !documented.test(path) && !compiled.test(path))).toEqual([]);
  expect(paths.filter((path) => /\.test\.|^dist\/(test|bench|node_modules)\/|derivation/.test(path))).toEqual([]);
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/cli/main.js',
      'dist/index.js',
      'dist/index.d.ts',
      'results/results.schema.json',
      'specs/openapi/timecard-v1.0-openapi-3.0.3.json',
    ]),
  );
  expect(packed.size).toBeLessThan(1_500_000);
});

test('what the documents in the package link to is in it, but for sources', () => {
  const paths = packed.files.map(({ path }) => path);
  const pages = paths.filter((path) => path.endsWith('.md'));
  expect(pages).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/documents.md']));
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map(([, link = '']) => join(dirname(page), link).replaceAll('\\', '/'))
      .filter(
        (link) =>
          !/\.(?:ts|java|py|go|sh)$/.test(link) && !paths.some((path) => path === link || path.startsWith(`${link}/`)),
      )
      .map((link) => `${page}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('installed elsewhere, it runs from a folder with a space in its name, and can be imported', async () => {
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel', 'warn'];
  const { stderr } = await runWith('npm', [...words, `./${packed.filename}`], folder);
  // npm warns of scripts that it would have to run; there are none.
  expect(stderr).not.toContain('graph-timecard-conformance');
  const installed = filesIn(join(folder, 'node_modules', 'graph-timecard-conformance'));
  const work = join(folder, 'a folder');
  mkdirSync(work);
  const printed = await run(
    'npx',
    ['timecard-conformance', 'run', '--reference', '--seed', '1', '--num-runs', '5'],
    work,
  );
  expect(printed).toMatch(/^conforming/m);
  expect(readdirSync(join(work, 'conformance-report')).toSorted()).toEqual([
    'junit.xml',
    'results.json',
    'results.ndjson',
  ]);
  expect(filesIn(join(folder, 'node_modules', 'graph-timecard-conformance'))).toEqual(installed);
  const script = `import { defineConfig, judge, requirements } from 'graph-timecard-conformance';
    console.log(typeof judge, defineConfig({ seed: 1 }).seed, requirements.length > 100);`;
  writeFileSync(join(folder, 'use.mjs'), script);
  expect(await run('node', ['use.mjs'], folder)).toBe('function 1 true\n');
}, 180_000);

test.skipIf(process.platform === 'win32')(
  'what was built can be run by npx, which makes it executable only once for a folder',
  () => {
    expect(statSync(join(root, 'dist/cli/main.js')).mode & 0o111).toBe(0o111);
  },
);
