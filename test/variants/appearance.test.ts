import { lookVariants } from '../../reference/variants/looks.ts';
import { valueVariants } from '../../reference/variants/values.ts';
import { expectConforming } from './expect-conforming.ts';

// What shows in every card shows in these suites; combined.test.ts has it judged by all.
expectConforming([...lookVariants, ...valueVariants], ['shapes', 'confirm']);
