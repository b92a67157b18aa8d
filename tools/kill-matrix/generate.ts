// npm run kill-matrix [-- --only TEXT[,TEXT]] [--write] [--begin TIME] [--processes N] [--page]: measures every defect and every
// variant, prints the table, and writes docs/kill-matrix.md. With --only it measures those whose id holds one of the texts, or whose
// class is one, with --begin as if it were then (ISO 8601); both say what differs from what was measured last, and write nothing,
// but --only with --write, which leaves the others as they are. With --page it writes the page anew from what was measured last.
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { faults } from '../../faults/index.ts';
import { variants } from '../../reference/variants/index.ts';
import { contentsOf, measurementPath, pagePath, readMeasurement } from './files.ts';
import type { Timed } from './measure-defect.ts';
import { usualBegin } from '../../test/virtual-clock.ts';
import { differences, type MeasuredVariant, type Measurement } from './measured.ts';
import { page } from './page.ts';
import { performAll, type Task } from './pool.ts';
import { ProgressBar } from './progress-bar.ts';
import { tableOf } from './table.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    begin: { type: 'string' },
    write: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    processes: { type: 'string', default: String(availableParallelism()) },
  },
});
const only = values.only?.split(',');
const begin = values.begin === undefined ? usualBegin : Date.parse(values.begin);

if (values.page) {
  writeFileSync(pagePath, page(contentsOf(readMeasurement())));
} else if (Number.isNaN(begin)) {
  process.stderr.write(`--begin is ${values.begin}; give a time such as 2028-02-29T23:59:30Z.\n`);
  process.exitCode = 2;
} else if (values.write && (only === undefined || values.begin !== undefined)) {
  process.stderr.write('--write goes with --only, and not with --begin; a whole measurement is written without it.\n');
  process.exitCode = 2;
} else await measure();

async function measure(): Promise<void> {
  const chosen = ({ id, ...rest }: { readonly id: string; readonly class?: string }): boolean =>
    only === undefined || only.some((text) => id.includes(text) || rest.class === text);

  const tasks: readonly Task[] = [
    ...faults.filter(chosen).map(({ id }) => ({ kind: 'defect', id, begin }) as const),
    ...variants.filter(chosen).map(({ id }) => ({ kind: 'variant', id, begin }) as const),
  ];
  const timed = new Map<string, Timed>();
  const measuredVariants = new Map<string, MeasuredVariant>();
  const progress = new ProgressBar(tasks.length);
  await performAll(tasks, Number(values.processes), (one) => {
    if (one.kind === 'cases') return;
    if (one.kind === 'defect') timed.set(one.measured.id, one);
    else measuredVariants.set(one.measured.id, one.measured);
    progress.step(one.measured.id);
  });
  progress.clear();

  const measurement = {
    defects: faults.flatMap(({ id }) => timed.get(id)?.measured ?? []),
    variants: variants.flatMap(({ id }) => measuredVariants.get(id) ?? []),
  };
  process.stdout.write(tableOf(faults, timed, measurement.variants));
  if (only === undefined && begin === usualBegin) return write(measurement);
  const last = readMeasurement();
  process.stdout.write(differences(last, measurement).concat('').join('\n'));
  if (!values.write) return;
  /** One of them, as it was measured now, or else before. */
  const latest = <T extends { readonly id: string }>(
    id: string,
    now: readonly T[],
    before: readonly T[],
  ): readonly T[] => [...now, ...before].filter((one) => one.id === id).slice(0, 1);
  write({
    defects: faults.flatMap(({ id }) => latest(id, measurement.defects, last.defects)),
    variants: variants.flatMap(({ id }) => latest(id, measurement.variants, last.variants)),
  });
}

function write(measurement: Measurement): void {
  writeFileSync(measurementPath, `${JSON.stringify(measurement, undefined, 1)}\n`);
  writeFileSync(pagePath, page(contentsOf(measurement)));
}
