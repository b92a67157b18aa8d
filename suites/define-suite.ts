import { beforeAll, describe, inject, test } from 'vitest';
import { checkedRequirements } from '../checks/index.ts';
import { suiteOf, type SuiteName } from '../engine/suite.ts';
import type { Finding } from '../specs/finding.ts';
import { requirements, type Requirement } from '../specs/requirements/index.ts';
import type { Verdict } from '../specs/verdict.ts';
import { sessionOf, type Session, type SessionSettings } from './session.ts';

declare module 'vitest' {
  interface ProvidedContext {
    readonly timecard: SessionSettings;
  }
  interface TaskMeta {
    /** What vitest's reporters get of a requirement. */
    timecard?: {
      readonly requirement: string;
      readonly level: string;
      readonly verdict: Verdict;
      readonly finding?: Finding;
    };
  }
}

/** Declares one suite: a test for each of its requirements, with the evidence in `task.meta.timecard`. */
export function defineSuite(name: SuiteName): void {
  describe(name, () => {
    let session: Session;
    beforeAll(async () => {
      session = await sessionOf(inject('timecard'));
    }, 0);
    const { apiVersion } = inject('timecard').configuration;
    for (const row of requirements) {
      if (suiteOf(row.id) !== name || !checkedRequirements.has(row.id) || !row.versions.includes(apiVersion)) continue;
      test(`${row.id} ${row.level} ${row.statement}`, ({ task, skip }) => {
        const verdict = session.end.verdicts.find(({ requirement }) => requirement === row.id);
        if (verdict === undefined) throw new Error(`${row.id} has no verdict`);
        const finding = session.findings.get(row.id);
        task.meta.timecard = {
          requirement: row.id,
          level: row.level,
          verdict,
          ...(finding === undefined ? {} : { finding }),
        };
        report(row, verdict, finding, skip);
      });
    }
  });
}

/** A test passes only for a requirement that was exercised; what could not be judged is skipped with its reason. */
function report(row: Requirement, verdict: Verdict, finding: Finding | undefined, skip: (note?: string) => void): void {
  switch (verdict.kind) {
    case 'passed':
    case 'observed':
    case 'warned':
      return;
    case 'skipped':
    case 'inconclusive':
    case 'notExpressible':
      return skip(verdict.because);
    case 'failed': {
      const violation = finding?.violation;
      const difference =
        violation === undefined
          ? ''
          : `: ${violation.pointer} is ${JSON.stringify(violation.actual)}, not ${JSON.stringify(violation.expected)}`;
      throw new Error(`${row.statement}${difference}`);
    }
  }
}
