import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, type Library } from './catalogue.ts';

export interface Installed {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Why a library could not be installed, for a sentence. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}

/** Installs a library in its folder. Throws NotInstalled where a tool is missing or a registry does not answer in time. */
export async function install(library: Library, patience: number): Promise<Installed> {
  const began = performance.now();
  const folder = join(root, 'clients', library.folder);
  for (const command of library.install) await performIn(folder, command, patience);
  return { seconds: Math.round((performance.now() - began) / 1000), megabytes: sizeOf(library, folder) };
}

function performIn(folder: string, [program = '', ...words]: readonly string[], patience: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', (error) => reject(new NotInstalled(`${program} cannot be run (${error.message})`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve();
      else if (signal !== null) reject(new NotInstalled(`${program} took longer than ${patience / 1000} s`));
      else
        reject(new NotInstalled(`${program} failed: ${said.trim().split('\n').slice(-3).join(' | ').slice(0, 300)}`));
    });
  });
}

function sizeOf({ installed }: Library, folder: string): number {
  const paths = installed.map((one) => join(folder, one)).filter((path) => existsSync(path));
  if (paths.length === 0) return 0;
  const { stdout } = spawnSync('du', ['-skc', ...paths], { encoding: 'utf8' });
  return Math.round(Number(/(\d+)\s+total/.exec(stdout)?.[1] ?? 0) / 1000);
}
