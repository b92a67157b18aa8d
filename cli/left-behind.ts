import { journalFolders } from '../targets/ledger/journal-folders.ts';
import { readJournals, type LeftBehind } from '../targets/ledger/read-journals.ts';
import { count } from '../reporters/view/amounts.ts';

/** What earlier runs left at an address, those that are still going on left out. */
export function leftBehindAt(baseUrl: string, teamId?: string): readonly LeftBehind[] {
  return leftBehindAnywhere().filter(
    ({ run }) => run.baseUrl === baseUrl && (teamId === undefined || run.teamId === teamId),
  );
}

/** What earlier runs left, wherever. */
export function leftBehindAnywhere(): readonly LeftBehind[] {
  return readJournals(journalFolders(process.env)).filter(
    ({ isRunning, cards, intents }) => !isRunning && cards.length + intents.length > 0,
  );
}

/** Says what earlier runs left where another one is about to begin. */
export function tellLeftBehind({ baseUrl }: { readonly baseUrl?: string }): void {
  const text = baseUrl === undefined ? undefined : leftBehindText(baseUrl);
  if (text !== undefined) process.stderr.write(`timecard-conformance: ${text}\n`);
}

/** One sentence for somebody who starts another run there; undefined where nothing is left. */
function leftBehindText(baseUrl: string): string | undefined {
  const left = leftBehindAt(baseUrl);
  const [first] = left;
  if (first === undefined) return undefined;
  const cards = left.reduce((sum, one) => sum + one.cards.length, 0);
  const intents = left.reduce((sum, one) => sum + one.intents.length, 0);
  const what = [
    ...(cards === 0 ? [] : [count(cards, 'time card')]),
    ...(intents === 0 ? [] : [`${cards === 0 ? '' : 'perhaps '}the time cards of ${count(intents, 'request')}`]),
  ].join(' and ');
  return `${left.length === 1 ? 'an earlier run' : `${left.length} earlier runs`} may have left ${what} behind at ${baseUrl}, since ${first.run.startedAt}; "timecard-conformance cleanup --base-url ${baseUrl}" removes what is still there and forgets the rest.\n`;
}
