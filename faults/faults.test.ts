import { describe, expect, test } from 'vitest';
import type { Fault } from '../reference/fault.ts';
import { apiVersions, type ApiVersion } from '../traffic/operation.ts';
import { versionOf, type Defect } from './defect.ts';
import { calendarDefects } from './calendar.ts';
import { clothesDefects } from './clothes.ts';
import { documentedActionDefects } from './from-documents/actions.ts';
import { changedOriginalDefects } from './from-documents/changed-originals.ts';
import { editedPartDefects } from './from-documents/edited-parts.ts';
import { secondRequestDefects } from './from-documents/second-requests.ts';
import { otherOperationDefects } from './from-documents/other-operations.ts';
import { actingDefectsOfOutsiders } from './from-outsiders/acting-for-others.ts';
import { breakDefectsOfOutsiders } from './from-outsiders/breaks.ts';
import { callerDefectsOfOutsiders } from './from-outsiders/callers.ts';
import { clothesDefectsOfOutsiders } from './from-outsiders/clothes.ts';
import { confirmedDefectsOfOutsiders } from './from-outsiders/confirmed.ts';
import { dayDefectsOfOutsiders } from './from-outsiders/days.ts';
import { editDefectsOfOutsiders } from './from-outsiders/edited-cards.ts';
import { filterDefectsOfOutsiders } from './from-outsiders/filters.ts';
import { keptBreakDefectsOfOutsiders } from './from-outsiders/kept-breaks.ts';
import { listDefectsOfOutsiders } from './from-outsiders/lists.ts';
import { betaDefectsOfOutsiders } from './from-outsiders/names-of-beta.ts';
import { lostBreakDefectsOfOutsiders } from './from-outsiders/lost-breaks.ts';
import { misheardDefectsOfOutsiders } from './from-outsiders/misheard.ts';
import { nextPageDefectsOfOutsiders } from './from-outsiders/next-pages.ts';
import { originalEntryDefectsOfOutsiders } from './from-outsiders/original-entries.ts';
import { onBreakDefectsOfOutsiders } from './from-outsiders/on-break.ts';
import { otherCardDefectsOfOutsiders } from './from-outsiders/other-cards.ts';
import { noteDefectsOfOutsiders } from './from-outsiders/notes.ts';
import { readerDefectsOfOutsiders } from './from-outsiders/readers.ts';
import { reopenedDefectsOfOutsiders } from './from-outsiders/reopened.ts';
import { shapeDefectsOfOutsiders } from './from-outsiders/shapes.ts';
import { spellingDefectsOfOutsiders } from './from-outsiders/spellings.ts';
import { timeOfDayDefectsOfOutsiders } from './from-outsiders/times-of-day.ts';
import { wordDefectsOfOutsiders } from './from-outsiders/words.ts';
import { faults } from './index.ts';
import { laxInputDefects } from './lax-input.ts';
import { writtenNoteDefects } from './written-notes.ts';
import { oneIn } from '../test/one-in.ts';
import { playedScript, type ScriptStep } from '../test/scripts/played-script.ts';
import { actionsOutOfTheCommon } from '../test/scripts/script-actions.ts';
import { otherClothes } from '../test/scripts/script-clothes.ts';
import { aLittleOfEverything } from '../test/scripts/script-common.ts';
import { oddDaysAndNotes } from '../test/scripts/script-days-and-notes.ts';
import { wrongInput } from '../test/scripts/script-input.ts';
import { editsAndCallers } from '../test/scripts/script-edits.ts';
import { openedAgain } from '../test/scripts/script-reopened.ts';
import { severalHands } from '../test/scripts/script-several-hands.ts';
import { secondLooks } from '../test/scripts/script-second-looks.ts';
import { takenAway } from '../test/scripts/script-taken-away.ts';
import { aroundTheActions } from '../test/scripts/script-surroundings.ts';

/** The defects that were written from the documents have scripts of their own, so that each is played in a short time. */
const scripts = {
  common: aLittleOfEverything,
  again: secondLooks(),
  edits: editsAndCallers(),
  actions: actionsOutOfTheCommon(),
  around: aroundTheActions(),
  input: wrongInput(),
  clothes: otherClothes(),
  days: oddDaysAndNotes(),
  opened: openedAgain(),
  hands: severalHands(),
  taken: takenAway(),
};

/** Whose defects a script shows; the others show in the common one. */
const shownBy: Readonly<Record<Exclude<keyof typeof scripts, 'common'>, readonly Defect[]>> = {
  input: [...laxInputDefects, ...faults.filter(({ id }) => id === 'clock-in-null-notes-refused')],
  again: [...secondRequestDefects, ...changedOriginalDefects],
  edits: editedPartDefects,
  clothes: [...clothesDefects, ...clothesDefectsOfOutsiders, ...spellingDefectsOfOutsiders],
  days: [
    ...calendarDefects,
    ...writtenNoteDefects,
    ...dayDefectsOfOutsiders,
    ...timeOfDayDefectsOfOutsiders,
    ...noteDefectsOfOutsiders,
  ],
  opened: [
    ...breakDefectsOfOutsiders,
    ...keptBreakDefectsOfOutsiders,
    ...onBreakDefectsOfOutsiders,
    ...editDefectsOfOutsiders,
    ...reopenedDefectsOfOutsiders,
    ...shapeDefectsOfOutsiders,
    ...betaDefectsOfOutsiders,
  ],
  hands: [
    ...actingDefectsOfOutsiders,
    ...callerDefectsOfOutsiders,
    ...confirmedDefectsOfOutsiders,
    ...filterDefectsOfOutsiders,
    ...readerDefectsOfOutsiders,
    ...listDefectsOfOutsiders,
  ],
  taken: [
    ...lostBreakDefectsOfOutsiders,
    ...misheardDefectsOfOutsiders,
    ...nextPageDefectsOfOutsiders,
    ...originalEntryDefectsOfOutsiders,
    ...otherCardDefectsOfOutsiders,
    ...wordDefectsOfOutsiders,
  ],
  actions: documentedActionDefects,
  around: otherOperationDefects,
};

const scriptNames = Object.keys(scripts) as readonly (keyof typeof scripts)[];

function scriptFor({ id }: Fault): keyof typeof scripts {
  return scriptNames.find((name) => name !== 'common' && shownBy[name].some((one) => one.id === id)) ?? 'common';
}

async function playedHonestly(script: readonly ScriptStep[]): Promise<Readonly<Record<ApiVersion, readonly string[]>>> {
  return { 'v1.0': await playedScript(script, 'v1.0'), beta: await playedScript(script, 'beta') };
}

const honest = new Map<keyof typeof scripts, Readonly<Record<ApiVersion, readonly string[]>>>();
for (const name of scriptNames) honest.set(name, await playedHonestly(scripts[name]));

describe.each(scriptNames)('the honest server answers the script %s', (script) => {
  test.each(apiVersions)('of %s the same way each time', async (version) => {
    expect(await playedScript(scripts[script], version)).toStrictEqual(honest.get(script)?.[version]);
  });
});

test('no two defects share an id, and every id is in kebab case', () => {
  const ids = faults.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toStrictEqual([]);
});

describe('a defect shows in the traffic', () => {
  // A script that waits for each answer shows no race; engine/races.test.ts finds those.
  const sequential = faults.filter((fault) => fault.class !== 'races');
  test.each(oneIn(16, sequential).map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
    const version = versionOf(fault);
    const script = scriptFor(fault);
    expect(await playedScript(scripts[script], version, fault)).not.toStrictEqual(honest.get(script)?.[version]);
  });
});
