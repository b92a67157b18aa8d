import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { requirements } from '../specs/requirements/index.ts';
import { CommandError } from './command-error.ts';
import { requirementsCommand } from './requirements.ts';

let printed: string;
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

async function run(...args: readonly string[]): Promise<string> {
  printed = '';
  await requirementsCommand()
    .exitOverride()
    .parseAsync(['--no-color', ...args], { from: 'user' });
  return printed;
}

async function refusal(...args: readonly string[]): Promise<CommandError> {
  const error: unknown = await run(...args).catch((thrown: unknown) => thrown);
  if (error instanceof CommandError) return error;
  throw new Error('It was not refused.');
}

async function listed(
  ...args: readonly string[]
): Promise<readonly { id: string; level: string; versions: string[] }[]> {
  return JSON.parse(await run('--json', ...args)) as { id: string; level: string; versions: string[] }[];
}

describe('requirements', () => {
  it('lists all of them', async () => {
    expect(await run()).toContain(`${requirements.length} requirements`);
  });

  it('explains one, in any case', async () => {
    expect(await run('tc-clockin-001')).toMatch(
      /^TC-CLOCKIN-001 {2}MUST {2}v1\.0 beta\nclockIn answers 201 Created\.\n/,
    );
  });

  it('explains one whatever the flags narrow', async () => {
    expect(await run('TC-CLOCKIN-001', '--level', 'MAY')).toContain('clockIn answers 201 Created.');
  });

  it('lists those that fit a glob', async () => {
    expect((await listed('TC-CLOCKIN-*')).every(({ id }) => id.startsWith('TC-CLOCKIN-'))).toBe(true);
  });

  it('narrows by version and level', async () => {
    const rows = await listed('--api-version', 'beta', '--level', 'MAY');
    expect(rows.map(({ id }) => id)).toEqual(['TC-AUTH-006']);
    expect((await listed('--api-version', 'beta')).every(({ versions }) => versions.includes('beta'))).toBe(true);
  });

  it('prints everything as JSON', async () => {
    expect(await listed()).toEqual(JSON.parse(JSON.stringify(requirements)));
  });

  it.each([
    ['an unknown id', ['TC-CLOCKIN-01'], /no requirement "TC-CLOCKIN-01"; the nearest is TC-CLOCKIN-001/],
    ['a glob that nothing fits', ['TC-LUNCH-*'], /No requirement matches "TC-LUNCH-\*"/],
    ['flags that leave nothing', ['TC-GET-*', '--level', 'MAY'], /leave out --level or --api-version/],
  ] as const)('refuses %s in one sentence', async (_, args, sentence) => {
    const error = await refusal(...args);
    expect(error.message).toMatch(sentence);
    expect(error.message).not.toContain('\n');
    expect(error.exitCode).toBe(2);
    expect(printed).toBe('');
  });

  it('refuses a level that there is not', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await expect(run('--level', 'WILL')).rejects.toThrow('Allowed choices are MUST, SHOULD, MAY, OBSERVE');
  });
});
