import { latenessVariants } from '../../reference/variants/lateness.ts';
import { failureVariants } from '../../reference/variants/trouble.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming([...latenessVariants, ...failureVariants]);
