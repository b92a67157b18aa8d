import type { Scope } from '../check.ts';
import { leavesRestToService } from '../card/documented-card.ts';
import { returned, type Returned } from './called.ts';

const everyCreate = returned('create');

/** Every created card whose creator left to the service what the service sets; whether it would be ignored is left open. */
export const created: Scope<Returned> = {
  subjects(entry, trace, context) {
    return leavesRestToService(entry.sent ?? {}) ? everyCreate.subjects(entry, trace, context) : [];
  },
};
