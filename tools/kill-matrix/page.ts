import type { Defect, FaultClass } from '../../faults/defect.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import type { Level } from '../../specs/requirement.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import type { Share } from '../case-order/shares.ts';
import { attemptsAtRace, seeds, walls, type MeasuredDefect, type Measurement, type Wall } from './measured.ts';
import { counted, median, share } from './figures.ts';

/** A defect of the catalogue with what was measured of it. */
export interface Row {
  readonly defect: Defect;
  readonly measured: MeasuredDefect;
}

/** What the page is made of: the catalogues, and what was measured. */
export interface Contents {
  readonly rows: readonly Row[];
  readonly variants: readonly Variant[];
  readonly measurement: Measurement;
  /** The requirements that bind a server and are judged as MUST or SHOULD. */
  readonly binding: readonly RequirementId[];
  /** Of what decided the order of the cases. */
  readonly orderShares: readonly Share[];
}

/** The page that says, defect by defect, whether the suite bites. */
export function page(contents: Contents): string {
  const { rows } = contents;
  const classes = [...new Set(rows.map(({ defect }) => defect.class))];
  const parts = [
    introduction(contents),
    meaningOfCaught(rows),
    shares(rows, contents.orderShares),
    medians(rows, classes),
    notCaught(rows),
    reproductions(rows),
    catchNothing(contents),
    conforming(contents),
    meaningOfColumns(rows),
    ...classes.map((name) => section(name, rows)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function introduction({ rows, variants }: Contents): string {
  const ordinary = rows.filter(isOrdinary);
  const caught = ordinary.filter(({ measured }) => measured.requests !== undefined);
  const always = ordinary.filter(({ measured }) => measured.declaredIn.length === seeds.length);
  const races = rows.filter((row) => !isOrdinary(row));
  const attempts = races.reduce((sum, { measured }) => sum + measured.declaredIn.length, 0);
  const documents = rows.filter(({ defect }) => defect.breaches !== undefined).length;
  return `# Kill matrix: does the suite bite?

${counted(rows.length, 'named defect')} over the honest reference server, each like a bug that real servers have, and ${counted(variants.length, 'variant')} of it that
conform. Of the defects ${documents} were written from the documents alone, before anyone looked at the checks.
\`timecard-conformance serve --fault ID\` serves any of them, \`serve --list\` lists them.

- A default run catches ${share(caught.length, ordinary.length)} of those that do not depend on chance. Caught is not always failed: ${failedOrWarned(ordinary)}
- A requirement that the defect names beforehand catches it with each of the seeds ${seeds.join(', ')}: ${share(always.length, ordinary.length)}.
- Races are caught in ${share(attempts, races.length * attemptsAtRace)} attempts.

This page is written by \`npm run kill-matrix\`, which measures everything again; times stand only in what it prints.`;
}

function isOrdinary({ defect }: Row): boolean {
  return defect.class !== 'races';
}

/** How firm the requirement is that a defect breaks: of those that it names, the first. */
function levelOf({ defect }: Row): Level {
  return requirement(defect.caughtBy[0]).level;
}

/** The levels that a defect can break, firmest first; what is only observed is never violated. */
const judgedLevels = ['MUST', 'SHOULD', 'MAY'] as const;

function breaking(level: Level, rows: readonly Row[]): readonly Row[] {
  return rows.filter((row) => levelOf(row) === level);
}

/** True where the default run failed: whatever a defect names, a MUST was violated. */
function failsRun({ measured }: Row): boolean {
  return measured.caughtBy.some((id) => requirement(id).level === 'MUST');
}

function onlyWarns(row: Row): boolean {
  return row.measured.caughtBy.length > 0 && !failsRun(row);
}

function failedOrWarned(rows: readonly Row[]): string {
  const count = (level: Level): number => breaking(level, rows).length;
  const broken = `${count('MUST')} break a MUST, ${count('SHOULD')} a SHOULD and ${count('MAY')} only a MAY.`;
  const failing = `${rows.filter(failsRun).length} make the run fail (exit 1);`;
  return `${broken} ${failing} of ${rows.filter(onlyWarns).length} it only warns, and such a server is still called conforming (exit 0).`;
}

function meaningOfCaught(rows: readonly Row[]): string {
  const ordinary = rows.filter(isOrdinary);
  const head = ['what the defect breaks', 'defects', 'the run fails', 'it only warns', 'not caught'];
  const lines = judgedLevels.map((level) => {
    const some = breaking(level, ordinary);
    const failing = some.filter(failsRun).length;
    const warning = some.filter(onlyWarns).length;
    return [level, some.length, failing, warning, some.length - failing - warning].map(String);
  });
  return [
    '## What caught means',
    'What a defect breaks is the requirement that it names first. A violated MUST fails the run. A violated SHOULD or MAY is a warning: the run fails for a SHOULD only with `--strict`, and for a MAY never. Many defects break more than they name, so that some of a SHOULD fail the run as well. Races aside, with the seed 1:',
    table(head, lines),
  ].join('\n\n');
}

function shares(rows: readonly Row[], orderShares: readonly Share[]): string {
  const ordinary = rows.filter(isOrdinary);
  const within = (some: readonly Row[], wall: Wall): string =>
    share(some.filter(({ measured }) => measured.within.includes(wall)).length, some.length);
  return [
    '## How much a small run catches',
    'Races aside, with the seed 1. The requests include set-up, controls and clean-up.',
    table(
      ['`--max-requests`', 'of the defects that break a MUST', 'of those that break a SHOULD', 'of those only a MAY'],
      walls.map((wall) => [String(wall), ...judgedLevels.map((level) => within(breaking(level, ordinary), wall))]),
    ),
    'The order of the cases was made from these defects ([docs/decisions/order-of-cases.md](decisions/order-of-cases.md)). Whether it is as good for others, its cases tell: of the defects that a listed case shows, so many are shown within so many requests by an order that was made from all of them, and by three that were made without a third of them each, counted on the third that had no part in it. Without random cases and races.',
    table(
      ['requests', 'defects that the order was made from', 'defects that had no part in it'],
      orderShares.map(({ requests, chosen, heldOut }) => [String(requests), percent(chosen), percent(heldOut)]),
    ),
  ].join('\n\n');
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function medians(rows: readonly Row[], classes: readonly FaultClass[]): string {
  return [
    '## Requests to the first finding',
    table(
      ['class', 'defects', 'caught', 'median', 'most'],
      classes.map((name) => {
        const some = rows.filter(({ defect }) => defect.class === name);
        const requests = some.flatMap(({ measured }) => measured.requests ?? []);
        return [name, some.length, requests.length, median(requests), Math.max(0, ...requests)].map(String);
      }),
    ),
  ].join('\n\n');
}

function notCaught(rows: readonly Row[]): string {
  const lines = rows.filter(isOrdinary).flatMap(({ defect, measured }) => {
    const [first] = measured.caughtBy;
    if (first === undefined) return [`- \`${defect.id}\`: not caught`];
    if (!defect.caughtBy.includes(first)) return [`- \`${defect.id}\`: caught by ${first}, which it does not name`];
    if (levelOf({ defect, measured }) === 'MUST' && !failsRun({ defect, measured }))
      return [
        `- \`${defect.id}\`: ${defect.caughtBy[0]}, a MUST that it names first, does not catch it; the run only warns of ${first}`,
      ];
    const missed = seeds.filter((seed) => !measured.declaredIn.includes(seed));
    return missed.length === 0 ? [] : [`- \`${defect.id}\`: not caught with the seed ${missed.join(', ')}`];
  });
  return ['## Not caught, or not as it should be', lines.length === 0 ? 'None.' : lines.join('\n')].join('\n\n');
}

function reproductions(rows: readonly Row[]): string {
  const found = rows.filter(isOrdinary).flatMap((row) => {
    const { reproduction } = row.measured;
    return reproduction === undefined ? [] : [{ ...row, reproduction }];
  });
  const size = (some: typeof found): string => String(median(some.map(({ reproduction }) => reproduction.exchanges)));
  const single = found.filter(({ defect }) => !inSequence.has(defect.class));
  const sequences = found.filter(({ defect }) => inSequence.has(defect.class));
  const failing = found.filter(({ reproduction }) => reproduction.failsAgain);
  const silent = found.filter(({ reproduction }) => !reproduction.failsAgain);
  const why = silent.map(({ defect, reproduction }) => {
    return `- \`${defect.id}\`: ${reproduction.minimal ? 'shrunk' : 'not shrunk to the end'}; ${defect.title}`;
  });
  return [
    '## Reproductions',
    `The median has ${size(single)} requests for defects of single exchanges and ${size(sequences)} for those of sequences (${[...inSequence].join(', ')}).`,
    `Run alone on a fresh server, ${share(failing.length, found.length)} fail again for the same requirement. ${silent.length === 0 ? '' : 'The others depend on what went before, on counting, or on the clock:'}`.trim(),
    ...(why.length === 0 ? [] : [why.join('\n')]),
  ].join('\n\n');
}

/** Classes of defects that one exchange does not show. */
const inSequence: ReadonlySet<FaultClass> = new Set(['sequence', 'persistence', 'paging', 'isolation', 'state']);

function catchNothing({ rows, binding }: Contents): string {
  const catching = new Set(rows.flatMap(({ measured }) => measured.caughtBy));
  const idle = binding.filter((id) => !catching.has(id));
  const list = idle.map((id) => `- ${id} ${requirement(id).level}: ${requirement(id).statement}`);
  return [
    '## Requirements that catch nothing',
    `Of ${counted(binding.length, 'requirement')} that bind a server (MUST, SHOULD), so many catch no defect in the default run: ${idle.length}.`,
    ...(list.length === 0 ? [] : [list.join('\n')]),
  ].join('\n\n');
}

function conforming({ variants, measurement }: Contents): string {
  const accused = measurement.variants.filter(({ accusations }) => accusations.length > 0);
  const measured = new Set(measurement.variants.map(({ id }) => id));
  const warned = variants.filter(({ id, warns = [] }) => warns.length > 0 && measured.has(id));
  const names = (some: readonly { readonly id: string }[]): string =>
    some.length === 0 ? 'none' : some.map(({ id }) => `\`${id}\``).join(', ');
  return [
    '## Conforming variants',
    `${counted(variants.length, 'server')} that differ from the reference server only where the documents leave it open, with the seeds ${seeds.join(', ')}. Warned of a SHOULD that they give up, and of nothing else: ${names(warned)}; such a warning is wanted, and no finding below. Accused of anything else: ${names(accused)}.`,
    table(
      ['variant', 'what it does otherwise', 'warned of', 'findings'],
      variants.map(({ id, title, warns = [] }) => [
        `\`${id}\``,
        title,
        warns.join(', '),
        String(measurement.variants.find((one) => one.id === id)?.accusations.length ?? 'not measured'),
      ]),
    ),
  ].join('\n\n');
}

/** Says what the columns of the tables per class hold. */
function meaningOfColumns(rows: readonly Row[]): string {
  const sooner = rows.filter(({ measured: { requests = 0, within } }) => requests > (within[0] ?? Infinity));
  const which = sooner.map(({ defect }) => `\`${defect.id}\``).join(', ');
  return [
    '## The defects, class by class',
    'The level is that of the requirement that the defect names first. Of what catches it, the requirements that it names are in bold. The reproduction is counted in requests.',
    `“Requests” counts what a run without a limit sends, set-up, controls and clean-up included, up to the end of the case that first shows a violation; “within” is the smallest of the limits ${walls.join(', ')} (\`--max-requests\`) with which a run still catches it, and can be less, as near its limit a run leaves out the cases that it cannot afford whole, so that a smaller one from further behind comes earlier${which === '' ? '' : ` (here: ${which})`}.`,
  ].join('\n\n');
}

function section(name: FaultClass, rows: readonly Row[]): string {
  const some = rows.filter(({ defect }) => defect.class === name);
  return [
    `## Defects of ${name}`,
    table(['defect', 'level', 'caught by', 'requests', 'within', 'reproduction'], some.map(cells)),
  ].join('\n\n');
}

/** What catches it that it names is in bold; at most two others follow. */
function cells(row: Row): readonly string[] {
  const { defect, measured } = row;
  const named = measured.caughtBy.filter((id) => defect.caughtBy.includes(id));
  const others = measured.caughtBy.filter((id) => !defect.caughtBy.includes(id));
  const more = others.length > 2 ? [`${others.length - 2} more`] : [];
  const by = [...named.map((id) => `**${id}**`), ...others.slice(0, 2), ...more].join(', ');
  const { reproduction, requests, within } = measured;
  return [
    `\`${defect.id}\`<br>${defect.title}`,
    levelOf(row),
    by === '' ? 'nothing' : by,
    String(requests ?? ''),
    String(within[0] ?? 'a whole run'),
    reproduction === undefined ? '' : `${reproduction.exchanges}${reproduction.minimal ? '' : ' (not minimal)'}`,
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (row: readonly string[]): string => `| ${row.map((one) => one.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
