import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Implementation } from './page.ts';
import type { Adjudications, ImplementationRecord, ServerSheet } from './record-shape.ts';

/** Both programs run from the root of the package, as npm does it. */
export const folder = join('docs', 'implementations');
export const pagePath = join('docs', 'implementations.md');

export function readServers(): Readonly<Record<string, ServerSheet>> {
  return JSON.parse(readFileSync(join(folder, 'servers.json'), 'utf8')) as Record<string, ServerSheet>;
}

export function readAdjudications(): Adjudications {
  return JSON.parse(readFileSync(join(folder, 'adjudication.json'), 'utf8')) as Adjudications;
}

/** Every server of the sheet with its record, in the order of the sheet. */
export function readImplementations(): readonly Implementation[] {
  return Object.entries(readServers()).map(([name, sheet]) => ({ name, sheet, record: readRecord(name) }));
}

function readRecord(name: string): ImplementationRecord {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as ImplementationRecord;
}
