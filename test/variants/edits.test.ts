import { editVariants } from '../../reference/variants/edits.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(editVariants, ['create', 'confirm', 'replace']);
