import { isJsonObject, type Json, type JsonObject } from '../traffic/json.ts';
import { defects } from './defect.ts';
import { reading, showing, without } from './seams.ts';

const current = 'isAtApprovedLocation';
const former = 'atApprovedLocation';

/** What only a run of beta can show: a location under two names, and query options without a dollar sign. */
export const betaDefects = defects('fields', [
  {
    id: 'beta-former-name-stale',
    title: 'clockIn answers with atApprovedLocation null, whatever was sent',
    imitates: 'a column that was renamed, and the old one kept for reading',
    caughtBy: ['TC-CLOCKIN-029', 'TC-SHAPE-015'],
    hooks: showing((card) => withClockIn(card, (event) => ({ ...event, [former]: null })), 'clockIn'),
  },
  {
    id: 'beta-names-differ-when-read',
    title: 'get and list show atApprovedLocation null, whatever is stored',
    imitates: 'a mapping that knows one of two names',
    caughtBy: ['TC-SHAPE-015'],
    hooks: showing((card) => withClockIn(card, (event) => ({ ...event, [former]: null })), ['get', 'list']),
  },
  {
    id: 'beta-former-name-wins',
    title: 'of two locations that differ clockIn stores atApprovedLocation',
    imitates: 'the new name as an alias that the old one overwrites',
    caughtBy: ['TC-CLOCKIN-031'],
    hooks: reading('clockIn', (body) => (Object.hasOwn(body, former) ? without(body, current) : body)),
  },
  {
    id: 'beta-former-name-unknown',
    title: 'clockOut leaves atApprovedLocation aside',
    imitates: 'a deprecated name that was removed on one route too early',
    caughtBy: ['TC-CLOCKOUT-007'],
    hooks: reading('clockOut', (body) => without(body, former)),
  },
  {
    id: 'beta-current-name-unknown',
    title: 'clockOut leaves isAtApprovedLocation aside',
    imitates: 'a route that was forgotten when the name changed',
    caughtBy: ['TC-CLOCKOUT-007'],
    alike: 'loses the name that is to stay, the other the one that is to go',
    hooks: reading('clockOut', (body) => without(body, current)),
  },
  {
    id: 'beta-location-as-text',
    title: 'atApprovedLocation is shown as text',
    imitates: 'a legacy serialiser for the legacy name',
    caughtBy: ['TC-SHAPE-014'],
    hooks: showing((card) => withClockIn(card, (event) => ({ ...event, [former]: String(event[former]) }))),
  },
  {
    id: 'beta-dollar-required',
    title: 'query options without $ are left aside',
    imitates: 'an OData library of 4.0, in which the $ belongs to the name',
    caughtBy: ['TC-GEN-026'],
    hooks: {
      receive: (received) => ({ ...received, query: received.query.replaceAll(/(^|&)(?!\$|%24)[^&]*/gi, '$1') }),
    },
  },
]);

function withClockIn(card: JsonObject, change: (event: JsonObject) => JsonObject): JsonObject {
  const event: Json | undefined = card['clockInEvent'];
  return isJsonObject(event) ? { ...card, clockInEvent: change(event) } : card;
}
