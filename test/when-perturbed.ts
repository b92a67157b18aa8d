import type { Exchange } from '../specs/exchange.ts';
import type { Judged } from '../specs/judgement.ts';
import { eachChanged, perturbations } from './perturbations.ts';

type Judge = (exchanges: readonly Exchange[]) => readonly Judged['judgement'][];

/**
 * What a check says when one exchange of the traffic was otherwise: a letter for each exchange, in their order (Holds,
 * Violated, Observed, Undecided, `-` for nothing, `.` for what it said without the change), and the changes to which it
 * says that. What makes no difference is left out; what is the same on all traffics is said once.
 */
export function whenPerturbed(traffics: Readonly<Record<string, readonly Exchange[]>>, judged: Judge): string {
  const byTraffic = Object.entries(traffics).map(([name, exchanges]) => [name, wordsOf(exchanges, judged)] as const);
  const [[, first] = ['', new Map<string, string>()]] = byTraffic;
  const common = new Map([...first].filter(([name, word]) => byTraffic.every(([, words]) => words.get(name) === word)));
  const own = byTraffic.map(
    ([name, words]) => [name, new Map([...words].filter(([one]) => !common.has(one)))] as const,
  );
  return [['always', common] as const, ...own]
    .flatMap(([name, words]) => (words.size === 0 ? [] : `${name}: ${inOneLine(words)}`))
    .join('\n');
}

/** By the name of the change; a change that makes no difference has none. */
function wordsOf(exchanges: readonly Exchange[], judged: Judge): ReadonlyMap<string, string> {
  const usual = inShort(judged(exchanges));
  const words = perturbations.map(([name, change]): readonly [string, string] => {
    const each = eachChanged(exchanges, change).map((changed) => inShort(judged(changed)));
    const letters = each.map((said) => (said === usual ? '.' : said));
    return [name, letters.join(letters.every(({ length }) => length === 1) ? '' : ' ')];
  });
  return new Map(words.filter(([, word]) => /[^. ]/.test(word)));
}

function inShort(said: readonly Judged['judgement'][]): string {
  return said.map(({ kind }) => kind.slice(0, 1).toUpperCase()).join('') || '-';
}

function inOneLine(words: ReadonlyMap<string, string>): string {
  const distinct = [...new Set(words.values())];
  return distinct.map((word) => `${word} ${namesOf(word, words).join(', ')}`).join('; ');
}

function namesOf(word: string, words: ReadonlyMap<string, string>): readonly string[] {
  return [...words].flatMap(([name, one]) => (one === word ? name : []));
}
