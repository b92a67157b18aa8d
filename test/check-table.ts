import { describe, expect, test } from 'vitest';
import type { Check } from '../checks/check.ts';
import type { JudgeContext } from '../checks/context.ts';
import { judge } from '../checks/judge.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { Judged } from '../judgements/judgement.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { context, traffic } from './exchanges.ts';
import { testLaws } from './judgement-laws.ts';
import { whenPerturbed } from './when-perturbed.ts';

interface Place {
  readonly requirement: RequirementId;
  /** What sets this row apart from another one of the same requirement. */
  readonly name?: string;
  /** Traffic to which the requirement does not apply. */
  readonly silent: readonly Exchange[];
  readonly context?: Partial<JudgeContext>;
}

/** Traffic that breaks a requirement at a pointer, and the neighbour of it that keeps it. */
export interface JudgedRow extends Place {
  readonly violated: readonly Exchange[];
  readonly pointer: string;
  readonly holds: readonly Exchange[];
}

/** Traffic in which something undocumented is to be seen. */
export interface ObservedRow extends Place {
  readonly observed: readonly Exchange[];
  readonly value: Json;
}

export type Row = JudgedRow | ObservedRow;

/** Judges every row by the check of its requirement alone, and demands a row for each check. */
export function describeChecks(theme: string, checks: readonly Check[], rows: readonly Row[]): void {
  describe(theme, () => {
    test('each check has its rows', () => {
      const inRows = new Set(rows.map(({ requirement }) => requirement));
      expect([...inRows].toSorted()).toEqual(checks.map(({ requirement }) => requirement).toSorted());
    });

    describe.each(rows.map((row) => [row.requirement, row.name ?? '', row] as const))('%s %s', (_id, _name, row) => {
      const itsContext = { ...context, ...row.context };
      const its = checks.filter(({ requirement }) => requirement === row.requirement);
      const judged = (exchanges: readonly Exchange[]): readonly Judged['judgement'][] =>
        judge(traffic(exchanges), itsContext, its).map(({ judgement }) => judgement);
      const traffics = 'observed' in row ? { observed: row.observed } : { violated: row.violated, holds: row.holds };

      if ('observed' in row) testObserved(row, judged);
      else testJudged(row, judged);

      // A reviewer sees every change of words. A new row is written by the first run: commit the snapshot with it.
      test('says what it said before', () => {
        const said = Object.entries({ ...traffics, silent: row.silent }).map(([name, exchanges]) => {
          return [`on the traffic ${name}:`, ...judged(exchanges).map(inWords)].join('\n  ');
        });
        expect(`\n${said.join('\n')}\n`).toMatchSnapshot();
      });

      // So that a change of what a check applies to shows in review.
      test('says as before what it said where one exchange was otherwise', () => {
        expect(whenPerturbed('observed' in row ? row.observed : row.holds, judged)).toMatchSnapshot();
      });

      for (const one of its) testLaws(one, itsContext, [...Object.values(traffics), row.silent]);

      test('is silent where it does not apply', () => {
        const said = judged(row.silent).filter(({ kind }) => kind !== 'undecided' && kind !== 'unseen');
        expect(row.silent.length).toBeGreaterThan(0);
        expect(said).toEqual([]);
      });
    });
  });
}

function testJudged(row: JudgedRow, judged: (exchanges: readonly Exchange[]) => readonly Judged['judgement'][]): void {
  test('names what is wrong', () => {
    const violations = judged(row.violated).filter((judgement) => judgement.kind === 'violated');
    expect(violations.map(({ pointer }) => pointer)).toContain(row.pointer);
    for (const { evidence } of violations) {
      expect(evidence.length).toBeGreaterThan(0);
      expect(evidence.every((sequence) => sequence >= 1 && sequence <= row.violated.length)).toBe(true);
    }
  });

  test('holds for its neighbour', () => {
    const kinds = judged(row.holds).map(({ kind }) => kind);
    expect(kinds).toContain('holds');
    expect(kinds).not.toContain('violated');
  });
}

function testObserved(
  row: ObservedRow,
  judged: (exchanges: readonly Exchange[]) => readonly Judged['judgement'][],
): void {
  test('tells what is to be seen, and judges nothing', () => {
    const answers = judged(row.observed);
    expect(answers.flatMap((one) => (one.kind === 'observed' ? [one.observation.value] : []))).toContainEqual(
      row.value,
    );
    expect(answers.filter(({ kind }) => kind === 'violated')).toEqual([]);
  });
}

/** One line for what a check says, as far as a report shows it. */
function inWords(judgement: Judged['judgement']): string {
  switch (judgement.kind) {
    case 'violated': {
      const { pointer, expected, actual, evidence } = judgement;
      return `${evidence.join(', ')}: ${pointer} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`;
    }
    case 'observed':
      return `${judgement.observation.subject}: ${JSON.stringify(judgement.observation.value)}`;
    case 'unseen':
      return `unseen: ${judgement.subject}`;
    case 'undecided':
      return `undecided: ${judgement.because}`;
    case 'holds':
      return judgement.kind;
  }
}
