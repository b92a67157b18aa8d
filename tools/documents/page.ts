import { suiteOf } from '../../engine/cases/suite.ts';
import { documentDate } from '../../reporters/view/document-date.ts';
import { contradictions } from '../../specs/contradictions.ts';
import { documents, type Document, type DocumentId } from '../../specs/documents.ts';
import { requirements, type Requirement, type RequirementId } from '../../specs/requirements/index.ts';

type CheckFiles = ReadonlyMap<RequirementId, string>;

const documentIds = Object.keys(documents) as readonly DocumentId[];

/** The page that leads from each document to what the suite makes of it. */
export function page(checkFiles: CheckFiles): string {
  const parts = [introduction(checkFiles), overview(), ...documentIds.map((id) => section(id, checkFiles))];
  return `${[...parts, disagreements(), withoutCheck()].join('\n\n')}\n`;
}

function introduction(checkFiles: CheckFiles): string {
  return `# From the documents to the checks

Every place in every document that this suite cites: what it says there, the requirement that rests on it, how binding that
is, and where it is judged and reported. \`timecard-conformance requirements TC-CLOCKOUT-001\` tells of one requirement all
that is known: its sentence, its sources, how it follows from them.

${requirements.length} requirements rest on ${documentIds.length} documents; ${checkFiles.size} are judged by a check, and [the others say why not](#requirements-without-a-check).
The documents disagree in [${contradictions.length} places](#where-the-documents-disagree).

MUST, SHOULD and MAY mean what RFC 2119 says. OBSERVE is behaviour that no document settles: it is recorded and never judged.

This page is written by \`npm run documents\`; change the specs, and write it again.`;
}

function overview(): string {
  const rows = documentIds.map((id) => {
    const cited = citations(id);
    const levels = new Set(cited.map(({ row }) => row.id));
    const parts = contradictionsOf(id);
    return tableRow([
      `[${plain(documentOf(id).title)}](#${id})`,
      documentDate(documentOf(id)),
      String(levels.size),
      parts.length === 0 ? '' : String(parts.length),
    ]);
  });
  return [
    tableRow(['document', 'state', 'requirements', 'disagreements']),
    tableRow(['---', '---', '--:', '--:']),
    ...rows,
  ].join('\n');
}

interface Citation {
  readonly row: Requirement;
  readonly section: string;
  readonly says: string;
}

/** By section in the order of their first requirement. */
function citations(id: DocumentId): readonly Citation[] {
  const cited = requirements.flatMap((row) =>
    row.sources.flatMap(({ document, section: place, says }) =>
      document === id ? [{ row, section: place, says }] : [],
    ),
  );
  const places = [...new Set(cited.map(({ section: place }) => place))];
  return places.flatMap((place) => cited.filter((one) => one.section === place));
}

function contradictionsOf(id: DocumentId): readonly (typeof contradictions)[number][] {
  return contradictions.filter(({ sides }) => sides.some(({ document }) => document === id));
}

function section(id: DocumentId, checkFiles: CheckFiles): string {
  const cited = citations(id);
  const rows = cited.map(({ row, section: place, says }, index) => {
    const isFirst = cited[index - 1]?.section !== place;
    return tableRow([
      isFirst ? plain(place) : '',
      plain(says),
      `${row.id} ${row.level}`,
      judgedIn(row, checkFiles),
      suiteOf(row.id),
    ]);
  });
  const table = [
    tableRow(['place', 'says', 'requirement', 'judged in', 'suite']),
    tableRow(['---', '---', '---', '---', '---']),
    ...rows,
  ];
  const disagreement = contradictionsOf(id).map((one) => `[${one.id}](#${one.id.toLowerCase()}) ${one.title}`);
  return [
    heading(id),
    ...(rows.length === 0 ? [] : [table.join('\n')]),
    ...(disagreement.length === 0
      ? []
      : [`Disagrees with another document, or with itself: ${disagreement.join('; ')}.`]),
  ].join('\n\n');
}

function heading(id: DocumentId): string {
  const { title, url, by } = documentOf(id);
  const facts = [
    `[${new URL(url).hostname}](${url})`,
    stateOf(documentOf(id)),
    documentDate(documentOf(id)),
    authors[by],
  ];
  return `## <a id="${id}"></a>${plain(title)}\n\n${facts.filter((fact) => fact !== undefined).join(', ')}`;
}

const authors = { microsoft: undefined, standard: 'a standard', thirdParty: 'not by Microsoft' } as const;

function stateOf({ commit, by }: Document): string | undefined {
  if (commit === 'copy') return by === 'microsoft' ? 'a copy: the page may say something else by now' : undefined;
  return /^[0-9a-f]{8,}$/.test(commit) ? `commit \`${commit.slice(0, 8)}\`` : `release ${commit}`;
}

function documentOf(id: DocumentId): Document {
  return documents[id];
}

function judgedIn({ id, binds, untestable }: Requirement, checkFiles: CheckFiles): string {
  const file = checkFiles.get(id);
  if (file !== undefined) return `[${file.replace('checks/', '')}](../${file})`;
  if (untestable !== undefined) return '[untestable](#requirements-without-a-check)';
  return binds === 'server' ? 'no check yet' : `[binds the ${binds}](#requirements-without-a-check)`;
}

function disagreements(): string {
  const entries = contradictions.map((one) => {
    const sides = one.sides.map(
      ({ document, says }) => `- [${plain(documentOf(document).title)}](#${document}): ${plain(says)}`,
    );
    const resting = requirements.filter((row) => row.contradictions.some((id) => id === one.id)).map(({ id }) => id);
    const reason =
      'noRequirement' in one ? `No requirement depends on it: ${one.noRequirement}` : `Bears on ${resting.join(', ')}.`;
    return [
      `### <a id="${one.id.toLowerCase()}"></a>${one.id} ${plain(one.title)}`,
      sides.join('\n'),
      `**${plain(one.judgement)}** ${plain(reason)}`,
    ].join('\n\n');
  });
  return ['## Where the documents disagree', ...entries].join('\n\n');
}

function withoutCheck(): string {
  const untestable = requirements.filter((row) => row.untestable !== undefined);
  const others = requirements.filter((row) => row.untestable === undefined);
  return [
    '## Requirements without a check',
    '### No traffic can show them',
    list(untestable, (row) => ` _${plain(row.untestable ?? '')}_`),
    '### They bind whoever calls',
    'A server cannot break them, so they are no part of its verdict.',
    list(others.filter(({ binds }) => binds === 'client')),
    '### They bind whoever checks',
    'This suite keeps them itself; its own tests hold it to that.',
    list(others.filter(({ binds }) => binds === 'checker')),
  ].join('\n\n');
}

function list(rows: readonly Requirement[], more: (row: Requirement) => string = () => ''): string {
  return rows.map((row) => `- **${row.id}** ${row.level}: ${plain(row.statement)}${more(row)}`).join('\n');
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function plain(text: string): string {
  return text
    .replaceAll('|', String.raw`\|`)
    .replaceAll('<', '&lt;')
    .replaceAll('$', String.raw`\$`)
    .replaceAll('_', String.raw`\_`);
}
