import type { RunReport } from '../../results/report.ts';
import { visibleJson } from '../../reporters/view/visible.ts';
import type { AnyFinding } from '../../judgements/finding.ts';
import type { Json } from '../../traffic/json.ts';
import type { ImplementationRecord, RecordedFinding, RecordedRun } from './record-shape.ts';

const longest = 120;

/** What is worth keeping of several runs against one server: no traffic, and of a finding its first sight only. */
export function summarise(reports: readonly RunReport[]): ImplementationRecord {
  const [first] = reports;
  if (first === undefined) throw new Error('there is no run to summarise');
  const { suiteVersion, apiVersion, numRuns, startedAt } = first.header;
  return {
    suiteVersion,
    apiVersion,
    numRuns,
    date: startedAt.slice(0, 10),
    runs: reports.map(runOf),
    findings: findingsOf(reports),
  };
}

/** Without a token nobody can be refused for want of one, so that requirement is skipped. */
function runOf({ header, footer, score, findings, verdicts }: RunReport): RecordedRun {
  return {
    seed: header.seed,
    token: !verdicts.some(({ requirement, kind }) => requirement === 'TC-GEN-002' && kind === 'skipped'),
    verdict: footer.verdict,
    ...(footer.stopped === undefined ? {} : { stopped: footer.stopped }),
    ...score,
    requests: footer.requests.sent,
    findings: findings.length,
    ...(footer.notOffered === undefined ? {} : { notOffered: footer.notOffered }),
  };
}

function findingsOf(reports: readonly RunReport[]): readonly RecordedFinding[] {
  const byRequirement = new Map<string, AnyFinding[]>();
  for (const finding of reports.flatMap(({ findings }) => findings)) {
    const known = byRequirement.get(finding.requirement) ?? [];
    byRequirement.set(finding.requirement, [...known, finding]);
  }
  return [...byRequirement.values()]
    .flatMap(([finding, ...others]) => (finding === undefined ? [] : [recorded(finding, others.length + 1)]))
    .toSorted((left, right) => left.requirement.localeCompare(right.requirement, 'en'));
}

function recorded({ requirement, violation }: AnyFinding, runs: number): RecordedFinding {
  const { pointer, expected, actual } = violation;
  return { requirement, pointer, expected: short(expected), actual: short(actual), runs };
}

function short(value: Json): string {
  const characters = [...visibleJson(value)];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest).join('')} …`;
}
