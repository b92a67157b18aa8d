import { showing } from '../seams.ts';
import { isJsonObject, type Json, type JsonObject } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { eachObject } from './inventor-2-tools.ts';

function changedIn(card: JsonObject, name: string, change: (entry: JsonObject) => JsonObject): JsonObject {
  const entry = card[name];
  return isJsonObject(entry) ? { ...card, [name]: change(entry) } : card;
}

function breaksOf(entry: JsonObject): readonly Json[] {
  return Array.isArray(entry['breaks']) ? (entry['breaks'] as readonly Json[]) : [];
}

export const inventor2Shape: readonly InventedDefect[] = [
  {
    id: 'both-confirmations-read-3',
    title: 'A card that its user and a manager have confirmed shows confirmedBy as the number 3.',
    imitates: 'A .NET enum without [Flags]: a value that is no member is written as its number.',
    breaches:
      'csdl-timecard-v1.0.xml, EnumType confirmedBy IsFlags="true"; pages/beta/timecard-get.md, Example: "confirmedBy": "user,manager"; dossier.md h, TC-SHAPE-002: "confirmedBy parses as a comma-separated set of none, user, manager."',
    level: 'MUST',
    kind: 'shape',
    hooks: showing(
      (card) => (card['confirmedBy'] === 'user,manager' ? { ...card, confirmedBy: 3 } : card),
      ['get', 'list', 'confirmForUser'],
    ),
  },
  {
    id: 'v1-original-breaks-carry-older-name',
    title: 'In v1.0, the breaks in originalEntry of a card whose breaks were edited carry atApprovedLocation.',
    imitates: 'An archive of entries kept as the JSON of beta and passed through as it stands.',
    breaches:
      'csdl-timecard-v1.0.xml, ComplexType timeCardEvent (dateTime, isAtApprovedLocation, notes); dossier.md h, TC-SHAPE-003: "In v1.0 every event uses the name isAtApprovedLocation (boolean or null), never atApprovedLocation."',
    level: 'MUST',
    kind: 'shape',
    hooks: showing((card, { version }) =>
      version === 'v1.0'
        ? changedIn(card, 'originalEntry', (entry) => {
            const first = breaksOf(entry);
            if (JSON.stringify(first) === JSON.stringify(breaksOf(card))) return entry;
            const older = first.map((one) =>
              eachObject(one, ({ isAtApprovedLocation, ...event }) =>
                isAtApprovedLocation === undefined ? event : { ...event, atApprovedLocation: isAtApprovedLocation },
              ),
            );
            return { ...entry, breaks: older };
          })
        : card,
    ),
  },
  {
    id: 'beta-original-older-name-from-live-event',
    title:
      'In beta, atApprovedLocation in originalEntry shows what the edited event says, and isAtApprovedLocation what the original said.',
    imitates: 'A compatibility mapper that fills the deprecated member of both entries from the live one.',
    breaches:
      'pages/beta/timecard-clockin.md, Permissions, newer beta state: "both always have the same value"; dossier.md h, TC-CLOCKIN-029: "atApprovedLocation and isAtApprovedLocation hold the same value"',
    level: 'MUST',
    kind: 'shape',
    version: 'beta',
    hooks: showing(
      (card, { version }) => {
        if (version !== 'beta') return card;
        const fromLive = (entry: JsonObject, name: string): JsonObject =>
          changedIn(entry, name, (event) => {
            const live = card[name];
            const flag = isJsonObject(live) ? live['atApprovedLocation'] : undefined;
            return typeof flag === 'boolean' ? { ...event, atApprovedLocation: flag } : event;
          });
        return changedIn(card, 'originalEntry', (entry) => fromLive(fromLive(entry, 'clockInEvent'), 'clockOutEvent'));
      },
      ['get', 'list', 'confirmForUser'],
    ),
  },
  {
    id: 'list-shows-open-break-with-hollow-end',
    title:
      'In a list, a second or later break that is still open shows an end whose dateTime is null, instead of a null end.',
    imitates: 'A LEFT JOIN mapped to an object of nulls; the first row of each card is built by other code.',
    breaches:
      'csdl-timecard-v1.0.xml, timeCardEvent: Property Name="dateTime" Nullable="false"; dossier.md h, TC-SHAPE-004: "A non-null event has a non-null dateTime." and TC-BREAK-003: "end null"',
    level: 'MUST',
    kind: 'shape',
    hooks: showing((card) => {
      const hollow = { dateTime: null, isAtApprovedLocation: null, notes: null };
      const breaks = breaksOf(card).map((one, index) =>
        index > 0 && isJsonObject(one) && one['end'] === null ? { ...one, end: hollow } : one,
      );
      return { ...card, breaks };
    }, 'list'),
  },
];
