import { clothesVariants } from '../../reference/variants/clothes.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(clothesVariants);
