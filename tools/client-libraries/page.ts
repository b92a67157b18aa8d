import type { ClientFinding } from '../../judgements/finding.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { requirement, requirements } from '../../specs/requirements/index.ts';
import type { VerdictKind } from '../../judgements/verdict.ts';
import { adjudications } from './adjudications.ts';
import type { AllFigures, JudgedLibrary } from './files.ts';

const marks: Readonly<Record<VerdictKind, string>> = {
  passed: '✓',
  failed: '**✗**',
  warned: '⚠',
  observed: '·',
  skipped: ' ',
  inconclusive: '?',
  notExpressible: '–',
};

/** The page that says what each library does, from its committed transcript. */
export function librariesPage(all: readonly JudgedLibrary[], figures: AllFigures): string {
  const parts = [
    '# Client libraries, judged',
    `What ${all.length} clients of the timeCard API do with ${all[0]?.judged.verdicts.length ?? 0} requirements that bind a client. Everything here follows from the transcripts in
\`clients/<library>/transcript.ndjson\`, which every CI run judges again; \`npx timecard-conformance client --replay FILE\` prints the whole report of one.
Each finding was held against the documents by hand before it was put here. \`npm run clients\` installs the libraries, runs them, and writes this page.`,
    'The libraries believed themselves to be at Graph (`--host graph`): a proxy that knows this one name leads it back to the machine.',
    overview(all, figures),
    '## Requirement by requirement',
    '✓ holds, **✗** a MUST that does not hold, ⚠ a SHOULD that does not, – the library has no call for it, ? inconclusive, · only observed.',
    matrix(all),
    '## What the libraries have no call for',
    missing(all),
    '## Findings',
    ...all.map(libraryPart),
    '## What is only observed',
    observations(all),
  ];
  return `${parts.join('\n\n')}\n`;
}

function overview(all: readonly JudgedLibrary[], figures: AllFigures): string {
  return table(
    ['library', 'version', 'language', 'holds', 'fails', 'warned', 'not expressible', 'installed', 'run'],
    all.map(({ library, performance: { library: told }, judged: { verdicts } }) => {
      const count = (kind: VerdictKind): string => String(verdicts.filter((one) => one.kind === kind).length);
      const measured = figures[library.folder];
      const size =
        measured === undefined || measured.megabytes === 0
          ? 'nothing'
          : `${measured.megabytes} MB, ${measured.installSeconds} s`;
      return [
        library.name,
        told.version,
        told.language,
        count('passed'),
        count('failed'),
        count('warned'),
        count('notExpressible'),
        size,
        measured === undefined ? '' : `${measured.runSeconds} s`,
      ];
    }),
  );
}

/** Short names for the columns: the folders. */
function matrix(all: readonly JudgedLibrary[]): string {
  const rows = requirements.filter(({ binds }) => binds === 'client');
  return table(
    ['requirement', 'level', ...all.map(({ library }) => library.folder.replaceAll('-', '-<wbr>'))],
    rows.map(({ id, level, statement }) => [
      `${id}<br>${statement}`,
      level,
      ...all.map(({ judged }) => marks[judged.verdicts.find((one) => one.requirement === id)?.kind ?? 'skipped']),
    ]),
  );
}

function missing(all: readonly JudgedLibrary[]): string {
  const lines = all.flatMap(({ library, judged: { notExpressible } }) =>
    notExpressible.map(({ operation, because }) => `- ${library.name}: ${operation} (${because})`),
  );
  return lines.join('\n');
}

function libraryPart({ library, judged: { findings } }: JudgedLibrary): string {
  const heading = `### ${library.name}`;
  if (findings.length === 0) return `${heading}\n\nNone.`;
  return [heading, ...findings.map((finding) => findingPart(library.folder, finding))].join('\n\n');
}

function findingPart(folder: string, finding: ClientFinding): string {
  const { id, level, statement } = requirement(finding.requirement);
  const { violation, client, seen, stability } = finding;
  const often =
    typeof stability === 'object' && stability.failed < stability.of
      ? ` In ${stability.failed} of ${stability.of} fresh clients.`
      : '';
  const { stands = '(not adjudicated yet)', remedy = '' } = adjudications[folder]?.[finding.requirement] ?? {};
  return [
    `**${id}, ${level}: ${statement}** Seen in ${seen.violated} of ${seen.exercised}, in ${client.cases.length === 1 ? `the case ${client.cases[0]}` : `${client.cases.length} cases, here ${client.case}`}.${often}`,
    [
      '```text',
      ...dialogue(finding),
      ...requests(finding),
      `expected  ${violation.pointer}  ${short(violation.expected)}`,
      `actual    ${violation.pointer}  ${short(violation.actual)}`,
      '```',
    ].join('\n'),
    `${stands}${remedy === '' ? '' : ` *What you can do:* ${remedy}`}`,
  ].join('\n\n');
}

function dialogue({ client, violation }: ClientFinding): readonly string[] {
  return client.dialogue.flatMap(({ asked, said }) => {
    const { op = '', card: _, ...given } = isJsonObject(asked) ? asked : {};
    return [
      `asked     ${String(op)} ${Object.keys(given).length === 0 ? '' : short(given)}`.trimEnd(),
      `gave      ${short(telling(said, violation.pointer))}`,
    ];
  });
}

/** Of a value that was handed over, the place that the finding is about. */
function telling(said: Json, pointer: string): Json {
  if (!pointer.startsWith('value/')) return said;
  const path = pointer.slice('value'.length);
  const value = at(said, path);
  return value === undefined ? said : { '…': null, [path.slice(1)]: value };
}

function requests({ reproduction, violation }: ClientFinding): readonly string[] {
  return reproduction
    .filter(({ sequence }) => violation.evidence.includes(sequence))
    .flatMap(({ request: { method, url, headers, body }, outcome }) => {
      const path = url.replace(/^https:\/\/graph\.microsoft\.com/, '').replace(/\/teams\/[^/]+\/schedule/, '/…');
      const name = violation.pointer.startsWith('header:')
        ? violation.pointer.slice('header:'.length).toLowerCase()
        : undefined;
      const told = headers
        .filter(([one]) => one.toLowerCase() === name)
        .map(([one, value]) => `          ${one}: ${value.replace(/made-up-\S+/, '{token}')}`);
      const sent = body.kind === 'empty' ? [] : [`          ${abbreviated(body.text)}`];
      const status = outcome.kind === 'response' ? outcome.status : 'none';
      return [`sent      ${method} ${abbreviated(path)}  → ${status}`, ...told, ...sent];
    });
}

const longest = 220;

function abbreviated(text: string): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest).join('')}… (${letters.length} characters)`;
}

function short(value: Json): string {
  return abbreviated(JSON.stringify(value));
}

function observations(all: readonly JudgedLibrary[]): string {
  return table(
    ['library', 'what', 'seen'],
    all.flatMap(({ library, judged }) =>
      judged.observations.map(({ observation: { subject, value } }) => [
        library.name,
        subject,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
