import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { exitCodes } from './exit-codes.ts';
import { isWhole } from '../test/one-in.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-'));
const token = `open-sesame/${'x'.repeat(20)}+"1"`;

function scan(...paths: readonly string[]) {
  return command(['scan', ...paths], { folder, environment: { TIMECARD_TOKEN: token } });
}

beforeAll(() => {
  mkdirSync(join(folder, 'tree', 'inner'), { recursive: true });
  mkdirSync(join(folder, 'tree', 'node_modules'));
  mkdirSync(join(folder, 'nothing'));
  writeFileSync(join(folder, 'clean.json'), '{"id":"TCK_cc09588d-d9d2-4fa0-85dc-2aa5ef983972"}\n');
  writeFileSync(join(folder, 'tree', 'a.txt'), 'first line\r\nmail mia.brandt@firm.de twice mia.brandt@firm.de\n');
  writeFileSync(join(folder, 'tree', 'inner', 'b.txt'), Buffer.from(`the token ${token}`).toString('base64'));
  writeFileSync(join(folder, 'tree', 'node_modules', 'c.txt'), 'mia@firm.de');
  symlinkSync(join(folder, 'tree'), join(folder, 'tree', 'circle'));
  writeFileSync(join(folder, 'empty.json'), '');
  writeFileSync(join(folder, 'packed.gz'), gzipSync('mia@firm.de'));
  writeFileSync(join(folder, 'latin.txt'), Buffer.from('Jörg', 'latin1'));
  writeFileSync(join(folder, 'many.txt'), Array.from({ length: 70 }, (_, n) => `user${n}@firm.de\n`).join(''));
  writeFileSync(join(folder, 'again.txt'), 'mia@firm.de\nmia@firm.de\n- mia@firm.de\n');
  // One line of nine megabytes, with something where it is cut into pieces.
  const filling = '{"a":1},'.repeat(500_000);
  writeFileSync(join(folder, 'huge.json'), `[${filling}{"mail":"mia@firm.de"},${filling}{}]`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('scan', () => {
  test('is content with a file that holds nothing', async () => {
    const { exitCode, stdout } = await scan('clean.json', 'empty.json');
    expect(stdout).toBe('Searched 2 files: nothing looks secret or personal.\n');
    expect(exitCode).toBe(exitCodes.conforming);
  });

  test('says where something is, and no more of it than its beginning', async () => {
    const { exitCode, stdout } = await scan('clean.json', join('tree', 'a.txt'));
    expect(stdout).toBe(
      `${join('tree', 'a.txt')}:2:6  mail address or user principal name: mi… (18 characters)\n` +
        'Searched 2 files: nothing looks like a credential; 1 place looks personal, in 1 file.\n',
    );
    expect(exitCode).toBe(exitCodes.nonconforming);
  });

  test('goes through folders, and looks for the tokens of the environment in every form', async () => {
    const { exitCode, stdout } = await scan('tree');
    expect(stdout).toContain(
      `${join('tree', 'inner', 'b.txt')}:1  token, key or password: op… (${token.length} characters, encoded)\n`,
    );
    expect(stdout).toMatch(/1 place looks like a credential, in 1 of 2 files; 1 place looks personal, in 1 file\.\n$/);
    expect(stdout).not.toContain(token);
    expect(exitCode).toBe(exitCodes.nonconforming);
  });

  test('lists fifty places of a file and counts the rest', async () => {
    const { stdout } = await scan('many.txt');
    expect(stdout.split('\n')).toHaveLength(53);
    expect(stdout).toContain('many.txt: and 20 more places\n');
    expect(stdout).toMatch(/; 70 places look personal, in 1 file\.\n$/);
  });

  test('lists what is personal once, and counts it wherever it stands', async () => {
    const { stdout } = await scan('again.txt');
    expect(stdout).toBe(
      'again.txt:1:1  mail address or user principal name: mi… (11 characters)\n' +
        'again.txt: and 2 more places\n' +
        'Searched 1 file: nothing looks like a credential; 3 places look personal, in 1 file.\n',
    );
  });

  test('looks for credentials alone where it is told so', async () => {
    const without = await scan('--credentials', 'many.txt');
    expect(without.stdout).toBe('Searched 1 file: nothing looks like a credential.\n');
    expect(without.exitCode).toBe(exitCodes.conforming);
    const { exitCode, stdout } = await scan('--credentials', 'tree');
    expect(stdout).toMatch(
      /^\S+b\.txt:1 {2}token, key or password: op… .*\n1 place looks like a credential, in 1 of 2 files\.\n$/,
    );
    expect(exitCode).toBe(exitCodes.nonconforming);
  });

  test.runIf(isWhole)('reads a line of any length', async () => {
    const { stdout } = await scan('huge.json');
    expect(stdout).toMatch(/^huge\.json:1:\d+ {2}mail address/);
  });
});

describe('what cannot be searched is named, and the exit code says so', () => {
  test.each([
    [['missing.json'], /missing\.json cannot be read: there is no such file\.\n$/],
    [['nothing'], /nothing holds no files; name what to search\.\n$/],
    [['packed.gz', 'many.txt'], /packed\.gz cannot be read: it is not text; unpack it first if it is compressed\.\n$/],
    [['latin.txt'], /latin\.txt cannot be read: it is not text in UTF-8/],
    [[], /missing required argument 'files'\n$/],
    [['--everything', 'clean.json'], /unknown option '--everything'\n$/],
  ])('%j', async (paths, sentence) => {
    const { exitCode, stderr } = await scan(...paths);
    expect(stderr).toMatch(sentence);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(exitCode).toBe(exitCodes.usage);
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission (skipped for root)', async () => {
    const file = join(folder, 'locked.txt');
    writeFileSync(file, 'x');
    chmodSync(file, 0o000);
    expect((await scan('locked.txt')).stderr).toContain('locked.txt cannot be read: permission denied.');
  });
});
