import type { Exchange } from '../traffic/exchange.ts';
import type { Judged } from '../judgements/judgement.ts';
import { eachChanged, perturbations } from './perturbations.ts';

type Judge = (exchanges: readonly Exchange[]) => readonly Judged['judgement'][];

/**
 * What a check says when one exchange of the traffic was otherwise, in one line: a letter for each exchange, in their order
 * (Holds, Violated, Observed, Undecided, `-` for nothing, `.` for what it says without the change), and the changes after
 * which it says that. What makes no difference is left out.
 */
export function whenPerturbed(exchanges: readonly Exchange[], judged: Judge): string {
  const usual = inShort(judged(exchanges));
  const namesByWord = new Map<string, readonly string[]>();
  for (const [name, change] of perturbations) {
    const each = eachChanged(exchanges, change).map((changed) => inShort(judged(changed)));
    if (each.every((said) => said === usual)) continue;
    const letters = each.map((said) => (said === usual ? '.' : said));
    const word = letters.join(letters.every(({ length }) => length === 1) ? '' : ' ');
    namesByWord.set(word, [...(namesByWord.get(word) ?? []), name]);
  }
  return [...namesByWord].map(([word, names]) => `${word} ${names.join(', ')}`).join('; ');
}

function inShort(said: readonly Judged['judgement'][]): string {
  return said.map(({ kind }) => kind.slice(0, 1).toUpperCase()).join('') || '-';
}
