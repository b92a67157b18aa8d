import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Json } from '../../traffic/json.ts';
import { Draw } from '../scripted/draw.ts';
import type { Performance, Scene, SeenRequest } from '../scene.ts';
import type { Body } from '../../traffic/exchange.ts';
import { transcriptFormat, type TranscriptLine, type TranscriptRequest } from './transcript.ts';

/** Writes a performance as a transcript, which replaces an earlier one. */
export function writeTranscript(file: string, performance: Performance): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, transcriptText(performance));
}

/** One line for the library, one for each scene. Ids that the client made up are replaced, since they differ from run to run. */
function transcriptText({ library, host, seed, echoes, scenes }: Performance): string {
  const begin = Math.min(...scenes.flatMap(({ requests }) => requests.map(({ arrivedAt }) => arrivedAt)));
  const lines: readonly TranscriptLine[] = [
    { kind: 'transcript', format: transcriptFormat, seed, host, library, echoes: Object.fromEntries(echoes) },
    ...scenes.map((scene) => sceneLine(scene, begin)),
  ];
  const pseudonyms = new Map<string, string>();
  return lines.map((line) => `${pseudonymous(line, pseudonyms)}\n`).join('');
}

/** A line as it is kept. */
export function pseudonymous(line: unknown, pseudonyms: Map<string, string>): string {
  return JSON.stringify(withPseudonyms(line as Json, pseudonyms));
}

export function sceneLine({ case: id, client, calls, requests }: Scene, begin: number): TranscriptLine {
  return {
    kind: 'scene',
    case: id,
    client,
    calls: calls.map(({ call, insteadOf, answer }, index) => {
      const { cmd: _, id: __, ...asked } = call;
      const { id: ___, ...said } = answer;
      return { asked, ...(insteadOf === undefined ? {} : { insteadOf }), said, number: index + 1 };
    }),
    requests: requests.map((request) => requestLine(request, begin)),
  };
}

function requestLine(request: SeenRequest, begin: number): TranscriptRequest {
  const { sequence: _, body, answer, arrivedAt, ...rest } = request;
  return {
    ...rest,
    body: textOf(body),
    arrivedAt: Math.round(arrivedAt - begin),
    answer: { ...answer, body: textOf(answer.body) },
  };
}

function textOf(body: Body): string {
  return body.kind === 'empty' ? '' : body.text;
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const ours = /^[0-9a-f]{8}-7e57-[0-9a-f]{4}-[0-9a-f]{4}-7e57[0-9a-f]{8}$/i;

function withPseudonyms(value: Json, pseudonyms: Map<string, string>): Json {
  if (typeof value === 'string')
    return value.replaceAll(guid, (found) => {
      if (ours.test(found) || found === echoUser) return found;
      const known = pseudonyms.get(found) ?? new Draw(pseudonyms.size, 'client').guid();
      pseudonyms.set(found, known);
      return known;
    });
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => withPseudonyms(one, pseudonyms));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withPseudonyms(member, pseudonyms)]));
}

/** The user of the documents' examples, whom the echo paths speak of. */
const echoUser = 'd56f3e8a-2b0f-42b1-88b9-e2dbd12a34d2';
