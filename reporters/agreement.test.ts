import { XMLParser } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { exitCode } from '../results/exit-code.ts';
import type { RunReport } from '../results/report.ts';
import { score } from '../results/score.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { Verdict, VerdictKind } from '../results/verdict.ts';
import { requirements, type RequirementId } from '../specs/requirements/index.ts';
import { sampleFinding, sampleFooter, sampleHeader, sampleReport, sampleVerdict } from '../test/sample-report.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderTerminal } from './terminal.ts';

const rowOf = (level: string): RequirementId => {
  const found = requirements.find((row) => row.level === level && row.binds === 'server');
  if (found === undefined) throw new Error(`no row has the level ${level}`);
  return found.id;
};

/** Every kind of verdict that a requirement may get, by its level. */
const rows: readonly (readonly [level: string, kind: VerdictKind])[] = [
  ['MUST', 'passed'],
  ['MUST', 'failed'],
  ['MUST', 'skipped'],
  ['MUST', 'inconclusive'],
  ['SHOULD', 'passed'],
  ['SHOULD', 'warned'],
  ['SHOULD', 'skipped'],
  ['SHOULD', 'inconclusive'],
  ['MAY', 'warned'],
  ['MAY', 'inconclusive'],
  ['OBSERVE', 'observed'],
  ['OBSERVE', 'skipped'],
  ['OBSERVE', 'inconclusive'],
];

const endings: readonly { readonly stopped?: string; readonly interrupted?: true }[] = [
  {},
  { stopped: 'the limit of 20 requests was reached' },
  { stopped: 'the run was interrupted', interrupted: true },
];

/** A run with one other row that passed, and one without, in which nothing else was judged. */
const reports: readonly (readonly [name: string, report: RunReport])[] = rows.flatMap(([level, kind]) =>
  [true, false].flatMap((others) =>
    [true, false].flatMap((strict) =>
      endings.map((ending) => {
        const id = rowOf(level);
        const passed = requirements.find((row) => row.level === 'MUST' && row.id !== id)?.id ?? id;
        const because = kind === 'skipped' || kind === 'inconclusive' ? { because: 'of something' } : {};
        const verdicts: readonly Verdict[] = [
          sampleVerdict(id, kind, because),
          ...(others ? [sampleVerdict(passed)] : []),
        ];
        const verdict = targetVerdict(verdicts, { strict, stopped: ending.stopped });
        const { interrupted = false, ...rest } = ending;
        const report = sampleReport({
          header: sampleHeader({ strict }),
          verdicts,
          findings: kind === 'failed' || kind === 'warned' ? [sampleFinding({ requirement: id })] : [],
          observations: [],
          score: score(verdicts, requirements, 'v1.0'),
          footer: sampleFooter({ verdict, exitCode: exitCode({ verdict, interrupted }), ...rest }),
        });
        const name = [level, kind, others && 'beside one that holds', strict && 'strict', rest.stopped]
          .filter((part) => typeof part === 'string')
          .join(', ');
        return [name, report] as const;
      }),
    ),
  ),
);

interface Suites {
  readonly testsuites: { readonly '@failures': string; readonly '@errors': string };
}

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' });

describe('every report agrees with the exit code', () => {
  test('which is each of those that a run may have, in this table', () => {
    const codes = new Set(reports.map(([, { footer }]) => footer.exitCode));
    expect([...codes].toSorted((left, right) => left - right)).toEqual([0, 1, 3, 130]);
  });

  test.each(reports)('%s', (_, report) => {
    const { exitCode: code, verdict, stopped } = report.footer;
    const { testsuites } = parser.parse(renderJunit(report)) as Suites;
    const [failures, errors] = [Number(testsuites['@failures']), Number(testsuites['@errors'])];
    // Red exactly where the process ends with something else than 0, and a failure exactly where something fails.
    expect(failures + errors > 0).toBe(code !== 0);
    expect(failures > 0).toBe(verdict === 'nonconforming');
    const terminal = renderTerminal(report);
    expect(terminal).toMatch(new RegExp(`^${verdict}\\b`, 'm'));
    expect(/^✗/m.test(terminal)).toBe(verdict === 'nonconforming');
    expect(terminal).toContain(stopped ?? verdict);
    expect(JSON.parse(renderJson(report))).toMatchObject({ footer: { exitCode: code, verdict } });
  });
});
