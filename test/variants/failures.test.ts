import { latenessVariants } from '../../reference/variants/lateness.ts';
import { failureVariants } from '../../reference/variants/failures.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming([...latenessVariants, ...failureVariants]);
