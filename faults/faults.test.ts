import { describe, expect, test } from 'vitest';
import type { Fault } from '../reference/fault.ts';
import { apiVersions, type ApiVersion } from '../specs/operation.ts';
import { versionOf } from './defect.ts';
import { calendarDefects } from './calendar.ts';
import { clothesDefects } from './clothes.ts';
import { documentedActionDefects } from './from-documents/actions.ts';
import { changedOriginalDefects } from './from-documents/changed-originals.ts';
import { editedPartDefects } from './from-documents/edited-parts.ts';
import { secondLookDefects } from './from-documents/second-looks.ts';
import { documentedSurroundingDefects } from './from-documents/surroundings.ts';
import { faults } from './index.ts';
import { laxInputDefects } from './lax-input.ts';
import { writtenNoteDefects } from './written-notes.ts';
import { playedScript, type ScriptStep } from '../test/scripts/played-script.ts';
import { actionsOutOfTheCommon } from '../test/scripts/script-actions.ts';
import { otherClothes } from '../test/scripts/script-clothes.ts';
import { aLittleOfEverything } from '../test/scripts/script-common.ts';
import { oddDaysAndNotes } from '../test/scripts/script-days-and-notes.ts';
import { wrongInput } from '../test/scripts/script-input.ts';
import { editsAndCallers } from '../test/scripts/script-edits.ts';
import { secondLooks } from '../test/scripts/script-second-looks.ts';
import { aroundTheActions } from '../test/scripts/script-surroundings.ts';

/** The defects that were written from the documents have scripts of their own, so that each is played in a short time. */
const scripts = {
  common: aLittleOfEverything,
  actions: actionsOutOfTheCommon(),
  around: aroundTheActions(),
  input: wrongInput(),
  again: secondLooks(),
  edits: editsAndCallers(),
  clothes: otherClothes(),
  days: oddDaysAndNotes(),
};

function scriptFor({ id }: Fault): keyof typeof scripts {
  if ([...laxInputDefects.map((one) => one.id), 'clock-in-null-notes-refused'].includes(id)) return 'input';
  if ([...secondLookDefects, ...changedOriginalDefects].some((one) => one.id === id)) return 'again';
  if (editedPartDefects.some((one) => one.id === id)) return 'edits';
  if (clothesDefects.some((one) => one.id === id)) return 'clothes';
  if ([...calendarDefects, ...writtenNoteDefects].some((one) => one.id === id)) return 'days';
  if (documentedActionDefects.some((one) => one.id === id)) return 'actions';
  return documentedSurroundingDefects.some((one) => one.id === id) ? 'around' : 'common';
}

async function playedHonestly(script: readonly ScriptStep[]): Promise<Readonly<Record<ApiVersion, readonly string[]>>> {
  return { 'v1.0': await playedScript(script, 'v1.0'), beta: await playedScript(script, 'beta') };
}

const honest = {
  common: await playedHonestly(scripts.common),
  actions: await playedHonestly(scripts.actions),
  around: await playedHonestly(scripts.around),
  input: await playedHonestly(scripts.input),
  again: await playedHonestly(scripts.again),
  edits: await playedHonestly(scripts.edits),
  clothes: await playedHonestly(scripts.clothes),
  days: await playedHonestly(scripts.days),
};

describe.each(['common', 'actions', 'around', 'input', 'again', 'edits', 'clothes', 'days'] as const)(
  'the honest server answers the script %s',
  (script) => {
    test.each(apiVersions)('of %s the same way each time', async (version) => {
      expect(await playedScript(scripts[script], version)).toStrictEqual(honest[script][version]);
    });
  },
);

test('no two defects share an id, and every id is in kebab case', () => {
  const ids = faults.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toStrictEqual([]);
});

describe('a defect shows in the traffic', () => {
  // A script that waits for each answer shows no race; engine/races.test.ts finds those.
  const sequential = faults.filter((fault) => fault.class !== 'races');
  test.each(sequential.map((fault) => [fault.id, fault] as const))('%s', async (_id, fault) => {
    const version = versionOf(fault);
    const script = scriptFor(fault);
    expect(await playedScript(scripts[script], version, fault)).not.toStrictEqual(honest[script][version]);
  });
});
