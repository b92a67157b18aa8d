// One process of the kill matrix: measures what it is told to, one after the other.
import { fault } from '../../faults/index.ts';
import { variant } from '../../reference/variants/index.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { casesOfHonestRun, casesOfVariant, casesThatShow } from '../case-order/showing-cases.ts';
import { measureDefect } from './measure-defect.ts';
import { measureVariant } from './measure-variant.ts';
import type { Measured, Task } from './pool.ts';

async function perform({ kind, id, begin }: Task): Promise<Measured> {
  switch (kind) {
    case 'defect':
      return { kind, ...(await measureDefect(known(fault(id), id), begin)) };
    case 'variant':
      return { kind, measured: await measureVariant(known(variant(id), id), begin) };
    case 'cases of a defect':
      return { kind: 'cases', server: { kind: 'defect', id }, cases: await casesThatShow(known(fault(id), id)) };
    case 'cases of a variant':
      return { kind: 'cases', server: { kind: 'variant', id }, cases: await casesOfVariant(known(variant(id), id)) };
    case 'cases of the honest server': {
      const version = apiVersions.find((one) => one === id);
      const apiVersion = known(version, id);
      return { kind: 'cases', server: { kind: 'honest', apiVersion }, cases: await casesOfHonestRun(apiVersion) };
    }
  }
}

function known<T>(one: T | undefined, id: string): T {
  if (one === undefined) throw new Error(`there is no ${id}`);
  return one;
}

process.on('message', (task: Task) => {
  void perform(task).then((measured) => process.send?.(measured));
});
