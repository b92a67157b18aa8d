import type { Json } from '../traffic/json.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

/** What came of a request besides its status: a closed set, so that two runs can be compared by it. */
const effects = {
  accepted: 'accepted',
  honoured: 'honoured',
  'as asked for': 'honoured',
  taken: 'honoured',
  'the one that was sent': 'honoured',
  ignored: 'ignored',
  another: 'ignored',
  'as before': 'ignored',
  kept: 'kept',
  'the card stays as it was': 'kept',
  'not kept': 'changed',
  changed: 'changed',
  'the card changes': 'changed',
  'with a timeCard': 'withCard',
  'without a timeCard': 'withoutCard',
  'with a body': 'withBody',
  'without a body': 'withoutBody',
  'as one after the other': 'inOrder',
} as const;
export type ObservedEffect = (typeof effects)[keyof typeof effects];

/** An observed outcome as a program compares it; the sentence beside it is for people. */
export interface ObservedOutcome {
  /** Null where there was no answer; absent where the fact is no status. */
  readonly status?: number | null;
  /** The codes of the error, from the general to the specific. */
  readonly code?: string;
  readonly effect?: ObservedEffect;
}

/** Subjects that were reworded, by the id of today's words: the id stays that of the first words. */
const reworded: Readonly<Record<string, string>> = {};

/** The lasting id of what was looked at, such as `TC-LIST-009/list-with-select-id`. */
export function factId(requirement: RequirementId, subject: string): string {
  const words = subject
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .toLowerCase();
  const id = `${requirement}/${words}`;
  return reworded[id] ?? id;
}

/** The outcome that a value speaks of; undefined for a value of another kind, such as a list of names. */
export function outcomeOf(value: Json): ObservedOutcome | undefined {
  if (typeof value === 'number') return isStatus(value) ? { status: value } : undefined;
  if (typeof value !== 'string') return undefined;
  if (value === 'no answer') return { status: null };
  const said = effectOf(value);
  if (said !== undefined) return { effect: said };
  const [, digits = '', rest = ''] = /^(\d{3})(?:,? (.+))?$/s.exec(value) ?? [];
  const status = Number(digits);
  if (!isStatus(status)) return undefined;
  if (rest === '') return { status };
  const effect = effectOf(rest);
  return effect === undefined ? { status, code: rest } : { status, effect };
}

function isStatus(value: number): boolean {
  return Number.isInteger(value) && value >= 100 && value < 600;
}

function effectOf(words: string): ObservedEffect | undefined {
  return Object.hasOwn(effects, words) ? effects[words as keyof typeof effects] : undefined;
}
