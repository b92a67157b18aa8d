// One process of the kill matrix: measures what it is told to, one after the other.
import { fault } from '../../faults/index.ts';
import { variant } from '../../reference/variants/index.ts';
import { measureDefect } from './measure-defect.ts';
import { measureVariant } from './measure-variant.ts';
import type { Measured, Task } from './pool.ts';

async function perform({ kind, id, begin }: Task): Promise<Measured> {
  switch (kind) {
    case 'defect': {
      const one = fault(id);
      if (one === undefined) throw new Error(`there is no defect ${id}`);
      return { kind, ...(await measureDefect(one, begin)) };
    }
    case 'variant': {
      const one = variant(id);
      if (one === undefined) throw new Error(`there is no variant ${id}`);
      return { kind, measured: await measureVariant(one, begin) };
    }
  }
}

process.on('message', (task: Task) => {
  void perform(task).then((measured) => process.send?.(measured));
});
