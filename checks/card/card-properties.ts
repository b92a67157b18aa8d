/** The documented properties by which two representations of one card are compared. Source: timeCard resource, v1.0. */
export const comparedProperties = [
  '/id',
  '/userId',
  '/state',
  '/confirmedBy',
  '/clockInEvent',
  '/clockOutEvent',
  '/breaks',
  '/notes',
  '/originalEntry',
  '/createdDateTime',
  '/lastModifiedDateTime',
  '/createdBy/user/id',
  '/lastModifiedBy/user/id',
] as const;

/** The members of timeCardState that a service sends without opt-in. Source: CSDL v1.0, EnumType timeCardState. */
export const documentedStates = ['clockedIn', 'onBreak', 'clockedOut'] as const;
