import { stepVariants } from '../../reference/variants/steps.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(stepVariants, ['clockOut', 'breaks']);
