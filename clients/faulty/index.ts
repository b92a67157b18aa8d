import type { ClientDefect } from './client-defect.ts';
import { clientErrorDefects } from './errors.ts';
import { listDefects } from './lists.ts';
import { clientReadingDefects } from './reading.ts';
import { repeatDefects } from './repeats.ts';
import { requestDefects } from './requests.ts';
import { writingDefects } from './writing.ts';

export { clientVariants } from './variants.ts';

/** Every named defect of the reference client. */
export const clientDefects: readonly ClientDefect[] = [
  ...requestDefects,
  ...listDefects,
  ...repeatDefects,
  ...clientErrorDefects,
  ...clientReadingDefects,
  ...writingDefects,
];
