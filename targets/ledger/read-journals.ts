import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { journalFormat, type AnnouncedRequest, type JournalHeader, type JournalLine } from './journal-lines.ts';
import type { OwnCard } from './ledger.ts';
import { isRunning } from '../process-identity.ts';

/** A card that a run made and did not remove. */
export interface LeftCard extends OwnCard {
  readonly teamId: string;
}

/** A request of which nobody knows what it made, and when its answer came, if one did. */
export interface OpenIntent extends AnnouncedRequest {
  readonly answeredAt?: number;
}

/** What an earlier run left behind, as far as its journal tells. */
export interface LeftBehind {
  readonly file: string;
  readonly run: JournalHeader;
  /** The run is still going on: its cards are not left behind yet. */
  readonly isRunning: boolean;
  /** Ids that were there before the run made anything. */
  readonly before: ReadonlySet<string>;
  readonly cards: readonly LeftCard[];
  readonly intents: readonly OpenIntent[];
}

/** What earlier runs left behind, the oldest first. Files that are no journals, or of a later version, are passed over. */
export function readJournals(folders: readonly string[]): readonly LeftBehind[] {
  return folders
    .flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
    .flatMap((file) => readJournal(file) ?? [])
    .toSorted((left, right) => left.run.startedAt.localeCompare(right.run.startedAt));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  } catch {
    return [];
  }
}

/** Undefined for a file that is no journal. */
export function readJournal(file: string): LeftBehind | undefined {
  const [run, ...lines] = linesIn(file);
  if (run?.kind !== 'run' || run.format !== journalFormat) return undefined;
  const cards = new Map<string, LeftCard>();
  const intents = new Map<number, OpenIntent>();
  const before = new Set<string>();
  for (const line of lines) {
    switch (line.kind) {
      case 'before':
        for (const id of line.ids) before.add(id);
        break;
      case 'intent':
        intents.set(line.number, line);
        break;
      case 'made':
        intents.delete(line.number);
        cards.set(line.card.id, { ...line.card, teamId: line.teamId });
        break;
      case 'none':
        intents.delete(line.number);
        break;
      case 'unclear': {
        const intent = intents.get(line.number);
        if (intent !== undefined) intents.set(line.number, { ...intent, answeredAt: line.at });
        break;
      }
      case 'gone':
        cards.delete(line.id);
        break;
      case 'run':
      case 'end':
        break;
    }
  }
  return {
    file,
    run,
    isRunning: lines.at(-1)?.kind !== 'end' && isRunning(run.process),
    before,
    cards: [...cards.values()],
    intents: [...intents.values()],
  };
}

/** A line that is torn was never followed by its request; one that is damaged otherwise tells nothing. */
function linesIn(file: string): readonly JournalLine[] {
  try {
    return readFileSync(file, 'utf8').split('\n').flatMap(lineIn);
  } catch {
    return [];
  }
}

function lineIn(text: string): readonly JournalLine[] {
  try {
    const value = JSON.parse(text) as JournalLine | null;
    return typeof value === 'object' && value !== null && 'kind' in value ? [value] : [];
  } catch {
    return [];
  }
}
