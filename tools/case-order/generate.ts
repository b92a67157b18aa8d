// npm run case-order [-- --reorder]: runs every defect and every variant whole, notes what each case shows, and writes engine/cases/case-order.ts;
// with --reorder it writes that from what was measured last.
import { availableParallelism } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { movableCases } from '../../engine/plan.ts';
import { faults } from '../../faults/index.ts';
import { performAll, type Task } from '../kill-matrix/pool.ts';
import { ProgressBar } from '../kill-matrix/progress-bar.ts';
import { variants } from '../../reference/variants/index.ts';
import { secondUser } from '../../reference/identities.ts';
import { defaultTeamId, defaultUserId } from '../../specs/defaults.ts';
import { actors, capabilities } from '../../traffic/actor.ts';
import { usualBegin } from '../../test/virtual-clock.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { readMeasuredOrder, writeMeasuredOrder } from './files.ts';
import { caseOrderOf } from './order.ts';
import { caseOrderPath, textOf } from './text.ts';
import { combined, decisive, type ShownCases } from './combined.ts';
import { sharesOf } from './shares.ts';

const { values } = parseArgs({ options: { reorder: { type: 'boolean', default: false } } });
const people = { teamId: defaultTeamId, callerId: defaultUserId, onBehalfOfUserId: secondUser.id };
const everything = { people, actors: new Set(actors), capabilities: new Set(capabilities), numRuns: 1 };
const movable = new Set(
  apiVersions.flatMap((apiVersion) => movableCases({ apiVersion, ...everything }).map(({ name }) => name)),
);

if (!values.reorder) await measure();
writeFileSync(caseOrderPath, textOf(caseOrderOf(readMeasuredOrder().cases)));

async function measure(): Promise<void> {
  // What shows by chance has no place in an order.
  const defects = faults.filter(({ class: name }) => name !== 'races');
  const tasks: readonly Task[] = [
    ...apiVersions.map((id) => ({ kind: 'cases of the honest server', id, begin: usualBegin }) as const),
    ...variants.map(({ id }) => ({ kind: 'cases of a variant', id, begin: usualBegin }) as const),
    ...defects.map(({ id }) => ({ kind: 'cases of a defect', id, begin: usualBegin }) as const),
  ];
  const shown: ShownCases[] = [];
  const progress = new ProgressBar(tasks.length);
  await performAll(tasks, availableParallelism(), (one) => {
    if (one.kind !== 'cases') return;
    shown.push(one);
    progress.step('id' in one.server ? one.server.id : one.server.apiVersion);
  });
  progress.clear();
  const cases = combined(shown).filter(({ name }) => movable.has(name));
  writeMeasuredOrder({ shares: sharesOf(cases), cases: decisive(cases) });
}
