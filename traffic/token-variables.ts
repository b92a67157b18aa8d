import type { Actor } from './actor.ts';

/** The environment variable that supplies the token of each actor; `nobody` has none. Tokens come from nowhere else. */
export const tokenVariables = {
  caller: 'TIMECARD_TOKEN',
  secondUser: 'TIMECARD_SECOND_USER_TOKEN',
  application: 'TIMECARD_APP_TOKEN',
  readOnly: 'TIMECARD_READ_ONLY_TOKEN',
  noScope: 'TIMECARD_NO_SCOPE_TOKEN',
} as const satisfies Partial<Record<Actor, string>>;
