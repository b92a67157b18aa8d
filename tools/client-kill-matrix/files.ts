import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientChecks } from '../../clients/checks/index.ts';
import { clientDefects, clientVariants } from '../../clients/faulty/index.ts';
import { requirement } from '../../specs/requirements/index.ts';
import type { ClientMeasurement } from './measure.ts';
import type { ClientContents } from './page.ts';

const docs = join(process.cwd(), 'docs');
export const clientMeasurementPath = join(docs, 'client-kill-matrix.json');
export const clientPagePath = join(docs, 'client-kill-matrix.md');

export const violatingScenesPath = join(process.cwd(), 'clients', 'checks', 'violating-scenes.ndjson');

export function readClientMeasurement(): ClientMeasurement {
  return JSON.parse(readFileSync(clientMeasurementPath, 'utf8')) as ClientMeasurement;
}

export function clientContents(measurement: ClientMeasurement): ClientContents {
  const binding = clientChecks
    .map(({ requirement: id }) => id)
    .filter((id) => ['MUST', 'SHOULD'].includes(requirement(id).level));
  return { defects: clientDefects, variants: clientVariants, measurement, binding };
}
