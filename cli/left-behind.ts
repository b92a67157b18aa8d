import { journalFolders } from '../targets/ledger/journal-folders.ts';
import { readJournals, unreadableJournals, type LeftBehind } from '../targets/ledger/read-journals.ts';
import { count } from '../reporters/view/amounts.ts';

/** What earlier runs left at an address, those that are still going on left out. */
export function leftBehindAt(baseUrl: string, teamId?: string): readonly LeftBehind[] {
  return leftBehind(
    (run) => run.baseUrl === baseUrl && (teamId === undefined || run.teamId.toLowerCase() === teamId.toLowerCase()),
  );
}

/** What earlier runs left, wherever. */
export function leftBehindAnywhere(): readonly LeftBehind[] {
  return leftBehind(() => true);
}

function leftBehind(isWanted: (run: LeftBehind['run']) => boolean): readonly LeftBehind[] {
  return readJournals(journalFolders(process.env), isWanted).filter(
    ({ isRunning, cards, intents, damagedLines }) => !isRunning && cards.length + intents.length + damagedLines > 0,
  );
}

/** One sentence for each journal of which nobody knows what it tells, nor of which server. */
export function unreadableTexts(): readonly string[] {
  return unreadableJournals(journalFolders(process.env)).map(({ file, why }) =>
    why === 'damaged'
      ? `${file} is damaged, and what a run left behind according to it is not known; look for its time cards yourself, then delete the file.`
      : `${file} is the journal of another version of this program; clean up with that version, or look for the time cards yourself and delete the file.`,
  );
}

/** Says what earlier runs left where another one is about to begin. */
export function tellLeftBehind({ baseUrl }: { readonly baseUrl?: string }): void {
  if (baseUrl === undefined) return;
  const text = leftBehindText(baseUrl);
  for (const one of [...(text === undefined ? [] : [text]), ...unreadableTexts()])
    process.stderr.write(`timecard-conformance: ${one}\n`);
}

/** One sentence for somebody who starts another run there; undefined where nothing is left. */
function leftBehindText(baseUrl: string): string | undefined {
  const left = leftBehindAt(baseUrl);
  const [first] = left;
  if (first === undefined) return undefined;
  const cards = left.reduce((sum, one) => sum + one.cards.length, 0);
  const intents = left.reduce((sum, one) => sum + one.intents.length, 0);
  const damaged = left.reduce((sum, one) => sum + one.damagedLines, 0);
  const what = [
    ...(cards === 0 ? [] : [count(cards, 'time card')]),
    ...(intents === 0 ? [] : [`${cards === 0 ? '' : 'perhaps '}the time cards of ${count(intents, 'request')}`]),
    ...(damaged === 0 ? [] : [`what ${count(damaged, 'damaged line')} of its journal told of`]),
  ].join(' and ');
  return `${left.length === 1 ? 'an earlier run' : `${left.length} earlier runs`} may have left ${what} behind at ${baseUrl}, since ${first.run.startedAt}; "timecard-conformance cleanup --base-url ${baseUrl}" removes what is certainly of that run, and lists the rest.\n`;
}
