import type { EntryFault } from '../../specs/capture-summary.ts';
import type { Capture, CapturedExchange } from './capture.ts';
import { readHarEntry } from './har-entry.ts';

/** Reads the entries of a HAR file, one by one: one that is malformed costs no other. */
export function readHar(entries: readonly unknown[]): Capture {
  const { exchanges, faults } = readEach(entries, readHarEntry);
  return { format: 'har', entries: entries.length, exchanges: withTicks(exchanges), faults };
}

/** Some tools write more digits than their clock has. */
function withTicks(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const common =
    [1000, 100, 10].find((tick) => exchanges.every(({ exchange }) => exchange.startedAt % tick === 0)) ?? 1;
  return common === 1 ? exchanges : exchanges.map((one) => ({ ...one, tick: Math.max(common, one.tick ?? 1) }));
}

/** What was read, and what could not be. */
export function readEach(
  values: readonly unknown[],
  read: (value: unknown, entry: number) => CapturedExchange | string,
): Pick<Capture, 'exchanges' | 'faults'> {
  const exchanges: CapturedExchange[] = [];
  const faults: EntryFault[] = [];
  for (const [index, value] of values.entries()) {
    const found = read(value, index + 1);
    if (typeof found === 'string') faults.push({ entry: index + 1, fault: found });
    else exchanges.push(found);
  }
  return { exchanges, faults };
}
