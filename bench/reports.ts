import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reporterNames, reporters } from '../reporters/index.ts';
import { readResultLines } from '../results/read.ts';
import type { RunReport } from '../results/report.ts';
import type { AnyFinding } from '../judgements/finding.ts';
import type { Scale } from './scale.ts';
import { startReferenceProcess } from './reference-process.ts';

const command = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** How long all reports of a whole run take, and how large the pages are: as the run was, and with 300 findings. */
export async function measureReports(scale: Scale): Promise<readonly string[]> {
  const { text, report } = await wholeRun(scale);
  const start = performance.now();
  readResultLines(text);
  const reading = performance.now() - start;
  return [
    `reports of a whole run, ${report.verdicts.length} verdicts; its stream of ${kilobytes(text)} is read in ${reading.toFixed(0)} ms`,
    ...measured(`${report.findings.length} findings`, report),
    ...measured('300 findings', withFindings(report, 300)),
  ];
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
  const server = await startReferenceProcess('clock-out-state-unchanged');
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
      ...(scale === 'whole' ? [] : ['--max-requests', '150']),
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
