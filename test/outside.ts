import * as m1 from '../faults/outsiders/inventor-1-replace.ts';
import { readdirSync } from 'node:fs';
import { runAgainst } from './run-against.ts';
import { clockFrom } from '../targets/clock.ts';
void m1;
const [, , part = '0', of = '1', pattern = '.'] = process.argv;
const folder = new URL('../faults/outsiders/', import.meta.url);
const all: any[] = [];
for (const file of readdirSync(folder)) {
  if (!file.endsWith('.js') || !new RegExp(process.env['FILES'] ?? 'inventor-').test(file)) continue;
  const module = await import(new URL(file, folder).href);
  for (const value of Object.values(module)) if (Array.isArray(value)) for (const one of value as any[]) all.push({ ...one, file });
}
for (const [index, defect] of all.entries()) {
  if (index % Number(of) !== Number(part) || !new RegExp(pattern).test(defect.id)) continue;
  const fault = { id: defect.id, start: () => (typeof defect.hooks === 'function' ? defect.hooks() : defect.hooks) };
  const result: any = {};
  for (const version of defect.version === 'beta' ? ['beta'] : (['v1.0', 'beta'] as const)) {
    let first: number | undefined; const found = new AbortController(); if (result['v1.0']?.violated?.length > 0 && process.env['BOTH'] !== '1') continue;
    try {
      const run = await runAgainst(fault as any, { numRuns: 50, seed: 1, expectsLag: false, signal: found.signal }, { apiVersion: version as any, clock: clockFrom(Date.parse('2026-11-26T12:30:00Z')) }, (event: any) => { if (event.kind === 'case' && event.failing > 0) { first ??= event.requests; found.abort(); } });
      result[version] = { violated: run.violated, requests: first };
    } catch (error) { result[version] = { error: String(error) }; }
  }
  process.stdout.write(JSON.stringify({ id: defect.id, level: defect.level, kind: defect.kind, file: defect.file, ...result }) + '\n');
}
