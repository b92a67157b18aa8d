import type { ClientDefect, ClientVariant } from '../../clients/faulty/client-defect.ts';
import { requirement, type RequirementId } from '../../specs/requirements/index.ts';
import { seeds, type ClientMeasurement } from './measure.ts';

export interface ClientContents {
  readonly defects: readonly ClientDefect[];
  readonly variants: readonly ClientVariant[];
  readonly measurement: ClientMeasurement;
  /** The requirements that bind a client and are judged as MUST or SHOULD. */
  readonly binding: readonly RequirementId[];
}

/** The page that says, defect by defect, whether client mode bites, and whether it is fair. */
export function clientPage({ defects, variants, measurement, binding }: ClientContents): string {
  const measured = new Map(measurement.defects.map((one) => [one.id, one]));
  const always = measurement.defects.filter(({ declaredIn }) => declaredIn.length === seeds.length);
  const accused = measurement.variants.filter(({ accusations }) => accusations.length > 0);
  const catching = new Set(measurement.defects.flatMap(({ caughtBy }) => caughtBy));
  const idle = binding.filter((id) => !catching.has(id));
  const parts = [
    '# Kill matrix of client mode: does it bite, and is it fair?',
    `${defects.length} named defects of the reference client, each like a bug that real libraries have, and ${variants.length} variants of it that conform.
\`timecard-conformance client -- npx timecard-conformance driver --fault ID\` judges any of them, \`driver --list\` lists them.`,
    `- A requirement that the defect names beforehand catches it with each of the seeds ${seeds.join(', ')}: ${share(always.length, defects.length)}.
- Variants that are accused of anything: ${accused.length} of ${variants.length}.
- Requirements of a client (MUST, SHOULD) that catch no defect: ${idle.length === 0 ? 'none' : idle.join(', ')}, of ${binding.length}.`,
    'This page is written by `npm run client-kill-matrix`, which measures everything again. The reference client runs within that process, and a clock that only waiting moves stands in for that of the machine.',
    '## Defects',
    'Of what catches a defect, the requirements that it names are in bold.',
    table(
      ['defect', 'imitates', 'level', 'caught by', 'shown in'],
      defects.map(({ id, title, imitates, caughtBy }) => {
        const { caughtBy: found = [], cases = [] } = measured.get(id) ?? {};
        const names = found.map((one) => (caughtBy.includes(one) ? `**${one}**` : one)).join(', ');
        const more = cases.length > 2 ? ` and ${cases.length - 2} more` : '';
        return [
          `\`${id}\`<br>${title}`,
          imitates,
          requirement(caughtBy[0]).level,
          names || 'not caught',
          `${cases.slice(0, 2).join(', ')}${more}`,
        ];
      }),
    ),
    '## Variants',
    table(
      ['variant', 'what allows it', 'findings'],
      variants.map(({ id, title, allows }) => {
        const found = measurement.variants.find((one) => one.id === id);
        return [
          `\`${id}\`<br>${title}`,
          allows,
          found === undefined ? 'not measured' : found.accusations.join('; ') || '0',
        ];
      }),
    ),
  ];
  return `${parts.join('\n\n')}\n`;
}

function share(part: number, whole: number): string {
  return `${Math.floor((1000 * part) / whole) / 10} % (${part} of ${whole})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
