import { execFile } from 'node:child_process';

/** Bytes of memory that the processes of a group hold together; undefined where this system does not tell. */
export function groupMemory(group: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile('ps', ['-A', '-o', 'pgid=,rss='], { maxBuffer: 4_000_000 }, (error, stdout) => {
      if (error) return resolve(undefined);
      const sizes = stdout
        .split('\n')
        .map((line) => line.trim().split(/\s+/).map(Number))
        .filter(([owner]) => owner === group);
      resolve(sizes.reduce((sum, [, kilobytes = 0]) => sum + kilobytes * 1024, 0));
    });
  });
}
