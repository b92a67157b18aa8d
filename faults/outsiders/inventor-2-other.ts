import { showing, storing } from '../seams.ts';
import { readCard } from '../../reference/card-body.ts';
import { CardStore, type Placed } from '../../reference/card-store.ts';
import { manages } from '../../reference/permissions.ts';
import { Decisions } from '../../reference/policy.ts';
import { present } from '../../reference/presentation.ts';
import { noContent } from '../../reference/reply.ts';
import { replace } from '../../reference/time-clock.ts';
import type { TimeCard } from '../../reference/time-card.ts';
import { tokens } from '../../reference/tokens.ts';
import { isJsonObject, type Json } from '../../specs/json.ts';
import type { InventedDefect } from './entry.ts';
import { actions, isBeta, onBody } from './inventor-2-tools.ts';

/** The known token with the same claims, whoever signed it. */
function withSameClaims(authorization: string): string | undefined {
  const [, sent = ''] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
  const claims = (token: string): string => token.split('.').slice(0, 2).join('.');
  return sent.split('.').length === 3 ? Object.values(tokens).find((one) => claims(one) === claims(sent)) : undefined;
}

export const inventor2Other: readonly InventedDefect[] = [
  {
    id: 'beta-older-name-beats-false-in-clock-out-event',
    title:
      'In the clockOutEvent of a beta create or replace, isAtApprovedLocation false gives way to atApprovedLocation true.',
    imitates: 'isAtApprovedLocation || atApprovedLocation, where ?? was meant.',
    breaches:
      'pages/beta/timecard-clockin.md, Permissions, newer beta state: "isAtApprovedLocation takes precedence"; dossier.md b, timeCardEvent: "isAt... wins when they differ"; h, TC-CLOCKIN-029',
    level: 'MUST',
    kind: 'other',
    version: 'beta',
    hooks: onBody(['create', 'replace'], (body, { received }) => {
      const out: Json = body['clockOutEvent'] ?? null;
      if (!isBeta(received) || !isJsonObject(out)) return body;
      const wrong = out['isAtApprovedLocation'] === false && out['atApprovedLocation'] === true;
      return wrong ? { ...body, clockOutEvent: { ...out, isAtApprovedLocation: true } } : body;
    }),
  },
  {
    id: 'v1-older-name-beats-newer',
    title:
      'In v1.0, an action that sends atApprovedLocation beside isAtApprovedLocation is kept with the value of the former.',
    imitates: 'An alias that the binder of beta needs, registered for both versions and applied last.',
    breaches:
      'pages/v1.0/timecard-clockout.md, Request body: "isAtApprovedLocation | Boolean | Indicates whether this action happens at an approved location." (v1.0 has no other); dossier.md h, TC-CLOCKIN-011: "isAtApprovedLocation of the request is echoed"; TC-CLOCKOUT-006',
    level: 'MUST',
    kind: 'other',
    hooks: onBody(actions, (body, { received }) => {
      const { atApprovedLocation: older, isAtApprovedLocation: newer } = body;
      if (isBeta(received) || typeof older !== 'boolean' || typeof newer !== 'boolean') return body;
      return { ...body, isAtApprovedLocation: older };
    }),
  },
  {
    id: 'confirm-for-user-answers-card-from-before',
    title: 'confirmForUser of a card that somebody has confirmed already answers the card as it was before.',
    imitates: 'A second-level cache that a card enters with its first confirmation and that an update does not clear.',
    breaches:
      'pages/beta/timecard-confirmforuser.md, Response and Example: "200 OK and a timeCard object" with confirmedBy user; dossier.md h, TC-CONFIRM-008: "answers 200 with a timeCard whose confirmedBy contains user when userId is the owner"',
    level: 'MUST',
    kind: 'other',
    version: 'beta',
    hooks: () => {
      let last: TimeCard | undefined;
      return {
        ...storing('confirmForUser', (after, before) => {
          last = before;
          return after;
        }),
        ...showing(
          (card) => (last !== undefined && last.confirmedBy !== 'none' ? present(last, 'beta') : card),
          'confirmForUser',
        ),
      };
    },
  },
  {
    id: 'clock-in-inherits-confirmation',
    title: 'The card of a clockIn starts with the confirmation of the card that the user had before.',
    imitates: 'A new row copied from the last one of the user, with one column not reset.',
    breaches:
      'pages/v1.0/timecard-clockin.md, Examples 1 and 2: "confirmedBy": "none"; dossier.md h, TC-CLOCKIN-007: "The new card has confirmedBy none."',
    level: 'MUST',
    kind: 'other',
    hooks: {
      store: ({ before, after, call, cards }) => {
        if (call.operation !== 'clockIn' || after === undefined || before !== undefined) return after;
        const last = [...cards.all()].findLast(({ card }) => card.userId === after.userId && card.id !== after.id);
        return { ...after, confirmedBy: last?.card.confirmedBy ?? 'none' };
      },
    },
  },
  {
    id: 'replace-revives-deleted-card',
    title:
      'A replace under the id of a deleted card is answered 204, and the card is back; under an unknown id it is refused.',
    imitates:
      'A soft delete that UPDATE ... WHERE id = ? does not know of, and that writes deleted = false with the rest.',
    breaches:
      'pages/v1.0/schedule-delete-timecards.md, title "Delete timeCard"; dossier.md h, TC-REPLACE-006: "replace on an unknown id does not create a card: it is refused with 404." and TC-DELETE-002: "After delete, get of that id gives 404."',
    level: 'MUST',
    kind: 'other',
    hooks: () => {
      const deleted = new Map<string, { readonly placed: Placed; readonly cards: CardStore }>();
      return {
        store: ({ after, call, cards }) => {
          const placed = cards.get(call.cardId);
          if (call.operation === 'delete' && placed !== undefined && cards instanceof CardStore) {
            deleted.set(`${call.team.id} ${call.cardId}`, { placed, cards });
          }
          return after;
        },
        reply: (reply, { operation, team, cardId, principal, body, version }) => {
          if (operation !== 'replace' || reply.status !== 404 || !team || !principal || !body || !version) return reply;
          const found = deleted.get(`${team.id} ${cardId}`);
          if (found === undefined) return reply;
          const { placed, cards } = found;
          const { kind, identity } = principal;
          const decisions = new Decisions();
          const own = identity.id === placed.card.userId || manages(team, identity.id, decisions);
          if (kind === 'user' && !own) return reply;
          const user = kind === 'user' ? identity : null;
          const by = { application: kind === 'user' ? null : identity, device: null, user };
          const stamp = { by, time: Date.now(), decisions };
          const newBreakId = (): string => `BRK_${placed.card.id.slice(4)}`;
          cards.put(replace(placed, placed.card.userId, readCard(body, version), newBreakId, stamp));
          deleted.delete(`${team.id} ${cardId}`);
          return { ...noContent, headers: reply.headers };
        },
      };
    },
  },
  {
    id: 'token-with-broken-signature-reads',
    title:
      'A read with a token whose claims are right and whose signature is not is answered; writes refuse such a token with 401.',
    imitates: 'JWT.decode for the cheap paths and JWT.verify for the others.',
    breaches:
      'pages/v1.0/timecard-get.md, Request headers: "Authorization | Bearer {token}. Required."; dossier.md h, TC-GEN-002: "without an Authorization header, or with a malformed or expired token, is refused with 401" (f, Errors: "401 missing/invalid auth")',
    level: 'MUST',
    kind: 'other',
    hooks: {
      receive: (received) => {
        const known = withSameClaims(received.headers['authorization'] ?? '');
        if (received.method !== 'GET' || known === undefined) return received;
        return { ...received, headers: { ...received.headers, authorization: `Bearer ${known}` } };
      },
    },
  },
];
