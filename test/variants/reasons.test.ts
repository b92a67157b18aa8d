import { lockVariants } from '../../reference/variants/locks.ts';
import { roleVariants } from '../../reference/variants/roles.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { expectConforming } from './expect-conforming.ts';

const needsOpenCard = ({ id }: Variant): boolean => id === 'no-create-while-clocked-in';

expectConforming(
  [...lockVariants.filter((one) => !needsOpenCard(one)), ...roleVariants],
  ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'create'],
);
// Only lists of many cards have one that is open while others are created.
expectConforming(lockVariants.filter(needsOpenCard), ['create', 'reading']);
