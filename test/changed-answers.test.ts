import { expect, test } from 'vitest';
import type { Fault } from '../reference/fault.ts';
import type { TimeCard, TimeCardEvent } from '../reference/time-card.ts';
import { isJsonObject, type Json } from '../traffic/json.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import { oneIn } from './one-in.ts';
import { runAgainst } from './run-against.ts';

const moved = (event: TimeCardEvent | null): TimeCardEvent | null =>
  event && { ...event, dateTime: new Date(Date.parse(event.dateTime) + 60_000).toISOString() };

/** What may become of a card in one answer: each changes one property. */
const alterations: readonly ((card: TimeCard) => Partial<TimeCard>)[] = [
  ({ state }) => ({ state: state === 'clockedOut' ? 'clockedIn' : 'clockedOut' }),
  () => ({ userId: '00000000-0000-4000-8000-000000000000' }),
  () => ({ confirmedBy: 'manager' }),
  ({ clockInEvent }) => ({ clockInEvent: moved(clockInEvent) }),
  ({ clockOutEvent, clockInEvent }) => ({ clockOutEvent: clockOutEvent === null ? clockInEvent : null }),
  ({ notes }) => ({ notes: notes === null ? { contentType: 'text', content: 'not mine' } : null }),
  ({ createdDateTime }) => ({ createdDateTime: new Date(Date.parse(createdDateTime) - 1000).toISOString() }),
  ({ breaks, createdDateTime }) => ({
    breaks:
      breaks.length > 0
        ? []
        : [
            {
              breakId: 'BRK_0',
              notes: null,
              start: { dateTime: createdDateTime, isAtApprovedLocation: null, notes: null },
              end: null,
            },
          ],
  }),
];

/** Correct, but for one property of a card in one answer of every fifty. */
function oneInFifty(first: number): Fault {
  return {
    id: 'one-in-fifty',
    start: () => {
      let answers = 0;
      let altered = first;
      return {
        reply: (reply, { operation }) => {
          answers += 1;
          const { content } = reply;
          if (answers % 50 !== 0 || content.kind !== 'json' || reply.status > 299 || operation === undefined)
            return reply;
          altered += 1;
          const change = alterations[altered % alterations.length];
          return change === undefined
            ? reply
            : { ...reply, content: { ...content, value: withOneChanged(content.value, change) } };
        },
      };
    },
  };
}

function withOneChanged(body: Json, change: (card: TimeCard) => Partial<TimeCard>): Json {
  if (!isJsonObject(body)) return body;
  if (!Array.isArray(body['value'])) return { ...body, ...change(body as unknown as TimeCard) };
  const [card, ...others] = body['value'] as readonly Json[];
  return card === undefined ? body : { ...body, value: [withOneChanged(card, change), ...others] };
}

test.each(oneIn(5, [1, 2, 3, 4, 5]))(
  'a server that alters one property in one answer of fifty is found out, seed %i',
  async (seed) => {
    const { end, violated } = await runAgainst(oneInFifty(seed), { seed, expectsLag: false });
    expect(targetVerdict(end.verdicts, { strict: false, stopped: end.stopped })).toBe('nonconforming');
    expect(violated.length).toBeGreaterThan(0);
  },
);
