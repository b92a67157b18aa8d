import type { JsonObject } from '../../traffic/json.ts';
import { closedCard, empty, jsonAnswer, openCard, refusal } from '../scripted/answers.ts';
import type { ClientCase } from '../scripted/client-case.ts';
import type { Draw } from '../scripted/draw.ts';

/** A card as its caller describes it, by paths. */
function newCard(draw: Draw): JsonObject {
  return {
    'clockInEvent.dateTime': { $time: draw.instant() },
    'clockInEvent.isAtApprovedLocation': false,
    'notes.contentType': 'text',
    'notes.content': draw.text(),
  };
}

/** Reads a card, changes it and sends it back. */
function changing(id: string, cardOf: (draw: Draw) => JsonObject, set: (draw: Draw) => JsonObject): ClientCase {
  return {
    id,
    control: 'open-card',
    script(draw) {
      const card = cardOf(draw);
      const at = { card: String(card['id']) };
      return {
        calls: [
          { op: 'get', ...at, keep: 'read' },
          { op: 'replace', otherwise: 'update', ...at, body: { from: 'read', set: set(draw) } },
        ],
        answers: () => [jsonAnswer(200, card), empty(204)],
      };
    },
  };
}

/** Cards that a library sends: new ones, and such as were read. */
export const writingCases: readonly ClientCase[] = [
  {
    id: 'create',
    script: (draw) => ({
      calls: [{ op: 'create', body: { set: newCard(draw) } }],
      answers: () => [jsonAnswer(201, openCard(draw))],
    }),
  },
  {
    id: 'replace-new',
    script: (draw) => ({
      calls: [{ op: 'replace', card: draw.cardId(), body: { set: newCard(draw) } }],
      answers: () => [empty(204)],
    }),
  },
  changing('change-notes', closedCard, (draw) => ({ 'notes.content': draw.text() })),
  changing('change-within-event', openCard, () => ({ 'clockInEvent.isAtApprovedLocation': false })),
  changing('change-time', closedCard, (draw) => ({ 'clockOutEvent.dateTime': { $time: draw.instant() } })),
  changing('clear-clock-out', closedCard, () => ({ clockOutEvent: null })),
  changing('clear-notes', closedCard, () => ({ notes: null })),
  changing(
    'leave-the-rest',
    (draw) =>
      closedCard(draw, {
        confirmedBy: draw.pick('user', 'manager'),
        payCode: draw.instant(0).slice(0, 10),
        clockInEvent: { dateTime: draw.instant(), isAtApprovedLocation: null, notes: null },
      }),
    (draw) => ({ 'notes.content': draw.text() }),
  ),
  changing(
    'leave-both-flags',
    (draw) => closedCard(draw, { confirmedBy: 'user,manager' }),
    (draw) => ({ 'notes.content': draw.text() }),
  ),
  changing('leave-it-open', openCard, (draw) => ({ 'clockInEvent.notes.content': draw.text() })),
  {
    id: 'copy',
    control: 'open-card',
    script(draw) {
      const card = closedCard(draw);
      return {
        calls: [
          { op: 'get', card: String(card['id']), keep: 'read' },
          { op: 'create', body: { from: 'read', set: {} } },
        ],
        answers: () => [jsonAnswer(200, card), jsonAnswer(201, openCard(draw))],
      };
    },
  },
  {
    id: 'send-twice',
    control: 'create',
    script: (draw) => ({
      calls: [
        { op: 'create', body: { set: newCard(draw) }, keepBody: 'sent' },
        { op: 'create', body: { from: 'sent', set: {} } },
      ],
      answers: () => [jsonAnswer(201, openCard(draw)), jsonAnswer(201, openCard(draw))],
    }),
  },
  {
    id: 'send-again-after-conflict',
    control: 'create',
    script: (draw) => ({
      calls: [
        { op: 'create', body: { set: newCard(draw) }, keepBody: 'sent' },
        { op: 'create', body: { from: 'sent', set: {} } },
      ],
      answers: () => [refusal(409, 'conflict', draw), jsonAnswer(201, openCard(draw))],
    }),
  },
];
