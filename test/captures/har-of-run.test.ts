import { describe, expect, test } from 'vitest';
import { checkCapture, type CheckedCapture } from '../../engine/captured/check-capture.ts';
import { needsMadeTraffic } from '../../engine/captured/captured-verdicts.ts';
import { suiteOf } from '../../engine/cases/suite.ts';
import { fault } from '../../faults/index.ts';
import { apiVersions } from '../../traffic/operation.ts';
import { tokens } from '../../reference/tokens.ts';
import type { Verdict } from '../../judgements/verdict.ts';
import { readCapture } from '../../targets/captures/read-capture.ts';
import { isWhole, oneIn } from '../one-in.ts';
import { runAgainst, type ObservedRun } from '../run-against.ts';
import { harOf } from './har-of.ts';

const tokenOf: Readonly<Record<string, string>> = {
  TIMECARD_TOKEN: tokens.caller,
  TIMECARD_SECOND_USER_TOKEN: tokens.secondUser,
  TIMECARD_APP_TOKEN: tokens.application,
  TIMECARD_READ_ONLY_TOKEN: tokens.readOnly,
  TIMECARD_NO_SCOPE_TOKEN: tokens.noScope,
};

/** What a proxy between the run and the server would have kept: the tokens themselves, and nothing of what the run was up to. */
function capturedOf(run: ObservedRun): CheckedCapture {
  const har = harOf(run.exchanges).replaceAll(/\$(TIMECARD_\w+)/g, (all, name: string) => tokenOf[name] ?? all);
  const checked = checkCapture(readCapture(har), { file: 'run.har' });
  if (!('verdicts' in checked)) throw new Error('the HAR file of a run holds requests for time cards');
  return checked;
}

/** What can be compared: the verdicts on requirements that traffic can show whoever made it. */
function comparable(verdicts: readonly Verdict[], judged: readonly Verdict[]): readonly string[] {
  const told = new Set(
    judged
      .filter(({ kind, requirement }) => /passed|failed|warned/.test(kind) && !needsMadeTraffic(requirement))
      .map(({ requirement }) => requirement),
  );
  return (
    verdicts
      .filter(({ requirement }) => told.has(requirement))
      // Times of a HAR file are in whole milliseconds: which requests overlapped does not always show.
      .filter(({ requirement }) => !requirement.startsWith('TC-RACE-'))
      .map(({ requirement, kind }) => `${requirement} ${kind}`)
  );
}

describe('a HAR file of a run is judged like the run itself on all that traffic shows whoever made it', () => {
  test.runIf(isWhole).each(apiVersions)('of an honest server, %s', { timeout: 180_000 }, async (apiVersion) => {
    const run = await runAgainst(undefined, { numRuns: 3, expectsLag: false }, { apiVersion });
    const checked = capturedOf(run);
    expect(checked.findings).toEqual([]);
    const judged = comparable(run.end.verdicts, run.end.verdicts);
    expect(judged.length).toBeGreaterThan(100);
    expect(comparable(checked.verdicts, run.end.verdicts)).toEqual(judged);
  });

  test.each(
    oneIn(5, [
      'clock-in-200',
      'clock-out-state-unchanged',
      'get-another-card',
      'refused-write-kept',
      'next-page-skips-one',
      'created-not-listed',
      'neighbours-touched',
      'confirm-not-kept',
      'state-capital',
      'deleted-readable',
    ]),
  )('of a server with the defect %s', { timeout: 180_000 }, async (id) => {
    const defect = fault(id);
    if (defect === undefined) throw new Error(`there is no defect ${id}`);
    const suites = new Set(defect.caughtBy.map(suiteOf));
    const run = await runAgainst(defect, { numRuns: 1, suites });
    const checked = capturedOf(run);
    const judged = comparable(run.end.verdicts, run.end.verdicts);
    expect(comparable(checked.verdicts, run.end.verdicts)).toEqual(judged);
    expect(run.violated.length).toBeGreaterThan(0);
  });
});
