import type { RequirementRow } from '../requirement.ts';
import { authRows } from './auth.ts';
import { breakRows } from './break.ts';
import { clientRows } from './client.ts';
import { clockInRows } from './clockin.ts';
import { clockOutRows } from './clockout.ts';
import { confirmRows } from './confirm.ts';
import { createRows } from './create.ts';
import { deleteRows } from './delete.ts';
import { genRows } from './gen.ts';
import { getRows } from './get.ts';
import { isolationRows } from './isolation.ts';
import { listRows } from './list.ts';
import { notesRows } from './notes.ts';
import { raceRows } from './race.ts';
import { replaceRows } from './replace.ts';
import { shapeRows } from './shape.ts';

const rows = [
  ...genRows,
  ...authRows,
  ...shapeRows,
  ...notesRows,
  ...createRows,
  ...clockInRows,
  ...clockOutRows,
  ...breakRows,
  ...confirmRows,
  ...getRows,
  ...listRows,
  ...replaceRows,
  ...deleteRows,
  ...raceRows,
  ...isolationRows,
  ...clientRows,
] as const;

/** The id of every requirement; an unknown id does not compile. */
export type RequirementId = (typeof rows)[number]['id'];

export interface Requirement extends Required<
  Omit<RequirementRow, 'id' | 'derivation' | 'untestable' | 'shownOnlyBy'>
> {
  readonly id: RequirementId;
  readonly derivation?: string;
  readonly untestable?: string;
  readonly shownOnlyBy?: RequirementRow['shownOnlyBy'];
}

const usual = { contradictions: [], binds: 'server', needs: [], shows: 'effect' } as const;

/** Every requirement, by group and ascending within it. */
export const requirements: readonly Requirement[] = rows.map((row) => ({ ...usual, ...row }));

const byId = new Map(requirements.map((row) => [row.id, row]));

/** The requirement of that id. */
export function requirement(id: RequirementId): Requirement {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`No requirement has the id ${id}.`);
  return found;
}
