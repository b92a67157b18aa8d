import { replaceVariants } from '../../reference/variants/edits.ts';
import { editedVariants } from '../../reference/variants/edited.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(replaceVariants, ['create', 'confirm', 'replace']);
expectConforming(editedVariants, ['create', 'clockIn', 'breaks', 'clockOut', 'replace', 'shapes']);
