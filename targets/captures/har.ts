import type { Capture, CapturedExchange } from './capture.ts';
import { readEach } from './entry-reader.ts';
import { readHarEntry } from './har-entry.ts';

/** Reads the entries of a HAR file, one by one: one that is malformed costs no other. */
export function readHar(entries: readonly unknown[]): Capture {
  const { exchanges, faults } = readEach(entries, readHarEntry);
  return { format: 'har', entries: entries.length, exchanges: withTicks(exchanges), faults };
}

/** Some tools write more digits than their clock has. */
export function withTicks(exchanges: readonly CapturedExchange[]): readonly CapturedExchange[] {
  const common =
    [1000, 100, 10].find((tick) => exchanges.every(({ exchange }) => exchange.startedAt % tick === 0)) ?? 1;
  return common === 1 ? exchanges : exchanges.map((one) => ({ ...one, tick: Math.max(common, one.tick ?? 1) }));
}
