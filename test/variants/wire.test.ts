import { wireVariants } from '../../reference/variants/wire.ts';
import { expectConforming } from './expect-conforming.ts';

// What shows in every answer shows in these suites; combined.test.ts has it judged by all.
expectConforming(wireVariants, ['shapes', 'reading']);
