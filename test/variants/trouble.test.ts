import { latenessVariants } from '../../reference/variants/lateness.ts';
import { troubleVariants } from '../../reference/variants/trouble.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming([...latenessVariants, ...troubleVariants]);
