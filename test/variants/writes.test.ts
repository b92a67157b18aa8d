import { writeVariants } from '../../reference/variants/writes.ts';
import { editedVariants } from '../../reference/variants/edited.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(writeVariants, ['create', 'confirm', 'replace']);
expectConforming(editedVariants, ['create', 'clockIn', 'breaks', 'clockOut', 'replace', 'shapes']);
