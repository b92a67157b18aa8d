import type { Defect, FaultClass } from '../../faults/defect.ts';
import type { Variant } from '../../reference/variants/variant.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { attemptsAtRace, seeds, walls, type MeasuredDefect, type Measurement } from './measured.ts';
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
}

/** The page that says, defect by defect, whether the suite bites. */
export function page(contents: Contents): string {
  const { rows } = contents;
  const classes = [...new Set(rows.map(({ defect }) => defect.class))];
  const parts = [
    introduction(contents),
    shares(rows),
    medians(rows, classes),
    notCaught(rows),
    reproductions(rows),
    catchNothing(contents),
    conforming(contents),
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

${counted(rows.length, 'named defect')} over the honest reference server, each a bug that real servers have, and ${counted(variants.length, 'variant')} of it that
conform. Of the defects ${documents} were written from the documents alone, before anyone looked at the checks.
\`timecard-conformance serve --fault ID\` serves any of them, \`serve --list\` lists them.

- A default run catches ${share(caught.length, ordinary.length)} of those that do not depend on chance.
- A requirement that the defect names beforehand catches it with each of the seeds ${seeds.join(', ')}: ${share(always.length, ordinary.length)}.
- Races are caught in ${share(attempts, races.length * attemptsAtRace)} attempts.

This page is written by \`npm run kill-matrix\`, which measures everything again; times stand only in what it prints.`;
}

function isOrdinary({ defect }: Row): boolean {
  return defect.class !== 'races';
}

/** True where what must catch it is a promise, and not advice. */
function breaksPromise({ defect }: Row): boolean {
  return requirement(defect.caughtBy[0]).level === 'MUST';
}

function shares(rows: readonly Row[]): string {
  const ordinary = rows.filter(isOrdinary);
  const promises = ordinary.filter(breaksPromise);
  const advice = ordinary.filter((row) => !breaksPromise(row));
  const within = (some: readonly Row[], wall: (typeof walls)[number]): string =>
    share(some.filter(({ measured }) => measured.within.includes(wall)).length, some.length);
  return [
    '## How much a small run catches',
    'Races aside, with the seed 1. The requests include set-up, controls and clean-up.',
    table(
      ['`--max-requests`', 'of the defects that break a MUST', 'of those that break a SHOULD'],
      walls.map((wall) => [String(wall), within(promises, wall), within(advice, wall)]),
    ),
  ].join('\n\n');
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
  return [
    '## Conforming variants',
    `${counted(variants.length, 'server')} that differ from the reference server only where the documents leave it open, with the seeds ${seeds.join(', ')}. Accused: ${accused.length === 0 ? 'none' : accused.map(({ id }) => `\`${id}\``).join(', ')}.`,
    table(
      ['variant', 'what it does otherwise', 'findings'],
      variants.map(({ id, title }) => [
        `\`${id}\``,
        title,
        String(measurement.variants.find((one) => one.id === id)?.accusations.length ?? 'not measured'),
      ]),
    ),
  ].join('\n\n');
}

function section(name: FaultClass, rows: readonly Row[]): string {
  const some = rows.filter(({ defect }) => defect.class === name);
  return [
    `## Defects of ${name}`,
    table(['defect', 'caught by', 'requests', 'within', 'reproduction'], some.map(cells)),
  ].join('\n\n');
}

/** What catches it that it names is in bold; at most two others follow. */
function cells({ defect, measured }: Row): readonly string[] {
  const named = measured.caughtBy.filter((id) => defect.caughtBy.includes(id));
  const others = measured.caughtBy.filter((id) => !defect.caughtBy.includes(id));
  const more = others.length > 2 ? [`${others.length - 2} more`] : [];
  const by = [...named.map((id) => `**${id}**`), ...others.slice(0, 2), ...more].join(', ');
  const { reproduction, requests, within } = measured;
  return [
    `\`${defect.id}\`<br>${defect.title}`,
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
