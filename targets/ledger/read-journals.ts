import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { journalFormatIn, journalLineIn } from './journal-line-in.ts';
import { journalFormat, type AnnouncedRequest, type JournalHeader } from './journal-lines.ts';
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
  /** Ids of others that were shown in the run, each with the number of the first intent that cannot have made it. */
  readonly shown: ReadonlyMap<string, number>;
  readonly cards: readonly LeftCard[];
  readonly intents: readonly OpenIntent[];
  /** How many lines cannot be read, so that what they told is not known. */
  readonly damagedLines: number;
}

/** A file among the journals of which nobody knows what it tells. */
export interface UnreadableJournal {
  readonly file: string;
  readonly why: 'damaged' | 'ofAnotherVersion';
}

/** Files among the journals that this program cannot read. */
export function unreadableJournals(folders: readonly string[]): readonly UnreadableJournal[] {
  return folders
    .flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
    .flatMap((file): readonly UnreadableJournal[] => {
      const first = firstLineIn(file);
      // A run that was cut off in its first line has sent nothing yet.
      if (first === undefined || journalLineIn(first)?.kind === 'run') return [];
      const format = journalFormatIn(first);
      return [{ file, why: format === undefined || format === journalFormat ? 'damaged' : 'ofAnotherVersion' }];
    });
}

/**
 * What earlier runs left behind, the oldest first; what cannot be read `unreadableJournals` tells.
 *
 * @param isWanted of which runs: the journals of the others are not read to their end, however many there are
 */
export function readJournals(
  folders: readonly string[],
  isWanted: (run: JournalHeader) => boolean = () => true,
): readonly LeftBehind[] {
  return folders
    .flatMap((folder) => namesIn(folder).map((name) => join(folder, name)))
    .filter((file) => {
      const run = journalLineIn(firstLineIn(file) ?? '');
      return run?.kind === 'run' && isWanted(run);
    })
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
  const [first = '', ...rest] = linesIn(file);
  const run = journalLineIn(first);
  if (run?.kind !== 'run') return undefined;
  const lines = rest.flatMap((text) => journalLineIn(text) ?? []);
  const cards = new Map<string, LeftCard>();
  const intents = new Map<number, OpenIntent>();
  const shown = new Map<string, number>();
  let next = 1;
  for (const line of lines) {
    switch (line.kind) {
      case 'before':
        for (const id of line.ids) if (!shown.has(id)) shown.set(id, next);
        break;
      case 'intent':
        intents.set(line.number, line);
        next = line.number + 1;
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
    shown,
    cards: [...cards.values()],
    intents: [...intents.values()],
    damagedLines: rest.length - lines.length,
  };
}

/** Undefined for a file without a whole line that has something in it. */
function firstLineIn(file: string): string | undefined {
  const part = Buffer.alloc(16_384);
  const parts: Buffer[] = [];
  try {
    const opened = openSync(file, 'r');
    try {
      for (let length = readSync(opened, part); length > 0; length = readSync(opened, part)) {
        parts.push(Buffer.from(part.subarray(0, length)));
        const [line] = wholeLinesIn(Buffer.concat(parts).toString('utf8'));
        if (line !== undefined) return line;
      }
    } finally {
      closeSync(opened);
    }
  } catch {
    // Gone meanwhile, or not ours to read: there is nothing to tell of it.
  }
  return undefined;
}

function linesIn(file: string): readonly string[] {
  try {
    return wholeLinesIn(readFileSync(file, 'utf8'));
  } catch {
    return [];
  }
}

/** One that is torn was never followed by its request. */
function wholeLinesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== '');
}
