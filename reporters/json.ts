import type { RunReport } from '../results/report.ts';
import { sorted } from '../results/serialise.ts';

/** The whole report as one JSON document, for programs; members always in the same order. */
export function renderJson(report: RunReport): string {
  return `${JSON.stringify(sorted(report), null, 2)}\n`;
}
