import { empty, jsonAnswer, openCard } from '../scripted/answers.ts';
import type { ClientCase } from '../scripted/client-case.ts';
import type { JsonObject } from '../../traffic/json.ts';
import type { Draw } from '../scripted/draw.ts';

/** What the parameters of an action can be. */
function parameters(draw: Draw, flag = draw.flag()): JsonObject {
  return { isAtApprovedLocation: flag, 'notes.contentType': 'text', 'notes.content': draw.text() };
}

function onCard(id: string, op: 'clockOut' | 'startBreak' | 'endBreak', set: (draw: Draw) => JsonObject): ClientCase {
  return {
    id,
    script: (draw) => ({ calls: [{ op, card: draw.cardId(), body: { set: set(draw) } }], answers: () => [empty(204)] }),
  };
}

function clockingIn(id: string, set: (draw: Draw) => JsonObject): ClientCase {
  return {
    id,
    script: (draw) => ({
      calls: [{ op: 'clockIn', body: { set: set(draw) } }],
      answers: () => [jsonAnswer(201, openCard(draw))],
    }),
  };
}

function withoutBody(id: string, op: 'confirm' | 'delete'): ClientCase {
  return {
    id,
    script: (draw) => ({ calls: [{ op, card: draw.cardId() }], answers: () => [empty(204)] }),
  };
}

const nothing = (): JsonObject => ({});

/** The actions, with what their caller says and with nothing said. */
export const actingCases: readonly ClientCase[] = [
  clockingIn('clock-in', (draw) => parameters(draw, true)),
  clockingIn('clock-in-elsewhere', (draw) => parameters(draw, false)),
  clockingIn('clock-in-for-other', (draw) => ({ onBehalfOfUserId: draw.guid(), isAtApprovedLocation: true })),
  clockingIn('clock-in-with-nothing', nothing),
  onCard('clock-out', 'clockOut', (draw) => parameters(draw, true)),
  onCard('clock-out-elsewhere', 'clockOut', (draw) => parameters(draw, false)),
  onCard('clock-out-with-nothing', 'clockOut', nothing),
  onCard('start-break', 'startBreak', parameters),
  onCard('start-break-with-nothing', 'startBreak', nothing),
  onCard('end-break', 'endBreak', parameters),
  onCard('end-break-with-nothing', 'endBreak', nothing),
  withoutBody('confirm', 'confirm'),
  withoutBody('delete', 'delete'),
];
