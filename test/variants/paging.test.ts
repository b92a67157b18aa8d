import { pagingVariants } from '../../reference/variants/paging.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(pagingVariants, ['reading', 'isolation']);
