import { strictVariants } from '../../reference/variants/strictness.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(strictVariants, ['create', 'clockIn', 'replace']);
