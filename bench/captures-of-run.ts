import { harEntryOf } from '../test/captures/har-of.ts';
import type { Body, Exchange } from '../traffic/exchange.ts';

/** A form in which traffic is kept. */
export type CaptureForm = 'har' | 'ndjson';

/**
 * The text of a capture, piece by piece: the same run again and again, an hour apart and with ids of its own each time, as a
 * proxy would have kept it.
 *
 * @param length of how many exchanges
 */
export function* captureOf(exchanges: readonly Exchange[], length: number, form: CaptureForm): Generator<string> {
  const written = exchanges.map((exchange) => JSON.stringify(form === 'har' ? harEntryOf(exchange) : lineOf(exchange)));
  if (form === 'har') yield '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[';
  for (let index = 0; index < length; index += 1) {
    const own = ofRound(written[index % written.length] ?? '', Math.floor(index / written.length));
    if (form === 'ndjson') yield `${own}\n`;
    else yield index === 0 ? own : `,${own}`;
  }
  if (form === 'har') yield ']}}';
}

const hour = 3_600_000;

function ofRound(written: string, round: number): string {
  const mark = round.toString(16).padStart(8, '0');
  return written
    .replace(/(?<="startedDateTime":")[^"]+/, (time) => new Date(Date.parse(time) + round * hour).toISOString())
    .replaceAll(/(?<="(?:started|ended)At":)[\d.]+/g, (time) => String(Number(time) + round * hour))
    .replaceAll(/(?<=TCK_)[\da-f]{8}/g, mark)
    .replaceAll(/(?<=request-id","(?:value":")?)[\da-f]{8}/g, mark);
}

/** As a result stream holds it, each body as its text alone. */
function lineOf({ request, outcome, startedAt, endedAt }: Exchange): object {
  const textOf = (body: Body) => (body.kind === 'empty' ? { kind: 'empty' } : { kind: body.kind, text: body.text });
  return {
    request: { ...request, body: textOf(request.body) },
    outcome: outcome.kind === 'transport' ? outcome : { ...outcome, body: textOf(outcome.body) },
    startedAt,
    endedAt,
  };
}
