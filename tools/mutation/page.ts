import { share } from '../kill-matrix/figures.ts';
import { folders } from './portions.ts';
import { reasons } from './reasons.ts';
import { unread, type Counted, type Mutation, type Survivor } from './survivor.ts';

const introduction = `# Mutation testing

\`npm run mutate\` changes \`checks/\`, \`model/\` and \`results/\` in thousands of small ways and sees whether a test notices
([why, and how](decisions/mutation-testing.md)). It writes this page, and [what no test noticed](surviving-mutants.json); the
reasons there are written by people, and a run keeps them. \`npx stryker run -m 'checks/create.ts'\` tries one file and
changes nothing here. The report stands in \`.stryker-tmp/mutation.html\` afterwards.`;

/** The page that says how many changes of the code that judges no test notices, and why those are left. */
export function page({ files, survivors, toBeTriedAgain = [] }: Mutation): string {
  const because = (reason: string): readonly Survivor[] => survivors.filter((one) => one.reason === reason);
  const own = survivors.filter(({ reason }) => !Object.hasOwn(reasons, reason) && reason !== unread);
  const parts = [
    introduction,
    figures(files),
    toBeTriedAgain.length === 0
      ? ''
      : `Changed since they were tried, and to be tried again: ${toBeTriedAgain.join(', ')}.`,
    '## What survives, and why it is left',
    `\`code\` → \`what stood in its place\`; the line, where the code alone does not tell.`,
    ...Object.entries(reasons).map(([key, text]) => section(text, because(key).map(inWords))),
    section(
      'For a reason of its own',
      own.map((one) => `${inWords(one)}: ${one.reason}`),
    ),
    section('Read by nobody yet', because(unread).map(inWords)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function figures(files: readonly Counted[]): string {
  const folderOf = (file: string): string | undefined => folders.find((folder) => file.startsWith(`${folder}/`));
  const counted = folders.map((folder) =>
    row(
      folder,
      files.filter(({ file }) => folderOf(file) === folder),
    ),
  );
  const head = ['| folder | changes | noticed | not noticed | by no test reached |', '| --- | --- | --- | --- | --- |'];
  return [...head, ...counted, row('together', files)].join('\n');
}

function row(name: string, files: readonly Counted[]): string {
  const sum = (which: 'killed' | 'survived' | 'untested'): number =>
    files.reduce((total, one) => total + one[which], 0);
  const [killed, survived, untested] = [sum('killed'), sum('survived'), sum('untested')];
  const all = killed + survived + untested;
  return `| ${[name, all, share(killed, all), survived, untested].join(' | ')} |`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [
    `### ${title} (${lines.length})`,
    lines
      .toSorted()
      .map((line) => `- ${line}`)
      .join('\n'),
  ].join('\n\n');
}

function inWords({ file, line, original, replacement }: Survivor): string {
  const where = original.length < 12 || original.includes('Stryker') ? ` in ${code(line)}` : '';
  return `${file}: ${code(original)} → ${replacement === '' ? 'nothing' : code(replacement)}${where}`;
}

/** As code, whatever backticks are in it. */
function code(text: string): string {
  const short = text.length > 90 ? `${text.slice(0, 88)} …` : text;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}
