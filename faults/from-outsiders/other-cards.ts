import { CardStore } from '../../reference/card-store.ts';
import type { Reply } from '../../reference/reply.ts';
import { rawOf } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { underAnyTeam } from '../isolation.ts';
import { withoutBody, withStatus } from '../seams.ts';
import { answersAfter, Leftover } from './leftover.ts';

/** Requests that reach another card than theirs. */
export const otherCardDefectsOfOutsiders: readonly Defect[] = [
  ...defects('isolation', [
    {
      id: 'deleting-a-double-deletes-both',
      title: 'a delete of a closed card takes another one of the same user and clock-in time with it',
      imitates: 'DELETE … WHERE user_id = ? AND clock_in = ?',
      breaches: 'schedule-delete-timecards.md, HTTP request: one card',
      caughtBy: ['TC-ISOLATION-004'],
      alike: 'shows only where two cards begin at the same time',
      hooks: {
        store: ({ before, after, call, cards }) => {
          if (call.operation !== 'delete' || before?.state !== 'clockedOut' || !(cards instanceof CardStore))
            return after;
          const time = before.clockInEvent?.dateTime;
          for (const { card } of cards.all())
            if (card.id !== before.id && card.userId === before.userId && card.clockInEvent?.dateTime === time)
              cards.delete(card.id);
          return after;
        },
      },
    },
    {
      id: 'replace-follows-the-id-in-the-body',
      title: 'a replace whose body has the id of another card overwrites that one',
      imitates: 'an entity that is bound from the body and saved by its own key',
      breaches: 'timecard-replace.md, HTTP request: "PUT /teams/{teamsId}/schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-ISOLATION-001', 'TC-REPLACE-002'],
      alike: 'shows only where the body has the id of another card',
      hooks: {
        store: ({ before, after, call, cards }) => {
          const id = call.body['id'];
          if (call.operation !== 'replace' || before === undefined || after === undefined) return after;
          if (typeof id !== 'string' || id === before.id || !(cards instanceof CardStore)) return after;
          const other = cards.get(id);
          if (other === undefined) return after;
          cards.put({ ...other, card: { ...after, id } });
          return before;
        },
      },
    },
    {
      id: 'get-under-any-team',
      title: 'get finds a card under the path of any team',
      imitates: 'a look-up by card alone, with the team of the path left unused',
      breaches:
        'CSDL, schedule: <NavigationProperty Name="timeCards" ... ContainsTarget="true" />; timecard-get.md, HTTP request: "GET /teams/{teamsId}/schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-GET-004'],
      alike: 'shows only in reads under another team',
      hooks: underAnyTeam((method) => method === 'GET'),
    },
  ]),
  ...defects('persistence', [
    {
      id: 'replace-of-unknown-card-makes-it',
      title: 'a replace of a card that does not exist, or was deleted, makes one under that id and answers 204',
      imitates: 'PUT as an upsert, such as replaceOne with upsert',
      breaches: 'timecard-replace.md, Introduction: "Replace an existing timeCard."; concepts/errors.md, 404',
      caughtBy: ['TC-REPLACE-006'],
      hooks: () => {
        const known = new Set<string>();
        let wanted: string | undefined;
        return {
          receive: (received) => {
            const [, collection = '', id = ''] = /^(.*\/timecards)\/(TCK_[^/]+)\/?$/i.exec(received.path) ?? [];
            const isUnknown = id !== '' && !id.includes('%') && !known.has(id);
            wanted = received.method === 'PUT' && isUnknown ? id : undefined;
            return wanted === undefined ? received : { ...received, method: 'POST', path: collection };
          },
          store: ({ before, after }) => {
            if (after === undefined && before !== undefined) known.delete(before.id);
            if (after === undefined) return after;
            const card = before === undefined && wanted !== undefined ? { ...after, id: wanted } : after;
            known.add(card.id);
            return card;
          },
          reply: (reply) =>
            wanted !== undefined && reply.status === 201 ? withoutBody(withStatus(reply, 204)) : reply,
        };
      },
    },
  ]),
  ...defects('sequence', [
    {
      id: 'clock-in-answered-from-the-last-one',
      title:
        'a clockIn with the same body as the last one of the same caller is answered with the card of that one, and makes none',
      imitates: 'a guard against double clicks that knows a request by caller and body, and never forgets',
      breaches: 'timecard-clockin.md, Response: "`201 Created` response code and a timeCard object"',
      caughtBy: ['TC-LIST-003'],
      alike: 'shows only where somebody says the same twice',
      hooks: () => {
        const answers = new Map<string, { readonly body: string; readonly content: Reply['content'] }>();
        return {
          store: ({ after, call: { operation, principal, received } }) =>
            operation === 'clockIn' && answers.get(principal.identity.id)?.body === rawOf({ received })
              ? undefined
              : after,
          reply: (reply, { operation, principal, received }) => {
            if (operation !== 'clockIn' || reply.status !== 201 || principal === undefined) return reply;
            const body = rawOf({ received });
            const last = answers.get(principal.identity.id);
            if (last?.body === body) return { ...reply, content: last.content };
            answers.set(principal.identity.id, { body, content: reply.content });
            return reply;
          },
        };
      },
    },
  ]),
  ...defects('races', [
    {
      id: 'same-clock-in-of-two-people-is-one',
      title: 'of two people who clock in at once with the same body, the second is answered with the card of the first',
      imitates: 'requests that are merged while one is under way, by a key made of path and body',
      breaches: 'timecard-clockin.md, example 1: userId is the caller',
      caughtBy: ['TC-RACE-004', 'TC-CLOCKIN-018', 'TC-ISOLATION-005'],
      alike: 'needs two clockIns with the same body at the same time',
      hooks: () => {
        const answers = new Leftover<{
          readonly body: string;
          readonly reply: Reply;
        }>();
        return {
          answersAfter,
          reply: (reply, { operation, received }) => {
            if (operation !== 'clockIn' || reply.status !== 201) return reply;
            const body = rawOf({ received });
            const first = answers.take();
            answers.leave(received, { body, reply });
            return first?.body === body ? { ...reply, content: first.reply.content } : reply;
          },
        };
      },
    },
    {
      id: 'same-replace-of-two-cards-reaches-one',
      title: 'of two replaces at once with the same body, the second is answered as the first and changes nothing',
      imitates: 'a guard against double clicks that knows a request by its body',
      breaches: 'timecard-replace.md, HTTP request: "PUT /teams/{teamsId}/schedule/timeCards/{timeCardId}"',
      caughtBy: ['TC-REPLACE-002', 'TC-REPLACE-008'],
      alike: 'needs two replaces with the same body at the same time',
      hooks: () => {
        const bodies = new Leftover<string>();
        return {
          answersAfter,
          store: ({ before, after, call: { operation, received } }) => {
            if (operation !== 'replace') return after;
            const body = rawOf({ received });
            const first = bodies.take();
            bodies.leave(received, body);
            return first === body ? before : after;
          },
        };
      },
    },
  ]),
];
