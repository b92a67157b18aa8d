import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { CommandError } from './command-error.ts';
import { readConfigurationFile } from './config-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

const usual = 'timecard-conformance.config';
describe('reads', () => {
  test.each([
    ['my.json', '{"seed":7}'],
    ['of-windows.json', '\uFEFF{"seed":7}'],
    ['with-schema.json', '{"$schema":"./configuration.schema.json","seed":7}'],
    ['my.mjs', 'export default { seed: 7 };'],
  ])('%s, if it is named', async (name, text) => {
    write(name, text);
    expect(await readConfigurationFile(name, folder)).toEqual({ path: name, values: { seed: 7 } });
    expect((await readConfigurationFile(join(folder, name), '.')).values).toEqual({ seed: 7 });
  });

  test.each([
    [`${usual}.json`, '{"seed":7}'],
    [`${usual}.mjs`, 'export default { seed: 7 };'],
  ])('%s, without being told', async (name, text) => {
    write(name, text);
    expect(await readConfigurationFile(undefined, folder)).toEqual({ path: name, values: { seed: 7 } });
  });

  test('the module where there is JSON as well', async () => {
    write(`${usual}.json`, '{"seed":1}');
    write(`${usual}.mjs`, 'export default { seed: 2 };');
    expect((await readConfigurationFile(undefined, folder)).values).toEqual({ seed: 2 });
  });

  test('nothing where there is nothing', async () => {
    expect((await readConfigurationFile(undefined, folder)).values).toEqual({});
  });
});

describe('refuses in one sentence', () => {
  test.each<[name: string, text: string | undefined, says: RegExp]>([
    ['absent.json', undefined, /absent\.json does not exist; check --config\.$/],
    ['broken.json', '{"seed":', /broken\.json cannot be read: .+/],
    ['empty.json', '', /empty\.json cannot be read/],
    ['list.json', '[]', /list\.json does not hold an object/],
    ['null.json', 'null', /null\.json does not hold an object/],
    ['text.json', '"seed"', /text\.json does not hold an object/],
    [
      'unknown.json',
      '{"sede":7}',
      /unknown\.json has the unknown key sede; did you mean 'seed'\? Known keys: baseUrl, /,
    ],
    ['token.json', '{"token":"x"}', /token\.json has the unknown key token; tokens come from the environment only/],
    [
      'config.json',
      '{"config":"x"}',
      /config\.json names another configuration file \(config\); only --config and TIMECARD_CONFIG can\.$/,
    ],
    ['inherited.json', '{"toString":7}', /has the unknown key toString/],
    ['no-default.mjs', 'export const seed = 7;', /no-default\.mjs does not hold an object; export one/],
    ['function.mjs', 'export default () => ({});', /function\.mjs does not hold an object/],
    ['throwing.mjs', 'throw new Error("no disk\\nat line 1");', /throwing\.mjs cannot be read: no disk$/],
    ['throwing-text.mjs', 'throw "no disk";', /throwing-text\.mjs cannot be read: no disk$/],
    ['broken.mjs', 'export default {', /broken\.mjs cannot be read: .+/],
  ])('%s', async (name, text, says) => {
    if (text !== undefined) write(name, text);
    const error: unknown = await readConfigurationFile(name, folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CommandError);
    expect((error as CommandError).message).toMatch(says);
    expect((error as CommandError).message).not.toContain('\n');
  });
});

/** In a process of its own: here vitest would take the types away. From 22.18 on Node does so by itself. */
test('TypeScript is read where this Node.js can, and refused with what to do about it where not', async () => {
  write('my.ts', "const suite: string = 'no such suite';\nexport default { suite };");
  const { exitCode, stderr } = await command(['run', '--config', 'my.ts', '--dry-run'], { folder });
  const { typescript } = process.features as { readonly typescript?: unknown };
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(
    typeof typescript === 'string'
      ? /suite in my\.ts is "no such suite"/
      : /This Node\.js \(v[\d.]+\) cannot read my\.ts, which is TypeScript; use Node 22\.18 or later, or write it as \.mjs\./,
  );
});
