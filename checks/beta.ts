import { currentLocationWins, locationKept, sameUnderBothNames } from './approved-location.ts';
import { check, type Check } from './check.ts';
import { across } from './scopes/across.ts';
import { returned } from './scopes/called.ts';

/** What only beta promises: a location under two names. What confirmForUser promises stands with confirm. */
export const betaChecks: readonly Check[] = [
  check('TC-CLOCKIN-029', returned('clockIn'), ({ card }) => sameUnderBothNames(card, '/clockInEvent')),
  check('TC-CLOCKIN-031', returned('clockIn'), ({ card, sent }) => currentLocationWins(sent, card, '/clockInEvent')),
  check('TC-CLOCKOUT-007', across('clockOut'), ({ after, sent }, context) =>
    locationKept(sent, after, '/clockOutEvent', context),
  ),
];
