import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { TeamLock } from './team-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'lock-'));
const team = '871dbd5c-3a6a-4392-bfe1-042452793a50';

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a team is for one run at a time, in whatever case its id is written', () => {
  const first = TeamLock.take([folder], team);
  expect(first).toBeInstanceOf(TeamLock);
  expect(TeamLock.take([folder], team.toUpperCase())).toMatchObject({ id: process.pid });
  if (first instanceof TeamLock) first.release();
  expect(TeamLock.take([folder], team)).toBeInstanceOf(TeamLock);
});

test('lies in the next folder where the first cannot be written, and is refused where none can', () => {
  writeFileSync(join(folder, 'file'), '');
  const inTheWay = join(folder, 'file', 'state');
  const next = join(folder, 'next');
  expect(TeamLock.take([inTheWay, next], team)).toBeInstanceOf(TeamLock);
  expect(readdirSync(next)).toHaveLength(1);
  expect(() => TeamLock.take([inTheWay], team)).toThrow(
    /^The lock of the team in .*state cannot be written \(.*\); make room, or set XDG_STATE_HOME to a folder that can/,
  );
});

test('what a process that is gone, or was cut off, has left holds nobody up', () => {
  const other = mkdtempSync(join(folder, 'other-'));
  const lock = TeamLock.take([other], team);
  expect(lock).toBeInstanceOf(TeamLock);
  const [file = ''] = readdirSync(other);
  writeFileSync(join(other, file), '{"id":');
  expect(TeamLock.take([other], team)).toBeInstanceOf(TeamLock);
});
