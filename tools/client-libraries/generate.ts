// npm run clients [-- --only FOLDER] [--ci] [--page]: installs every library that has a driver, judges it for real, and writes
// its transcript and docs/clients.md. With --ci it runs those that are quick, writes nothing, skips what no registry answers
// for, and fails where a verdict is another than that of the committed transcript. With --page it writes the page anew.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judgeClient } from '../../clients/client-outcome.ts';
import { readTranscript } from '../../clients/transcripts/read-transcript.ts';
import { libraries, root, type Library } from './catalogue.ts';
import {
  figuresPath,
  judgeTranscripts,
  librariesPagePath,
  readFigures,
  transcriptPath,
  type Figures,
} from './files.ts';
import { install, NotInstalled } from './install.ts';
import { librariesPage } from './page.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    ci: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
  },
});

const minute = 60_000;
/** CI has a minute for all of them; what is not over by then is skipped, and said. */
const deadline = performance.now() + minute;
const left = (): number => (values.ci ? Math.max(Math.ceil(deadline - performance.now()), 1) : 60 * minute);

interface Outcome {
  readonly library: Library;
  readonly line: string;
  readonly figures?: Figures;
  readonly failed?: true;
}

async function run(library: Library): Promise<Outcome> {
  try {
    const { seconds, megabytes } = await install(library, left());
    const folder = mkdtempSync(join(tmpdir(), 'timecard-clients-'));
    const file = values.ci ? join(folder, 'transcript.ndjson') : transcriptPath(library);
    const began = performance.now();
    const said = await client(library, file, folder);
    if (said.code === null) throw new NotInstalled('the minute that CI has for all was over');
    const runSeconds = Math.round((performance.now() - began) / 1000);
    if (said.code !== 0 && said.code !== 1)
      return { library, line: `FAILED  ${library.name}: ${said.text}`, failed: true };
    const judged = judgeClient(readTranscript(readFileSync(file, 'utf8')));
    rmSync(folder, { recursive: true });
    const count = (kind: string): number => judged.verdicts.filter((verdict) => verdict.kind === kind).length;
    const counted = `${count('passed')} hold, ${count('failed')} fail, ${count('warned')} warned, ${count('notExpressible')} not expressible, ${count('inconclusive')} inconclusive`;
    const line = `ok      ${library.name.padEnd(38)} ${counted}; ${megabytes} MB in ${seconds} s, run ${runSeconds} s`;
    const otherwise = values.ci ? differences(library, judged.verdicts) : [];
    if (otherwise.length > 0)
      return { library, line: `FAILED  ${library.name}: ${otherwise.join('; ')}`, failed: true };
    return { library, line, figures: { installSeconds: seconds, megabytes, runSeconds } };
  } catch (error) {
    if (!(error instanceof NotInstalled)) throw error;
    return { library, line: `skipped ${library.name}: ${error.message}`, ...(values.ci ? {} : { failed: true }) };
  }
}

function client(
  { start }: Library,
  file: string,
  folder: string,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const words = [
    'client',
    '--host',
    'graph',
    '--record',
    file,
    '--report-dir',
    folder,
    '--quiet',
    '--driver-timeout',
    '180s',
    '--',
    ...start,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['dist/cli/main.js', ...words], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: left(),
      killSignal: 'SIGKILL',
    });
    let text = '';
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.on('error', reject).on('close', (code) => resolve({ code, text: text.trim() }));
  });
}

type Verdicts = ReturnType<typeof judgeClient>['verdicts'];

/** What is judged otherwise than by the committed transcript. */
function differences(library: Library, verdicts: Verdicts): readonly string[] {
  const before = judgeClient(readTranscript(readFileSync(transcriptPath(library), 'utf8'))).verdicts;
  return verdicts.flatMap(({ requirement, kind }) => {
    const was = before.find((one) => one.requirement === requirement)?.kind;
    return was === kind ? [] : [`${requirement} is ${kind} and was ${was ?? 'not judged'}: run npm run clients`];
  });
}

async function runAll(chosen: readonly Library[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = [...chosen];
  // Most of the time a run waits, as its library was told to.
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const outcome = await run(next);
      outcomes.push(outcome);
      process.stdout.write(`${outcome.line}\n`);
    }
  };
  await Promise.all(Array.from({ length: values.ci ? 4 : 1 }, worker));
  return outcomes;
}

if (!values.page) {
  const { only, ci } = values;
  const chosen = libraries.filter(({ folder, inCi }) => (only === undefined || folder === only) && (!ci || inCi));
  const outcomes = await runAll(chosen);
  if (!ci) {
    const measured = outcomes.flatMap(({ library, figures }) =>
      figures === undefined ? [] : [[library.folder, figures] as const],
    );
    writeFileSync(
      figuresPath,
      `${JSON.stringify({ ...readFigures(), ...Object.fromEntries(measured) }, undefined, 1)}\n`,
    );
  }
  if (outcomes.some(({ failed }) => failed)) process.exitCode = 1;
}
if (!values.ci && process.exitCode !== 1)
  writeFileSync(librariesPagePath, librariesPage(judgeTranscripts(), readFigures()));
