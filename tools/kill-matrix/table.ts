import type { Defect } from '../../faults/defect.ts';
import type { Timed } from './measure-defect.ts';
import type { MeasuredVariant } from './measured.ts';

/** The table for the terminal: a line for each defect, with the time to the first finding, and one for each accused variant. */
export function tableOf(
  defects: readonly Defect[],
  timed: ReadonlyMap<string, Timed>,
  variants: readonly MeasuredVariant[],
): string {
  const lines = defects.flatMap((defect) => {
    const one = timed.get(defect.id);
    return one === undefined ? [] : [lineOf(defect, one)];
  });
  const accused = variants.flatMap(({ id, accusations }) => accusations.map((text) => `${id} is accused: ${text}`));
  const head = line('defect', 'caught by', 'requests', 'ms', 'within', 'reproduction', 'again');
  return `${[head, ...lines, ...accused, `${variants.length} variants, ${accused.length} accusations`].join('\n')}\n`;
}

function lineOf(defect: Defect, { measured, time }: Timed): string {
  const [by] = measured.caughtBy;
  const named = by !== undefined && defect.caughtBy.includes(by);
  const { reproduction } = measured;
  return line(
    defect.id,
    by === undefined ? 'NOTHING' : named ? by : `(${by})`,
    String(measured.requests ?? ''),
    time === undefined ? '' : time.toFixed(0),
    String(measured.within[0] ?? ''),
    reproduction === undefined ? '' : `${reproduction.exchanges}${reproduction.minimal ? '' : '+'}`,
    reproduction === undefined ? '' : reproduction.failsAgain ? 'yes' : 'NO',
  );
}

function line(id: string, by: string, ...figures: readonly string[]): string {
  return [id.padEnd(44), by.padEnd(18), ...figures.map((figure) => figure.padStart(12))].join(' ');
}
