import { requirement } from '../../specs/requirements/index.ts';
import {
  everyServer,
  type Adjudications,
  type ImplementationRecord,
  type RecordedFinding,
  type RecordedRun,
  type ServerSheet,
} from './record-shape.ts';

/** A server with what its runs came to. */
export interface Implementation {
  readonly name: string;
  readonly sheet: ServerSheet;
  readonly record: ImplementationRecord;
}

const introduction = `# Mock servers that others wrote

What this suite says about mock servers that people use, fed with our OpenAPI document \`specs/openapi/timecard-v1.0.json\`
(with its OpenAPI 3.0.3 form where a tool refuses 3.1), with a recording or with an empty file, as each of them is made for.
None of them claims to be a time clock: an OpenAPI document holds shapes and examples, not what a clockOut does to a card.
The page shows how much of a time clock such a mock stands in for, and it is our own check that the suite accuses nobody
wrongly: every finding below was held against the documents by hand.

This page is written by \`npm run implementations\` from \`docs/implementations/\`; change it there.
All commands are run from the root of this repository, after \`npm run build\`.`;

/** The page; throws where a finding has no adjudication, or an adjudication no finding. */
export function page(implementations: readonly Implementation[], adjudications: Adjudications): string {
  const used = new Set<string>();
  const sections = implementations.map((one) => section(one, adjudications, used));
  const idle = Object.entries(adjudications).flatMap(([server, lines]) =>
    Object.keys(lines).flatMap((id) => (used.has(`${server} ${id}`) ? [] : [`${server}: ${id}`])),
  );
  if (idle.length > 0) throw new Error(`adjudicated, but found nowhere: ${idle.join(', ')}`);
  return `${[introduction, overview(implementations), tally(implementations, adjudications), ...sections].join('\n\n')}\n`;
}

/** How many findings are on the page, and how many of them accuse somebody wrongly. */
function tally(implementations: readonly Implementation[], adjudications: Adjudications): string {
  const lines = implementations.flatMap(({ name, record }) =>
    record.findings.map((finding) => adjudication(name, finding, adjudications).line),
  );
  const wrong = lines.filter((line) => line.startsWith('wrong')).length;
  return `Findings on this page: ${lines.length}, of which right: ${lines.length - wrong}, wrong: ${wrong}.`;
}

function overview(implementations: readonly Implementation[]): string {
  const rows = implementations.map(({ sheet, record }) => {
    const [first] = record.runs.filter(({ token }) => token);
    return row([
      `[${sheet.title}](#${anchor(sheet.title)})`,
      sheet.version,
      sheet.how.split(/[;(]/, 1)[0]?.trim() ?? '',
      first === undefined ? '' : `${first.holding} of ${first.exercised}`,
      first === undefined ? '' : `${first.exercised} of ${first.total}`,
      verdicts(record.runs.filter(({ token }) => token)),
      verdicts(record.runs.filter(({ token }) => !token)),
    ]);
  });
  return [
    row([
      'server',
      'version',
      'how it answers',
      'holds of exercised',
      'exercised of all',
      'verdict',
      'without a token',
    ]),
    row(['---', '---', '---', '---', '---', '---', '---']),
    ...rows,
    '',
    'The figures are those of the first run with a token (any text: none of these servers knows tokens).',
  ].join('\n');
}

/** The verdict of runs that differ in nothing but the seed: one word, or each. */
function verdicts(runs: readonly RecordedRun[]): string {
  return runs.length === 0 ? 'not run' : [...new Set(runs.map(({ verdict }) => verdict))].join(', ');
}

function section({ name, sheet, record }: Implementation, adjudications: Adjudications, used: Set<string>): string {
  const judged = record.runs.filter(({ stopped }) => stopped === undefined).length;
  const stopped = record.runs.find((run) => run.stopped !== undefined)?.stopped;
  const missing = [...new Set(record.runs.flatMap(({ notOffered = [] }) => notOffered))];
  return [
    `## ${sheet.title}`,
    `\`${sheet.package}\` ${sheet.version}: ${sheet.how}.`,
    ['```sh', ...sheet.start, '# in another terminal', ...runCommands(sheet, record), '```'].join('\n'),
    [
      row(['seed', 'token', 'verdict', 'holds of exercised', 'exercised of all', 'requests', 'findings']),
      row(['---', '---', '---', '---', '---', '---', '---']),
      ...record.runs.map(runRow),
    ].join('\n'),
    ...(stopped === undefined ? [] : [`Without a token nothing is judged: ${stopped}`]),
    ...(missing.length === 0
      ? []
      : [`Not offered (404, 405 or 501): ${missing.join(', ')}; what needs them is not judged.`]),
    `Suite ${record.suiteVersion}, API ${record.apiVersion}, ${record.numRuns} random cases, ${record.date}.`,
    [
      row(['requirement', 'runs', 'expected', 'actual', 'held against the documents']),
      row(['---', '---', '---', '---', '---']),
      ...record.findings.map((finding) => {
        const { server, line } = adjudication(name, finding, adjudications);
        used.add(`${server} ${finding.requirement}`);
        return findingRow(finding, judged, line);
      }),
    ].join('\n'),
  ].join('\n\n');
}

/** With the seed of the first run: the others differ in nothing else. */
function runCommands({ port }: ServerSheet, { runs }: ImplementationRecord): readonly string[] {
  const run = `node dist/cli/main.js run --base-url http://127.0.0.1:${port} --seed ${runs[0]?.seed ?? 1}`;
  return [`TIMECARD_TOKEN=any-text ${run}`, ...(runs.every(({ token }) => token) ? [] : [run])];
}

function runRow({ seed, token, verdict, holding, exercised, total, requests, findings }: RecordedRun): string {
  const cells = [seed, token ? 'yes' : 'no', verdict, `${holding} of ${exercised}`, `${exercised} of ${total}`];
  return row([...cells, requests, findings].map(String));
}

function findingRow(
  { requirement: id, pointer, expected, actual, runs }: RecordedFinding,
  of: number,
  because: string,
): string {
  const { level, statement } = requirement(id);
  return row([
    `**${id}** ${level}: ${plain(statement)}`,
    `${runs} of ${of}`,
    code(`${pointer} ${expected}`),
    code(actual),
    plain(because),
  ]);
}

/** The line of the server itself, or else that of every server. */
function adjudication(
  name: string,
  { requirement: id }: RecordedFinding,
  lines: Adjudications,
): { readonly server: string; readonly line: string } {
  const server = lines[name]?.[id] === undefined ? everyServer : name;
  const line = lines[server]?.[id];
  if (line === undefined) throw new Error(`${name}: nobody has held ${id} against the documents yet`);
  if (!/^(right|wrong): /.test(line)) throw new Error(`${server}: ${id} must begin with right or wrong`);
  return { server, line };
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function plain(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');
}

/** Text of a server inside a table cell: nothing of it is markup. */
function code(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', String.raw`\|`)}\``;
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
}
