import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Baseline } from '../results/baseline.ts';
import schema from '../results/baseline.schema.json' with { type: 'json' };
import { withoutByteOrderMark } from '../specs/byte-order-mark.ts';
import { requirements } from '../specs/requirements/index.ts';
import { BaselineGate } from './baseline-gate.ts';
import { CommandError } from './command-error.ts';
import { hintOf } from './nearest.ts';
import type { GivenSettings } from './settings.ts';
import { whyUnreadable } from './why-unreadable.ts';

/** The gate that `--baseline` and `--update-baseline` ask for; undefined where there is none. */
export function baselineFrom(
  { baseline: file, updateBaseline = false, apiVersion = 'v1.0' }: GivenSettings,
  environment: NodeJS.ProcessEnv,
): BaselineGate | undefined {
  if (file === undefined) {
    if (updateBaseline) throw new CommandError('--update-baseline writes the file that --baseline names; give both.');
    return undefined;
  }
  if (updateBaseline && !/^(|false|0|no)$/i.test(environment['CI'] ?? ''))
    throw new CommandError(
      '--update-baseline accepts every failure, and CI is set; run it where somebody reads what it writes.',
    );
  const isNew = updateBaseline && !existsSync(file);
  const baseline: Baseline = isNew ? { format: 1, apiVersion, entries: [] } : readBaseline(file);
  if (baseline.apiVersion !== apiVersion)
    throw new CommandError(
      `The baseline ${file} is of ${baseline.apiVersion}, and ${apiVersion} is judged; keep one file for each.`,
    );
  return new BaselineGate(file, baseline, updateBaseline);
}

/** @throws CommandError for a file that is no baseline, or speaks of a requirement that there is not */
function readBaseline(file: string): Baseline {
  const value = parse(file);
  const validate = new Ajv2020().compile<Baseline>(schema);
  if (!validate(value)) {
    const [fault] = validate.errors ?? [];
    throw new CommandError(
      `The baseline ${file} has a fault at ${fault?.instancePath === '' ? '/' : fault?.instancePath}: it ${fault?.message}; see docs/reports.md.`,
    );
  }
  const known = requirements.map(({ id }) => id);
  const unknown = value.entries.find(({ requirement }) => !known.includes(requirement))?.requirement;
  if (unknown !== undefined)
    throw new CommandError(`The baseline ${file} speaks of ${unknown}, which there is not${hintOf(unknown, known)}`);
  return value;
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = withoutByteOrderMark(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandError(
      `The baseline ${file} cannot be read: ${whyUnreadable(error, 'the file')}; --update-baseline makes one.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`The baseline ${file} is not JSON; --update-baseline writes one.`);
  }
}
