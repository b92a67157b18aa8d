import type { ObservedOutcome } from '../../judgements/observed-fact.ts';
import { classOfOutcome, disputedCodes, type Classed } from './class-of-outcome.ts';

/** One value of a fact, with its outcome where it has one. */
export interface FactValue {
  readonly text: string;
  readonly outcome: ObservedOutcome | undefined;
}

const unknown: Classed = { class: 'unknown', because: 'no rule says what this means' };

/** How much it matters that a fact has another value. */
export function classOfFact(requirement: string, from: FactValue, to: FactValue): Classed {
  switch (requirement) {
    case 'TC-GEN-022':
      return disputedCodes;
    case 'TC-GEN-023':
    case 'TC-SHAPE-020':
      return classOfList(from.text, to.text);
    case 'TC-CLOCKIN-017':
    case 'TC-BREAK-014':
      return { class: 'compatible', because: 'the form of an id may change' };
    case 'TC-GEN-041':
      return to.text === 'none'
        ? { class: 'compatible', because: 'no end is announced any more' }
        : { class: 'risky', because: 'the service announces an end' };
    case 'TC-CLIENT-022':
      return withoutVersions(from.text) === withoutVersions(to.text)
        ? { class: 'compatible', because: 'only version numbers changed' }
        : unknown;
    case 'TC-LIST-028':
      return classOfPage(from.text, to.text);
    case 'TC-SHAPE-026':
      return classOfEmptiness(from.text, to.text);
    default:
      return from.outcome === undefined || to.outcome === undefined
        ? unknown
        : classOfOutcome(from.outcome, to.outcome);
  }
}

/** A client names its own version and those of its runtime, which change with every release. */
function withoutVersions(text: string): string {
  return text.replaceAll(/\d+(?:\.\d+)+/g, 'N');
}

/** Paging that appears is told like error codes: Microsoft's two policies contradict each other on it. */
function classOfPage(from: string, to: string): Classed {
  if (!/^(?:at least )?\d+$/.test(from))
    return { class: 'compatible', because: 'no document promises an order of the list' };
  if (from.startsWith('at least') || Number(to) < Number(from))
    return {
      class: 'disputed',
      because:
        'paging may come by "Versioning, support, and breaking change policies" of Microsoft Graph, and may not by its API guidelines (GuidelinesGraph)',
    };
  return { class: 'compatible', because: 'a page holds more' };
}

function classOfEmptiness(from: string, to: string): Classed {
  if (to === 'left out') return { class: 'risky', because: 'a member without a value is left out' };
  if (from === 'left out') return { class: 'compatible', because: 'a member without a value is shown' };
  return unknown;
}

/** The list of names goes on with all that it had. */
export function keepsAll(from: string, to: string): boolean {
  const kept = new Set(listedNames(to));
  return listedNames(from).every((name) => kept.has(name));
}

export function listedNames(list: string): readonly string[] {
  return list === 'none' ? [] : list.split(', ');
}

export function classOfList(from: string, to: string): Classed {
  return keepsAll(from, to)
    ? { class: 'compatible', because: 'only names were added' }
    : { class: 'risky', because: 'names are gone that no document promises' };
}
