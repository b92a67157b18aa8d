import type { ListenerAnswer } from '../../targets/listening/listener.ts';
import { empty, jsonAnswer, openCard, refusal } from '../scripted/answers.ts';
import type { ClientCase } from '../scripted/client-case.ts';
import type { Draw } from '../scripted/draw.ts';

/** clockIn that is refused once and then accepted. */
function refusedOnce(id: string, first: (draw: Draw) => ListenerAnswer, clients = 1): ClientCase {
  return {
    id,
    control: 'clock-in',
    clients,
    script: (draw) => ({
      calls: [
        {
          op: 'clockIn',
          body: { set: { isAtApprovedLocation: true, 'notes.contentType': 'text', 'notes.content': draw.text() } },
        },
      ],
      answers: () => [first(draw), jsonAnswer(201, openCard(draw))],
    }),
  };
}

/** clockIn that is refused for good. */
function refused(id: string, answer: (draw: Draw) => ListenerAnswer): ClientCase {
  return {
    id,
    control: 'clock-in',
    script: (draw) => ({
      calls: [{ op: 'clockIn', body: { set: { isAtApprovedLocation: true } } }],
      answers: () => [answer(draw)],
    }),
  };
}

const page = (draw: Draw): string => `<html><body><h1>Bad gateway day ${draw.integer(1, 99)}</h1></body></html>`;

/** Errors, and requests that are to be repeated. */
export const refusingCases: readonly ClientCase[] = [
  refusedOnce('throttled', (draw) => refusal(429, 'tooManyRequests', draw, { 'Retry-After': '1' })),
  refusedOnce('throttled-without-time', (draw) => refusal(429, 'tooManyRequests', draw)),
  refusedOnce('unavailable', (draw) => refusal(503, 'serviceNotAvailable', draw, { 'Retry-After': '1' })),
  // Nought seconds, so that many fresh clients can be tried: in one library chance decides what a repeated body is.
  refusedOnce('repeated', (draw) => refusal(429, 'tooManyRequests', draw, { 'Retry-After': '0' }), 12),
  refused('conflict', (draw) => refusal(409, 'conflict', draw)),
  refused('forbidden', (draw) => refusal(403, 'accessDenied', draw)),
  refused('not-found', (draw) => refusal(404, 'itemNotFound', draw)),
  refused('conflict-as-page', (draw) => ({ status: 409, headers: [['Content-Type', 'text/html']], text: page(draw) })),
  refused('conflict-without-body', () => empty(409)),
  {
    id: 'redirected',
    control: 'clock-in',
    script: (draw) => ({
      calls: [{ op: 'clockIn', body: { set: { isAtApprovedLocation: true } } }],
      answers: ({ timeCards }) => [
        empty(307, { Location: `${timeCards}/clockIn?moved` }),
        jsonAnswer(201, openCard(draw)),
      ],
    }),
  },
];
