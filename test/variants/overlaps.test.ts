import { overlapVariants } from '../../reference/variants/overlaps.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(overlapVariants, ['races']);
