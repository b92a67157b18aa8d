import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MeasuredCase } from './measured-case.ts';
import type { Share } from './shares.ts';

const path = join('tools', 'case-order', 'measured.json');

export interface MeasuredOrder {
  readonly shares: readonly Share[];
  readonly cases: readonly MeasuredCase[];
}

export function readMeasuredOrder(): MeasuredOrder {
  return JSON.parse(readFileSync(path, 'utf8')) as MeasuredOrder;
}

/** A line for each case, so that a change can be read. */
export function writeMeasuredOrder({ shares, cases }: MeasuredOrder): void {
  const lines = (rows: readonly object[]): string => rows.map((row) => JSON.stringify(row)).join(',\n');
  writeFileSync(path, `{\n"shares": [\n${lines(shares)}\n],\n"cases": [\n${lines(cases)}\n]\n}\n`);
}
