import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeClient, type JudgedClient } from '../../clients/client-outcome.ts';
import type { Performance } from '../../clients/scene.ts';
import { readTranscript } from '../../clients/transcripts/read-transcript.ts';
import { libraries, root, type Library } from './catalogue.ts';

export const librariesPagePath = join(root, 'docs', 'clients.md');
export const figuresPath = join(root, 'docs', 'clients.json');

/** What was measured where a library was last run for real. */
export interface Figures {
  readonly installSeconds: number;
  readonly megabytes: number;
  readonly runSeconds: number;
}

export type AllFigures = Readonly<Record<string, Figures>>;

export function readFigures(): AllFigures {
  return existsSync(figuresPath) ? (JSON.parse(readFileSync(figuresPath, 'utf8')) as AllFigures) : {};
}

export function transcriptPath({ folder }: Library): string {
  return join(root, 'clients', folder, 'transcript.ndjson');
}

/** A library with what its committed transcript shows. */
export interface JudgedLibrary {
  readonly library: Library;
  readonly performance: Performance;
  readonly judged: JudgedClient;
}

export function judgeTranscripts(): readonly JudgedLibrary[] {
  return libraries.map((library) => {
    const performance = readTranscript(readFileSync(transcriptPath(library), 'utf8'));
    return { library, performance, judged: judgeClient(performance) };
  });
}
