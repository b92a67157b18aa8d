import { presentCard } from '../../reference/presentation.ts';
import { Refusal } from '../../reference/refusal.ts';
import type { TimeCard, TimeCardEvent } from '../../reference/time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { knowing } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { showing, storing } from '../seams.ts';
import { changedIn, eachObject, isBeta } from './outside-seams.ts';

/** What only beta says: older names, capitals and confirmForUser. */
export const betaDefectsOfOutsiders: readonly Defect[] = [
  ...defects('beta', [
    {
      id: 'older-name-wins-within-breaks',
      title: 'in beta, where an event of a break is sent with both names of the flag, the deprecated one wins',
      imitates: 'a precedence rule that was written for the events of the card and forgotten for nested ones',
      breaches:
        'beta timecard-clockin.md, Permissions, newer beta state: "both always have the same value; isAtApprovedLocation takes precedence"',
      caughtBy: ['TC-CREATE-033'],
      version: 'beta',
      alike: 'shows only where both names are sent',
      hooks: knowing(['create', 'replace'], (body, { received }) => {
        const { breaks } = body;
        if (!isBeta(received) || breaks === undefined) return body;
        const older = eachObject(breaks, (one) =>
          typeof one['atApprovedLocation'] === 'boolean'
            ? { ...one, isAtApprovedLocation: one['atApprovedLocation'] }
            : one,
        );
        return { ...body, breaks: older };
      }),
    },
    {
      id: 'beta-older-name-beats-false-in-clock-out-event',
      title:
        'in the clockOutEvent of a beta create or replace, isAtApprovedLocation false gives way to atApprovedLocation true',
      imitates: 'isAtApprovedLocation || atApprovedLocation, where ?? was meant',
      breaches: 'beta timecard-clockin.md, Permissions, newer beta state: "isAtApprovedLocation takes precedence"',
      caughtBy: ['TC-CREATE-017'],
      version: 'beta',
      alike: 'shows only where both names are sent',
      hooks: knowing(['create', 'replace'], (body, { received }) => {
        const out: Json = body['clockOutEvent'] ?? null;
        if (!isBeta(received) || !isJsonObject(out)) return body;
        const wrong = out['isAtApprovedLocation'] === false && out['atApprovedLocation'] === true;
        return wrong ? { ...body, clockOutEvent: { ...out, isAtApprovedLocation: true } } : body;
      }),
    },
    {
      id: 'beta-original-older-name-from-live-event',
      title:
        'in beta, atApprovedLocation in originalEntry shows what the edited event says, and isAtApprovedLocation what the original said',
      imitates: 'a compatibility mapper that fills the deprecated member of both entries from the live one',
      breaches: 'beta timecard-clockin.md, Permissions, newer beta state: "both always have the same value"',
      caughtBy: ['TC-SHAPE-015'],
      version: 'beta',
      alike: 'shows only in originalEntry of edited cards',
      hooks: showing(
        (card, { version }) => {
          if (version !== 'beta') return card;
          const fromLive = (entry: JsonObject, name: string): JsonObject =>
            changedIn(entry, name, (event) => {
              const live = card[name];
              const flag = isJsonObject(live) ? live['atApprovedLocation'] : undefined;
              return typeof flag === 'boolean' ? { ...event, atApprovedLocation: flag } : event;
            });
          return changedIn(card, 'originalEntry', (entry) =>
            fromLive(fromLive(entry, 'clockInEvent'), 'clockOutEvent'),
          );
        },
        ['get', 'list', 'confirmForUser'],
      ),
    },
    {
      id: 'beta-older-name-outlives-edit-of-flag',
      title:
        'after a replace that changes isAtApprovedLocation of an event and not its time, atApprovedLocation still shows the old value',
      imitates: 'a deprecated property in a column that is written with a punch and with no edit of one',
      breaches: 'beta timecard-clockin.md, Permissions, newer beta state: "both always have the same value"',
      caughtBy: ['TC-SHAPE-015'],
      version: 'beta',
      alike: 'shows only where the flag is edited and the time is not',
      hooks: () => {
        const names = ['clockInEvent', 'clockOutEvent'] as const;
        const older = new Map<string, Pick<TimeCardEvent, 'dateTime' | 'isAtApprovedLocation'>>();
        return {
          store: ({ after }) => {
            if (after === undefined) return after;
            for (const name of names) {
              const [key, event] = [`${after.id} ${name}`, after[name]];
              if (event === null) older.delete(key);
              else if (older.get(key)?.dateTime !== event.dateTime) older.set(key, event);
            }
            return after;
          },
          ...showing((card, { version }) => {
            if (version !== 'beta') return card;
            return names.reduce((shown, name) => {
              const kept = older.get(`${String(card['id'])} ${name}`);
              const atApprovedLocation = kept?.isAtApprovedLocation ?? null;
              return kept ? changedIn(shown, name, (event) => ({ ...event, atApprovedLocation })) : shown;
            }, card);
          }),
        };
      },
    },
    {
      id: 'confirmed-by-in-capitals-refused-on-edit',
      title: 'a replace in beta that sends "confirmedBy": "None", as the example does, is refused with 400',
      imitates: 'enum members that are compared in the new spelling only',
      breaches:
        'beta timecard-replace.md, example: "confirmedBy": "None" in the request, and "Response": "204 No Content"',
      caughtBy: ['TC-REPLACE-032'],
      version: 'beta',
      alike: 'shows only where None is sent',
      hooks: knowing(['replace'], (body, { received }) => {
        const sent = body['confirmedBy'];
        if (isBeta(received) && typeof sent === 'string' && sent !== sent.toLowerCase())
          throw new Refusal('BadRequest', `Requested value '${sent}' was not found.`);
        return body;
      }),
    },
    {
      id: 'confirm-for-user-answers-card-from-before',
      title: 'confirmForUser of a card that somebody has confirmed already answers the card as it was before',
      imitates: 'a second-level cache that a card enters with its first confirmation and that an update does not clear',
      breaches:
        'beta timecard-confirmforuser.md, Response and Example: "200 OK and a timeCard object" with confirmedBy user',
      caughtBy: ['TC-CONFIRM-016', 'TC-CONFIRM-024'],
      version: 'beta',
      alike: 'shows only where somebody has confirmed before',
      hooks: () => {
        let last: TimeCard | undefined;
        return {
          ...storing('confirmForUser', (after, before) => {
            last = before;
            return after;
          }),
          ...showing(
            (card) => (last !== undefined && last.confirmedBy !== 'none' ? presentCard(last, 'beta') : card),
            'confirmForUser',
          ),
        };
      },
    },
  ]),
];
