import { describe, expect, test } from 'vitest';
import { printed, spokenText } from './printed.ts';

const hostile =
  'a ##vso[task.setvariable variable=PATH]x ##[error]y ##teamcity[buildStatus text=] ::set-env name=x::y # [a]\n';

describe('what a server wrote is no command of a CI', () => {
  test('of GitHub, which leaves all of it alone', () => {
    expect(printed(hostile, { GITHUB_ACTIONS: 'true' })).toMatch(
      /^::stop-commands::(timecard-[-\da-f]{36})\na ##vso\[[^]*\n::\1::\n$/,
    );
  });

  test.each([{ TF_BUILD: 'True' }, { TEAMCITY_VERSION: '2026.1' }])('where %j is set', (environment) => {
    const text = printed(hostile, environment);
    expect(text).not.toMatch(/##\w*\[/);
    expect(text).toContain(String.raw`#\u0023vso[task.setvariable variable=PATH]x #\u0023[error]y #\u0023teamcity[`);
    expect(text).toContain('# [a]\n');
  });

  test('and elsewhere it stays as it is', () => {
    expect(printed(hostile, {})).toBe(hostile);
    expect(printed('', { GITHUB_ACTIONS: 'true' })).toBe('');
    expect(spokenText('github', hostile)).toBe(hostile);
  });
});
