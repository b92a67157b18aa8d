import type { Ajv2020 } from 'ajv/dist/2020.js';
import { fileSchema } from '../../schemas/file-schema.ts';
import { headerValue } from '../../traffic/headers.ts';
import { readBody } from '../../targets/body.ts';
import { clientCases } from '../cases/index.ts';
import type { LibraryCall } from '../protocol/messages.ts';
import { Draw } from '../scripted/draw.ts';
import type { Performance, Scene, SeenRequest } from '../scene.ts';
import schema from './transcript.schema.json' with { type: 'json' };
import type { TranscriptHeader, TranscriptLine, TranscriptRequest, TranscriptScene } from './transcript.ts';

/** A file that is no transcript of this suite; the message goes on after the name of the file. */
export class NoTranscript extends Error {
  override readonly name = 'NoTranscript';
}

/** Reads a transcript back as what was seen. Throws NoTranscript. */
export function readTranscript(text: string): Performance {
  const [header, ...scenes] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => lineOf(line, index + 1));
  if (header?.kind !== 'transcript') throw new NoTranscript('is not a transcript: its first line is not a header');
  const read = scenes.map((scene) => {
    if (scene.kind !== 'scene') throw new NoTranscript('holds a second header: give transcripts one by one');
    return sceneOf(scene, header);
  });
  checkScripts(scenes as readonly TranscriptScene[], header.seed);
  const { library, host, seed, echoes } = header;
  return { library, host, seed, echoes: new Map(Object.entries(echoes)), scenes: read };
}

let validators: Ajv2020 | undefined;

function lineOf(line: string, number: number): TranscriptLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new NoTranscript(`is not a transcript, or it is damaged: line ${number} is not JSON`);
  }
  const kind = number === 1 ? 'transcript' : 'scene';
  validators ??= fileSchema(schema);
  const validate = validators.getSchema(`${schema.$id}#/$defs/${kind}`);
  if (validate === undefined) throw new Error(`transcript.schema.json does not describe ${kind}.`);
  if (validate(value)) return value as TranscriptLine;
  const [error] = validate.errors ?? [];
  throw new NoTranscript(
    `is not a transcript that this version reads: line ${number}, ${error?.instancePath || '/'} ${error?.message ?? 'does not fit'}`,
  );
}

/** A line of a transcript as what was seen. */
export function sceneOf(
  { case: id, client, calls, requests }: TranscriptScene,
  { host }: Pick<TranscriptHeader, 'host'>,
): Scene {
  return {
    case: id,
    client,
    host,
    calls: calls.map(({ asked, insteadOf, said, number }) => ({
      call: { cmd: 'call', id: number, ...asked } as LibraryCall,
      ...(insteadOf === undefined ? {} : { insteadOf }),
      answer: { id: number, ...said },
    })),
    requests: requests.map((request, index) => requestOf(request, index + 1)),
  };
}

function requestOf({ body, answer, ...rest }: TranscriptRequest, sequence: number): SeenRequest {
  const read =
    rest.wronglyCoded === undefined
      ? readBody(body, headerValue(rest.headers, 'content-type'))
      : ({ kind: 'other', text: body } as const);
  return {
    ...rest,
    sequence,
    body: read,
    answer: { ...answer, body: readBody(answer.body, headerValue(answer.headers, 'content-type')) },
  };
}

/** A transcript is judged by what was asked; where this version would ask otherwise, it tells nothing of it. */
function checkScripts(scenes: readonly TranscriptScene[], seed: number): void {
  for (const one of clientCases) {
    const scene = scenes.find(({ case: id, client }) => id === one.id && client === 1);
    if (scene === undefined) throw new NoTranscript(`lacks the case ${one.id}: record it again with this version`);
    const { calls } = one.script(new Draw(seed, `${one.id}-1`));
    const same = scene.calls.every(({ asked, insteadOf }, index) => {
      const planned = calls[index];
      const op = insteadOf?.op ?? asked.op;
      return (
        planned?.op === op && planned.card === asked.card && JSON.stringify(planned.body) === JSON.stringify(asked.body)
      );
    });
    if (!same)
      throw new NoTranscript(`was made of another script of the case ${one.id}: record it again with this version`);
  }
}
