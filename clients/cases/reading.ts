import type { JsonObject } from '../../traffic/json.ts';
import { closedCard, jsonAnswer, openCard } from '../scripted/answers.ts';
import type { ClientCase } from '../scripted/client-case.ts';
import type { Draw } from '../scripted/draw.ts';

/** Answers a get with one card. */
function reading(id: string, cardOf: (draw: Draw) => JsonObject, control?: string): ClientCase {
  return {
    id,
    ...(control === undefined ? {} : { control }),
    script(draw) {
      const card = cardOf(draw);
      return { calls: [{ op: 'get', card: String(card['id']) }], answers: () => [jsonAnswer(200, card)] };
    },
  };
}

const event = (dateTime: string): JsonObject => ({ dateTime, isAtApprovedLocation: null, notes: null });

/** Cards that a library reads, one oddness each. */
export const readingCases: readonly ClientCase[] = [
  reading('open-card', openCard),
  reading('closed-card', closedCard, 'open-card'),
  reading(
    'times-without-fraction',
    (draw) => closedCard(draw, { clockInEvent: event(draw.instant(0)), clockOutEvent: event(draw.instant(0)) }),
    'open-card',
  ),
  reading(
    'times-with-seven-digits',
    (draw) => closedCard(draw, { clockInEvent: event(draw.instant(7)), clockOutEvent: event(draw.instant(6)) }),
    'open-card',
  ),
  reading('confirmed-by-one', (draw) => closedCard(draw, { confirmedBy: draw.pick('user', 'manager') }), 'open-card'),
  reading('confirmed-by-manager', (draw) => closedCard(draw, { confirmedBy: 'manager' }), 'open-card'),
  reading('confirmed-by-both', (draw) => closedCard(draw, { confirmedBy: 'user,manager' }), 'open-card'),
  reading('state-missing', (draw) => without(closedCard(draw), 'state'), 'open-card'),
  reading('state-null', (draw) => closedCard(draw, { state: null }), 'open-card'),
  reading('state-unknown', (draw) => openCard(draw, { state: 'unknownFutureValue' }), 'open-card'),
  reading('state-added-later', (draw) => openCard(draw, { state: draw.pick('paused', 'onCall') }), 'open-card'),
  reading(
    'unknown-members',
    (draw) =>
      openCard(draw, {
        '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#timeCards/$entity',
        '@odata.etag': `W/"${draw.guid()}"`,
        '@odata.type': '#microsoft.graph.timeCard',
        payCode: draw.text(),
        costCentre: { '@odata.type': '#microsoft.graph.costCentre', number: draw.integer(1, 9999) },
        tags: [draw.text()],
      }),
    'open-card',
  ),
  {
    id: 'read-twice',
    script(draw) {
      const card = openCard(draw);
      const get = { op: 'get', card: String(card['id']) } as const;
      return { calls: [get, get], answers: () => [jsonAnswer(200, card), jsonAnswer(200, card)] };
    },
  },
];

function without(card: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(card).filter(([one]) => one !== name));
}
