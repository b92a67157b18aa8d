// npm run client-kill-matrix: measures every defect and every variant of the reference client, prints what is not as it should
// be, and writes docs/client-kill-matrix.md, and a scene of each defect, which the checks are tried on.
import { writeFileSync } from 'node:fs';
import { clientDefects, clientVariants } from '../../clients/faulty/index.ts';
import { clientContents, clientMeasurementPath, clientPagePath, violatingScenesPath } from './files.ts';
import {
  measureDefect,
  measureVariant,
  seeds,
  type MeasuredClientDefect,
  type MeasuredClientVariant,
} from './measure.ts';
import { clientPage } from './page.ts';
import { violatingScene } from './violating-scenes.ts';

const defects: MeasuredClientDefect[] = [];
for (const defect of clientDefects) {
  const measured = await measureDefect(defect);
  if (measured.declaredIn.length < seeds.length)
    process.stdout.write(
      `${defect.id}: caught with ${measured.declaredIn.join(', ') || 'no seed'}; by ${measured.caughtBy.join(', ')}\n`,
    );
  defects.push(measured);
}
const variants: MeasuredClientVariant[] = [];
for (const variant of clientVariants) {
  const measured = await measureVariant(variant);
  for (const accusation of measured.accusations) process.stdout.write(`${variant.id}: accused, ${accusation}\n`);
  variants.push(measured);
}
const scenes: string[] = [];
for (const defect of clientDefects) scenes.push(await violatingScene(defect));
writeFileSync(violatingScenesPath, `${scenes.join('\n')}\n`);
const measurement = { defects, variants };
writeFileSync(clientMeasurementPath, `${JSON.stringify(measurement, undefined, 1)}\n`);
writeFileSync(clientPagePath, clientPage(clientContents(measurement)));
process.stdout.write(`${defects.length} defects and ${variants.length} variants measured\n`);
