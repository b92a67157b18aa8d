import type { RunReport } from '../results/report.ts';

const colours = { conforming: 'brightgreen', nonconforming: 'red', inconclusive: 'lightgrey' } as const;

/** A badge for the endpoint of shields.io. It carries both figures, since neither means much alone. */
export function renderBadge({ header, footer, score: { holding, exercised, total } }: RunReport): string {
  const badge = {
    schemaVersion: 1,
    label: `timeCard ${header.apiVersion}`,
    message: `${footer.verdict}${header.effort === 'quick' ? ' in a quick run' : ''}, ${holding} of ${exercised} hold, ${exercised} of ${total} exercised`,
    color: colours[footer.verdict],
    isError: footer.verdict === 'nonconforming',
  };
  return `${JSON.stringify(badge, null, 2)}\n`;
}
