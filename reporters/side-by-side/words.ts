import { unusualEffort } from '../view/effort.ts';
import type { RunReport } from '../../results/report.ts';
import { scoreText } from '../view/summary-view.ts';
import type { CellKind, Column } from './side-by-side.ts';

/** What stands in a cell. */
export const cellWords: Readonly<Record<CellKind, string>> = {
  passed: 'holds',
  failed: 'FAILS',
  warned: 'warned',
  known: 'known',
  observed: 'observed',
  skipped: 'skipped',
  inconclusive: 'undecided',
  notExpressible: 'no call',
  absent: '-',
};

/** What tells a run from the others, line by line: name and value. */
export function columnFacts({ name, report }: Column): readonly (readonly [name: string, value: string])[] {
  const { header, footer } = report;
  const effort = unusualEffort(header);
  return [
    ['file', name],
    ['judged', judged(report)],
    ['API version', header.apiVersion],
    ['suite', header.suiteVersion],
    ['begun', header.startedAt],
    ...(effort === undefined ? [] : [['effort', effort] as const]),
    ['verdict', `${footer.verdict} (exit code ${footer.exitCode})`],
    ['figures', scoreText(report)],
    ...(footer.stopped === undefined ? [] : [['stopped', footer.stopped] as const]),
  ];
}

function judged({ header: { client, target } }: RunReport): string {
  return client === undefined ? target.baseUrl : `${client.name} ${client.version}`;
}

/** What is so in all runs, and so is not listed. */
export function alikeText(alike: number): string {
  return alike === 1
    ? '1 other requirement is alike in all of them.'
    : `${alike} other requirements are alike in all of them.`;
}
