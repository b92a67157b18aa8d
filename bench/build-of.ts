import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the build that this program belongs to. */
export const thisBuild = fileURLToPath(new URL('../..', import.meta.url));

/** A build of this project in a folder of its own, with what it depended on then. */
export interface Build {
  readonly folder: string;
  readonly commit: string;
  remove(): void;
}

/** @param revision anything that git understands as a commit of this repository */
export function buildOf(revision: string): Build {
  const folder = mkdtempSync(join(tmpdir(), 'bench-build-'));
  const quietly = { encoding: 'utf8' } as const;
  const git = (...words: readonly string[]): string => execFileSync('git', ['-C', folder, ...words], quietly).trim();
  execFileSync('git', ['clone', '--quiet', '--shared', '--no-checkout', thisBuild, folder], quietly);
  git('checkout', '--quiet', '--detach', revisionIn(revision));
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--silent'], { ...quietly, cwd: folder });
  execFileSync('npm', ['run', '--silent', 'build'], { ...quietly, cwd: folder });
  return {
    folder,
    commit: git('rev-parse', '--short', 'HEAD'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A branch or a tag of this repository is unknown to a clone of it; its commit is not. */
function revisionIn(revision: string): string {
  return execFileSync('git', ['-C', thisBuild, 'rev-parse', '--verify', `${revision}^{commit}`], {
    encoding: 'utf8',
  }).trim();
}
