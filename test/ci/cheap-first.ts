import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Whole runs and commands: a fifth of the tests, and nine tenths of the time. */
const costly = /^(bench|cli|engine|faults|suites|test|tools)\//;

/** Begins with the tests that cost little. */
export class CheapFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- of the sequencer, not of a list
    const usual = await super.sort(files);
    const cost = ({ moduleId }: TestSpecification): number =>
      costly.test(relative(this.ctx.config.root, moduleId).replaceAll('\\', '/')) ? 1 : 0;
    return usual.toSorted((one, other) => cost(one) - cost(other));
  }
}
