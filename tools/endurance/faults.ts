import { allRows } from './fault-rows.ts';
import type { Outcome } from './outcome.ts';
import { tryRow } from './try-row.ts';

/** Every row of the table of faults: an exit code and one sentence, never 1 and never a stack. */
export async function tryFaults(): Promise<Outcome> {
  const faults: string[] = [];
  for (const row of allRows) faults.push(...(await tryRow(row)).map((fault) => `${row.fault}, ${row.words}: ${fault}`));
  return {
    title: `${allRows.length} faults of disk, folder, terminal, server, token, input and of our own`,
    lines: [],
    faults,
  };
}
