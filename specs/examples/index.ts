import { betaCardExamples } from './beta-cards.ts';
import { betaClockExamples } from './beta-clock.ts';
import { betaReadExamples } from './beta-reads.ts';
import { errorExamples } from './errors.ts';
import { v1CardExamples } from './v1-cards.ts';
import { v1ClockExamples } from './v1-clock.ts';
import { v1ReadExamples } from './v1-reads.ts';
import type { Example } from './example.ts';

export type { Example } from './example.ts';

/** Every documented example, with the commas removed that make some of them no JSON. */
export const examples: readonly Example[] = [
  ...v1ClockExamples,
  ...v1CardExamples,
  ...v1ReadExamples,
  ...betaClockExamples,
  ...betaCardExamples,
  ...betaReadExamples,
  ...errorExamples,
];

const byName = new Map(examples.map((example) => [example.name, example]));

/** The example of that name. */
export function documentedExample(name: string): Example {
  const found = byName.get(name);
  if (found === undefined) throw new Error(`There is no documented example named ${name}.`);
  return found;
}
