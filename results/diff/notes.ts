import type { ComparableRun } from './comparable-run.ts';

/** What makes two runs harder to compare, as sentence fragments for people. */
export function notesOn(left: ComparableRun, right: ComparableRun): readonly string[] {
  const differs = (what: (run: ComparableRun) => unknown): boolean =>
    JSON.stringify(what(left)) !== JSON.stringify(what(right));
  const areRuns = left.extent !== undefined && right.extent !== undefined;
  const { side: before } = left;
  const { side: after } = right;
  return [
    ...(differs(({ side }) => side.apiVersion)
      ? [`${before.apiVersion} is compared with ${after.apiVersion}: beta may differ, so nothing here fails`]
      : []),
    ...(differs(({ side }) => side.suiteVersion)
      ? [`the suite versions are ${before.suiteVersion} and ${after.suiteVersion}: requirements may have changed`]
      : []),
    ...(before.seed !== undefined &&
    after.seed !== undefined &&
    differs(({ side, extent }) => [side.seed, extent?.numRuns])
      ? ['the seeds or the numbers of random cases differ: what only one run saw may be chance']
      : []),
    ...(areRuns && differs(({ extent }) => [extent?.effort, extent?.budget ?? {}, extent?.suites, extent?.requirements])
      ? ['the effort, the limits or the chosen requirements differ: only what both runs tried is compared']
      : []),
    ...(areRuns && differs(({ extent }) => extent?.actors) ? ['the runs had tokens for different actors'] : []),
    ...left.notes.map((note) => `the first file: ${note}`),
    ...right.notes.map((note) => `the second file: ${note}`),
    ...(before.stopped === undefined ? [] : [`the first run did not finish: ${before.stopped}`]),
    ...(after.stopped === undefined ? [] : [`the second run did not finish: ${after.stopped}`]),
  ];
}
