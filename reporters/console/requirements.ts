import { contradictions } from '../../specs/contradictions.ts';
import type { Contradiction } from '../../specs/contradiction.ts';
import { documents, type Document } from '../../specs/documents.ts';
import type { Level, Source } from '../../specs/requirement.ts';
import { situationInWords, situationOf } from '../../specs/situation.ts';
import type { Requirement } from '../../specs/requirements/index.ts';
import { documentDate } from '../view/document-date.ts';
import { pad, wrap } from '../text/layout.ts';
import { count } from '../view/amounts.ts';
import { settingsOf, type Colours, type RenderSettings, type ReportOptions } from '../text/options.ts';

const groupTitles: Readonly<Record<string, string>> = {
  GEN: 'Every operation',
  AUTH: 'Permissions',
  SHAPE: 'Shape of a timeCard',
  CREATE: 'create',
  CLOCKIN: 'clockIn',
  CLOCKOUT: 'clockOut',
  BREAK: 'startBreak and endBreak',
  CONFIRM: 'confirm and confirmForUser',
  GET: 'get',
  LIST: 'list',
  REPLACE: 'replace',
  DELETE: 'delete',
};

const provenanceTexts: Readonly<Record<Requirement['provenance'], string>> = {
  documented: 'documented (a sentence says it)',
  example: 'example (an example shows it)',
  schema: 'schema (the CSDL declares it)',
  inferred: 'inferred (it follows from the sources)',
};

/** Wide enough for every level. */
const levelWidth = 'OBSERVE'.length;

/** A list of requirements: id, level, versions and statement in columns, by group. */
export function renderRequirementList(rows: readonly Requirement[], options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const idWidth = Math.max(0, ...rows.map(({ id }) => id.length));
  const groups = [...new Set(rows.map(groupOf))];
  const blocks = groups.map((group) => [
    settings.colours.bold(groupTitles[group] ?? group),
    ...rows.filter((row) => groupOf(row) === group).flatMap((row) => rowLines(row, idWidth, settings)),
  ]);
  return text([...blocks, [totals(rows)]]);
}

/** With less room than this beside the columns, a statement stands below them. */
const narrowestStatement = 40;

function rowLines(row: Requirement, idWidth: number, { colours, width }: RenderSettings): readonly string[] {
  const versions = pad(versionsOf(row), 'v1.0 beta'.length);
  const level = paint(row.level, colours)(pad(row.level, levelWidth));
  const columns = `  ${pad(row.id, idWidth)}  ${level}  ${colours.dim(versions)}`;
  const indent = 2 + idWidth + 2 + levelWidth + 2 + versions.length + 2;
  if (width - indent < narrowestStatement) return [columns, ...indented(row.statement, 4, width)];
  const [first = '', ...others] = wrap(row.statement, width - indent);
  return [`${columns}  ${first}`, ...others.map((line) => `${' '.repeat(indent)}${line}`)];
}

function totals(rows: readonly Requirement[]): string {
  const levels = [...new Set(rows.map(({ level }) => level))];
  const parts = levels.map((level) => `${rows.filter((row) => row.level === level).length} ${level}`);
  return `${count(rows.length, 'requirement')}: ${parts.join(', ')}`;
}

/** One requirement with everything that is known of it. */
export function renderRequirement(row: Requirement, options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const { colours, width } = settings;
  return text([
    [
      `${colours.bold(row.id)}  ${paint(row.level, colours)(row.level)}  ${colours.dim(versionsOf(row))}`,
      ...wrap(row.statement, width),
    ],
    factLines(row, settings),
    row.derivation === undefined ? [] : section('Why so', [row.derivation], settings),
    row.untestable === undefined ? [] : section('Why no traffic can show it', [row.untestable], settings),
    [
      colours.bold(count(row.sources.length, 'source')),
      ...row.sources.flatMap((source) => sourceLines(source, settings)),
    ],
    ...row.contradictions.map((id) => contradictionLines(contradictionOf(id), settings)),
  ]);
}

function factLines(row: Requirement, settings: RenderSettings): readonly string[] {
  const { provenance, operations, binds, needs, shows } = row;
  const facts = [
    ['carried by', provenanceTexts[provenance]],
    ['operations', operations.join(' ')],
    ...(binds === 'server'
      ? [
          [
            shows === 'success' ? 'succeeds for' : 'shown for',
            situationInWords(situationOf(operations, shows)),
          ] as const,
        ]
      : []),
    ['binds', `the ${binds}`],
    ['needs', needs.length === 0 ? 'only the caller' : needs.join(' ')],
  ] as const;
  const labelWidth = Math.max(...facts.map(([label]) => label.length)) + 2;
  return facts.flatMap(([label, value]) => {
    const [first = '', ...others] = wrap(value, settings.width - labelWidth);
    return [
      `${settings.colours.dim(pad(label, labelWidth))}${first}`,
      ...others.map((line) => `${' '.repeat(labelWidth)}${line}`),
    ];
  });
}

function sourceLines(
  { document, section: place, says }: Source,
  { colours, width }: RenderSettings,
): readonly string[] {
  const cited: Document = documents[document];
  return [
    ...indented(`${cited.title} (${documentDate(cited)}), ${place}`, 2, width),
    ...indented(says, 4, width),
    `    ${colours.dim(cited.url)}`,
  ];
}

function contradictionLines(
  { id, title, sides, judgement }: Contradiction,
  { colours, width }: RenderSettings,
): readonly string[] {
  return [
    ...wrap(`${title} (${id})`, width).map((line) => colours.bold(line)),
    ...sides.flatMap(({ document, says }) => [
      ...indented(documents[document].title, 2, width).map((line) => colours.dim(line)),
      ...indented(says, 4, width),
    ]),
    ...indented(`Our judgement: ${judgement}`, 2, width),
  ];
}

function section(title: string, paragraphs: readonly string[], { colours, width }: RenderSettings): readonly string[] {
  return [colours.bold(title), ...paragraphs.flatMap((paragraph) => indented(paragraph, 2, width))];
}

function indented(paragraph: string, by: number, width: number): readonly string[] {
  return wrap(paragraph, width - by).map((line) => `${' '.repeat(by)}${line}`);
}

function paint(level: Level, colours: Colours): (painted: string) => string {
  switch (level) {
    case 'MUST':
      return colours.red;
    case 'SHOULD':
      return colours.yellow;
    case 'MAY':
      return colours.cyan;
    case 'OBSERVE':
      return colours.dim;
  }
}

function versionsOf({ versions }: Requirement): string {
  return versions.join(' ');
}

function groupOf({ id }: Requirement): string {
  return id.split('-')[1] ?? '';
}

function contradictionOf(id: Requirement['contradictions'][number]): Contradiction {
  const found = contradictions.find((row) => row.id === id);
  if (found === undefined) throw new Error(`No contradiction has the id ${id}.`);
  return found;
}

function text(blocks: readonly (readonly string[])[]): string {
  const filled = blocks.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}
