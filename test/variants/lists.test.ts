import { listVariants } from '../../reference/variants/lists.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(listVariants, ['reading', 'isolation']);
