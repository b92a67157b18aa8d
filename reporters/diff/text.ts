import type { DifferenceClass } from '../../results/diff/difference-class.ts';
import type { Diff, DifferenceGroup, Side } from '../../results/diff/difference.ts';
import { abbreviate, wrap } from '../text/layout.ts';
import { count } from '../view/amounts.ts';
import { settingsOf, type Colours, type RenderSettings, type ReportOptions } from '../text/options.ts';
import { visible } from '../view/visible.ts';
import { headings, toldGroups, verdictOfDiff } from './words.ts';

/** So many places of one change are told; of more the number is enough. */
const mostPlaces = 5;

/** A comparison for the terminal: the worst first, the answer in the last line. */
export function renderDiffText(diff: Diff, options: ReportOptions = {}): string {
  const settings = settingsOf(options);
  const { verbose, colours } = settings;
  const left = diff.counts.notComparable;
  const lines = [
    `from  ${sideText(diff.left)}`,
    `to    ${sideText(diff.right)}`,
    ...diff.notes.flatMap((note) => wrap(`note: ${visible(note)}`, settings.width).map(colours.dim)),
    ...toldGroups(diff, verbose).flatMap((group) => ['', ...groupLines(group, settings)]),
    '',
    ...(diff.unsteady.length > 0 ? [`ignored as noise: ${diff.unsteady.map(visible).join(' ')}`] : []),
    ...(diff.hidden.length > 0 ? [`hidden by --severities: ${diff.hidden.map(visible).join(' ')}`] : []),
    ...(left > 0 && !verbose
      ? [colours.dim(`${count(left, 'verdict or fact', 'verdicts or facts')} in one run only (--verbose lists them)`)]
      : []),
    colours.bold(verdictOfDiff(diff)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function sideText({ target, apiVersion, suiteVersion, seed, startedAt }: Side): string {
  const date = startedAt === undefined ? '' : `, ${startedAt.slice(0, 10)}`;
  return visible(
    `${target}, ${apiVersion}${date} (suite ${suiteVersion}${seed === undefined ? '' : `, seed ${seed}`})`,
  );
}

function groupLines(group: DifferenceGroup, settings: RenderSettings): readonly string[] {
  const { colours, width, verbose } = settings;
  const paint = paints(colours)[group.isOfRights === true ? 'breaking' : group.class];
  const shown = verbose ? group.places : group.places.slice(0, mostPlaces);
  const left = group.places.length - shown.length;
  const rights = group.isOfRights === true ? ', for somebody other than the caller' : '';
  return [
    `${paint(headings[group.class])}${rights}: ${colours.bold(changeText(group, width))}`,
    ...wrap(group.because, width - 2).map((line) => `  ${colours.dim(line)}`),
    ...shown.map(({ id, subject }) => `  ${visible(abbreviate(`${id}  ${visible(subject)}`, width - 2))}`),
    ...(left > 0 ? [`  and ${left} more`] : []),
  ];
}

function changeText({ class: given, from, to, places }: DifferenceGroup, width: number): string {
  if (given === 'notComparable') return count(places.length, 'place');
  const room = Math.max(20, Math.floor((width - 24) / 2));
  return `${abbreviate(visible(from), room)} → ${abbreviate(visible(to), room)}`;
}

function paints({
  red,
  yellow,
  cyan,
  green,
  dim,
}: Colours): Readonly<Record<DifferenceClass, (text: string) => string>> {
  return {
    breaking: red,
    risky: yellow,
    disputed: yellow,
    loosened: cyan,
    unknown: cyan,
    compatible: dim,
    fixed: green,
    notComparable: dim,
  };
}
