import { lockVariants } from '../../reference/variants/locks.ts';
import { roleVariants } from '../../reference/variants/roles.ts';
import { expectConforming } from './expect-conforming.ts';

expectConforming([...lockVariants, ...roleVariants], ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'create']);
