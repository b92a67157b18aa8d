import { editVariants } from '../../reference/variants/edits.ts';
import { editedVariants } from '../../reference/variants/edited.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(editVariants, ['create', 'confirm', 'replace']);
expectConforming(editedVariants, ['create', 'clockIn', 'breaks', 'clockOut', 'replace', 'shapes']);
