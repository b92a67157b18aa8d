import { existsSync, readFileSync } from 'node:fs';
import type { Baseline } from '../results/baseline.ts';
import { withoutByteOrderMark } from '../traffic/byte-order-mark.ts';
import { asBaseline } from './as-baseline.ts';
import { BaselineGate } from './baseline-gate.ts';
import { CommandError } from './command-error.ts';
import { isInCi } from './is-in-ci.ts';
import type { GivenSettings } from './settings.ts';
import { otherKind } from './other-kind.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** The gate that `--baseline` and `--update-baseline` ask for; undefined where there is none. */
export function baselineFrom(
  { baseline: file, updateBaseline = false }: Pick<GivenSettings, 'baseline' | 'updateBaseline'>,
  environment: NodeJS.ProcessEnv,
): BaselineGate | undefined {
  if (file === undefined) {
    if (updateBaseline) throw new CommandError('--update-baseline writes the file that --baseline names; give both.');
    return undefined;
  }
  if (updateBaseline && isInCi(environment))
    throw new CommandError(
      '--update-baseline accepts every failure, and CI is set; run it where somebody reads what it writes.',
    );
  const isNew = updateBaseline && !existsSync(file);
  return new BaselineGate(file, isNew ? undefined : readBaseline(file, updateBaseline), updateBaseline);
}

/** @throws CommandError for a file that is not a baseline, or names a requirement that does not exist */
function readBaseline(file: string, isUpdated: boolean): Baseline {
  const read = asBaseline(parse(file, isUpdated));
  if (typeof read === 'string') throw new CommandError(`The baseline ${file} ${read}`);
  return read;
}

function parse(file: string, isUpdated: boolean): unknown {
  if (!existsSync(file)) throw new CommandError(`There is no baseline ${file}; --update-baseline writes one.`);
  let text: string;
  try {
    text = withoutByteOrderMark(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(`The baseline ${file} cannot be read: ${whyUnreadable(error, 'the baseline')}.`);
  }
  // What somebody else keeps there is not overwritten.
  const advice = isUpdated ? 'remove it, or name another file' : '--update-baseline writes one to another file';
  const other = otherKind(text, 'baseline');
  if (other !== undefined) throw new CommandError(`${file} is not a baseline: ${other}; ${advice}.`);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`The baseline ${file} is not JSON; ${advice}.`);
  }
}
