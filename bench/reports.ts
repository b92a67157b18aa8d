import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reporterNames, reporters } from '../reporters/index.ts';
import type { ResultLine } from '../results/line.ts';
import { readResultLines } from '../results/read.ts';
import { serialise } from '../results/serialise.ts';
import type { RunReport } from '../results/report.ts';
import type { AnyFinding } from '../judgements/finding.ts';
import { median } from './median.ts';
import type { Scale } from './scale.ts';
import { startReferenceProcess } from './reference-process.ts';

const command = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Findings, and rounds of each build: the builds take turns, so that what else the machine does slows both. */
const sizes = { whole: { many: 300, rounds: 7 }, small: { many: 20, rounds: 1 } } as const;

/**
 * How long all reports of a whole run take, and how large the pages are: as the run was, and with 300 findings.
 *
 * @param before a folder with another build of this project, which is measured beside this one
 */
export async function measureReports(scale: Scale, before?: string): Promise<readonly string[]> {
  const { many, rounds } = sizes[scale];
  const { text, report } = await wholeRun(scale);
  const start = performance.now();
  readResultLines(text);
  const reading = performance.now() - start;
  return [
    `reports of a whole run, ${report.verdicts.length} verdicts; its stream of ${kilobytes(text)} is read in ${reading.toFixed(0)} ms`,
    ...measured(`${report.findings.length} findings`, report),
    ...measured(`${many} findings`, withFindings(report, many)),
    ...inTurns(withFindings(report, many), rounds, before),
  ];
}

/** The same in processes that do nothing else: what somebody who calls the command waits for, beside its start. */
function inTurns(report: RunReport, rounds: number, before: string | undefined): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
  try {
    const file = join(folder, 'results.ndjson');
    writeFileSync(file, linesOf(report).join(''));
    const builds = [fileURLToPath(new URL('../..', import.meta.url)), ...(before === undefined ? [] : [before])];
    const took = Array.from({ length: rounds }, () => builds.map((build) => renderedBy(build, file)));
    const [now = 0, earlier] = builds.map((_build, index) => median(took.map((round) => round[index] ?? 0)));
    const ratio =
      earlier === undefined
        ? ''
        : `; before: ${earlier.toFixed(0)} ms, now ${(earlier / now).toFixed(1)} times as fast`;
    return [
      `  ${report.findings.length} findings, read and rendered in a new process: ${now.toFixed(0)} ms of processor time${ratio}`,
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function renderedBy(folder: string, file: string): number {
  const script = fileURLToPath(new URL('report-once.js', import.meta.url));
  const { stdout, status } = spawnSync(process.execPath, [script, folder, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`The build in ${folder} rendered nothing.`);
  return Number(stdout);
}

function linesOf({ header, verdicts, findings, observations, footer }: RunReport): readonly string[] {
  const lines: readonly ResultLine[] = [
    header,
    ...findings.map((finding) => ({ kind: 'finding', finding }) as const),
    ...observations.map((row) => ({ kind: 'observation', ...row }) as const),
    ...verdicts.map((verdict) => ({ kind: 'verdict', verdict }) as const),
    footer,
  ];
  return lines.map((line) => `${serialise(line)}\n`);
}

function measured(what: string, report: RunReport): readonly string[] {
  let all = 0;
  const shares = reporterNames.map((name) => {
    const start = performance.now();
    const rendered = reporters[name].render(report, {});
    const took = performance.now() - start;
    all += took;
    return `${name} ${took.toFixed(0)} ms ${kilobytes(rendered)}`;
  });
  return [`  ${what}: all in ${all.toFixed(0)} ms: ${shares.join(', ')}`];
}

function kilobytes(text: string): string {
  return `${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`;
}

async function wholeRun(scale: Scale): Promise<{ readonly text: string; readonly report: RunReport }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-reports-'));
  const server = await startReferenceProcess({
    fault: scale === 'whole' ? 'clock-out-state-unchanged' : 'clock-out-202',
  });
  try {
    const words = [
      'run',
      '--seed',
      '7',
      '--quiet',
      '--report',
      'json',
      '--report-dir',
      folder,
      ...(scale === 'whole' ? [] : ['--suite', 'clockOut', '--max-requests', '100']),
    ];
    spawnSync(process.execPath, [command, ...words], { env: { ...process.env, ...server.environment } });
    const text = readFileSync(join(folder, 'results.ndjson'), 'utf8');
    return { text, report: readResultLines(text) };
  } finally {
    server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** The same run, as if so many requirements failed in the way in which one did. */
function withFindings(report: RunReport, most: number): RunReport {
  const [model] = report.findings;
  if (model === undefined) throw new Error('The run against a defect has no finding.');
  const failing = new Set(report.verdicts.slice(0, most).map(({ requirement }) => requirement));
  const findings = [...failing].map((requirement): AnyFinding => ({ ...model, requirement }));
  const verdicts = report.verdicts.map((verdict) =>
    failing.has(verdict.requirement) ? { ...verdict, kind: 'failed' as const, violated: 1, exercised: 1 } : verdict,
  );
  const { causes: _, ...footer } = report.footer;
  return { ...report, findings, verdicts, footer };
}
