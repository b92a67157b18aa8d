import { callerVariants } from '../../reference/variants/callers.ts';
import { refusalVariants } from '../../reference/variants/refusals.ts';
import { rightsVariants } from '../../reference/variants/rights.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming(
  [...refusalVariants, ...rightsVariants, ...callerVariants],
  ['protocol', 'reading', 'clockIn', 'confirm', 'isolation'],
);
