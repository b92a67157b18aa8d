import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsOf, type FaultRow } from './fault-rows.ts';
import { environmentOf, mainPath, runProcess, type Ended } from './process.ts';

/** What is wrong with how a command ended, each as a sentence; nothing where it ended as it must. */
export async function tryRow(row: FaultRow): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fault-'));
  const served = await row.serve?.();
  try {
    await row.prepare?.(folder, served);
    const words = row.words.replaceAll('$url', served?.url ?? '').split(' ');
    const options = optionsOf(row, folder, served);
    const ended =
      row.redirect === undefined
        ? await runProcess(words, options)
        : inShell(words, row.redirect, folder, environmentOf(options));
    return [...faultsOf(row, ended), ...[row.after?.(folder) ?? []].flat()];
  } finally {
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function inShell(
  words: readonly string[],
  redirect: string,
  folder: string,
  env: Readonly<Record<string, string>>,
): Pick<Ended, 'code' | 'stdout' | 'stderr'> {
  const line = `"${process.execPath}" "${mainPath}" ${words.join(' ')} ${redirect}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...env },
  });
  return { code: status, stdout, stderr };
}

function faultsOf(
  { code, says, lines: most = 1 }: FaultRow,
  ended: Pick<Ended, 'code' | 'stdout' | 'stderr'>,
): readonly string[] {
  const { stdout, stderr } = ended;
  const said = stderr.trim();
  const isStack = /\n\s+at \S+/.test(stdout + stderr);
  // commander adds a second line where it knows what may have been meant.
  const lines = said === '' ? 0 : said.split('\n').length;
  return [
    ...(ended.code === code ? [] : [`ended with ${ended.code} and not with ${code}: ${said}`]),
    ...(says.test(said) ? [] : [`said ${JSON.stringify(said)}`]),
    ...(isStack ? [`shows a stack: ${said}`] : []),
    ...(lines > most ? [`said ${lines} lines: ${said}`] : []),
  ];
}
