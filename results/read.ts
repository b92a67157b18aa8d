import type { AnyFinding } from '../judgements/finding.ts';
import type { RequirementRow } from '../specs/requirement.ts';
import { requirements } from '../specs/requirements/index.ts';
import { exitCodes } from './exit-code.ts';
import type { ResultLine, RunFooter } from './line.ts';
import { asItIs, asLine, parseLines, type ParsedStream } from './parse-lines.ts';
import type { RunReport } from './report.ts';
import { score } from './score.ts';
import { ResultStreamError } from './stream-error.ts';
import type { Verdict } from './verdict.ts';

export interface ReadOptions {
  /** Read a stream without a footer as an inconclusive run instead of refusing it. */
  readonly allowCutOff?: boolean;
  /** True for a stream that this process has just written: the types say what shape its lines have, and nobody looks again. */
  readonly isOwn?: boolean;
  /** The specs to read against. */
  readonly rows?: readonly RequirementRow[];
}

/** Reads a result stream. Throws a ResultStreamError for anything that is not one whole run of this suite. */
export function readResultLines(
  text: string,
  { allowCutOff = false, isOwn = false, rows = requirements }: ReadOptions = {},
): RunReport {
  const parsed = parseLines(text, isOwn ? asItIs : asLine);
  checkOrder(parsed.rest);
  checkRequirements(parsed.rest, rows);
  const last = parsed.rest.at(-1);
  const footer = last?.kind === 'footer' && !parsed.torn ? last : undefined;
  if (footer === undefined && !allowCutOff)
    throw new ResultStreamError('cutOff', 'The result stream has no footer: the run was cut off before its end.');
  return assemble(parsed, footer, rows);
}

function checkOrder(rest: readonly ResultLine[]): void {
  for (const [index, { kind }] of rest.entries()) {
    if (kind === 'header')
      throw new ResultStreamError(
        'secondHeader',
        'There is a second header: the file holds more than one run; give one file for each run.',
      );
    if (kind === 'footer' && index < rest.length - 1)
      throw new ResultStreamError(
        'afterFooter',
        'There are lines after the footer: the file holds more than one run, or it is damaged.',
      );
  }
}

function checkRequirements(lines: readonly ResultLine[], rows: readonly RequirementRow[]): void {
  const known = new Set<string>(rows.map(({ id }) => id));
  const judged = new Set<string>();
  for (const line of lines) {
    const id = requirementOf(line);
    if (id !== undefined && !known.has(id))
      throw new ResultStreamError(
        'unknownRequirement',
        `The result stream names ${id}, which this version does not know: use the version that wrote it.`,
      );
    if (line.kind !== 'verdict') continue;
    if (judged.has(line.verdict.requirement))
      throw new ResultStreamError(
        'duplicateVerdict',
        `There are two verdicts on ${line.verdict.requirement}: the file is not the stream of one run.`,
      );
    judged.add(line.verdict.requirement);
  }
}

function requirementOf(line: ResultLine): string | undefined {
  switch (line.kind) {
    case 'verdict':
      return line.verdict.requirement;
    case 'violation':
    case 'finding':
      return line.finding.requirement;
    case 'observation':
    case 'unseen':
      return line.requirement;
    case 'header':
    case 'answers':
    case 'phase':
    case 'footer':
      return undefined;
  }
}

function assemble(
  { header, rest }: ParsedStream,
  footer: RunFooter | undefined,
  rows: readonly RequirementRow[],
): RunReport {
  const place = new Map<string, number>(rows.map(({ id }, index) => [id, index]));
  const placeOf = (id: string): number => place.get(id) ?? rows.length;
  const verdicts = rest
    .flatMap((line) => (line.kind === 'verdict' ? [line.verdict] : []))
    .toSorted((left, right) => placeOf(left.requirement) - placeOf(right.requirement));
  return {
    header,
    verdicts,
    findings: findingsIn(rest, verdicts),
    observations: rest.flatMap((line) => {
      if (line.kind !== 'observation') return [];
      const { kind: _, ...row } = line;
      return [row];
    }),
    ...unseenIn(rest),
    ...answersIn(rest),
    score: score(verdicts, rows, header.apiVersion, header.client === undefined ? 'server' : 'client'),
    footer: footer ?? cutOffAfter(rest),
    ...(footer === undefined ? { cutOff: true as const } : {}),
  };
}

function unseenIn(lines: readonly ResultLine[]): Pick<RunReport, 'unseen'> {
  const unseen = lines.flatMap((line) => {
    if (line.kind !== 'unseen') return [];
    const { kind: _, ...row } = line;
    return [row];
  });
  return unseen.length === 0 ? {} : { unseen };
}

function answersIn(lines: readonly ResultLine[]): Pick<RunReport, 'answers'> {
  const answers = lines.flatMap((line) => {
    if (line.kind !== 'answers') return [];
    const { kind: _, ...row } = line;
    return [row];
  });
  return answers.length === 0 ? {} : { answers };
}

/**
 * The findings, and where a run did not come to look for a smaller reproduction, what was seen most plainly. What was taken
 * back in the end is none.
 */
function findingsIn(lines: readonly ResultLine[], verdicts: readonly Verdict[]): readonly AnyFinding[] {
  const findings = lines.flatMap((line) => (line.kind === 'finding' ? [line.finding] : []));
  const settled = new Set([
    ...findings.map(({ requirement }) => requirement),
    ...verdicts.flatMap(({ requirement, violated }) => (violated === 0 ? [requirement] : [])),
  ]);
  // The last of one requirement is the plainest.
  const others = new Map(
    lines.flatMap((line) =>
      line.kind === 'violation' && !settled.has(line.finding.requirement)
        ? [[line.finding.requirement, line.finding] as const]
        : [],
    ),
  );
  return [...findings, ...others.values()];
}

/** What stands in for the footer that a killed run could not write. What is not known is nought. */
function cutOffAfter(lines: readonly ResultLine[]): RunFooter {
  const last = lines.findLast((line) => line.kind === 'phase');
  const place = last === undefined ? '' : ` (after ${last.requests} requests, in the phase ${last.phase})`;
  return {
    kind: 'footer',
    verdict: 'inconclusive',
    exitCode: exitCodes.inconclusive,
    stopped: `the run was cut off before it ended${place}`,
    requests: { sent: 0, throttled: 0, shrinking: 0, cleanUp: 0 },
    longestLag: 0,
    leftBehind: [],
    durationMs: 0,
  };
}
