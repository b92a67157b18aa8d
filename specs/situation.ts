import { isWrite, type Operation } from '../traffic/operation.ts';

/**
 * Where a document shows what a row says: whose call it is, what the card is in before it, and what had not happened to it
 * yet. Nobody is held to the row elsewhere. What is left out does not matter.
 */
export interface Situation {
  readonly who: 'anybody' | 'user' | 'application';
  /** What the card is in before the call; of a call that makes a card, whether its user has an open one. */
  readonly card?: 'noneOpen' | 'clockedIn' | 'onBreak' | 'open' | 'clockedOut' | 'there';
  /** What nobody had done to the card before. */
  readonly without?: readonly ('confirmation' | 'edit' | 'break')[];
}

const user = { who: 'user' } as const;

/**
 * The situation in which the page of an operation, its examples, or one card followed through the examples show that it
 * succeeds. "If successful, this method returns 204" promises a status and no success, so that a server may refuse in any
 * other: a card that is confirmed, an open card that is deleted, a second break.
 * Sources: v1.0 clockIn, examples 1 and 2; beta examples of the card that is clocked in (clockIn), on breaks and clocked out
 * (get), confirmed (get, confirmForUser); v1.0 create, replace, delete and list examples.
 */
export const successes: Readonly<Record<Operation, Situation>> = {
  list: { who: 'anybody' },
  get: { who: 'anybody', card: 'there' },
  clockIn: { ...user, card: 'noneOpen' },
  create: user,
  clockOut: { ...user, card: 'clockedIn', without: ['confirmation', 'edit'] },
  startBreak: { ...user, card: 'clockedIn', without: ['confirmation', 'edit', 'break'] },
  endBreak: { ...user, card: 'onBreak', without: ['confirmation', 'edit'] },
  confirm: { ...user, card: 'clockedOut', without: ['confirmation'] },
  confirmForUser: { who: 'application', card: 'clockedOut', without: ['confirmation'] },
  replace: { ...user, card: 'clockedOut', without: ['confirmation', 'edit'] },
  delete: { ...user, card: 'clockedOut', without: ['confirmation'] },
};

const anybody = { who: 'anybody' } as const;

/**
 * The situation in which the documents show what an operation does that was accepted. What it does elsewhere, such as the
 * clockOut of a card that is closed, is documented nowhere and only observed. Sources: as above, and model/time-clock.ts.
 */
export const effects: Readonly<Record<Operation, Situation>> = {
  list: anybody,
  get: { ...anybody, card: 'there' },
  clockIn: { ...anybody, card: 'noneOpen' },
  create: anybody,
  clockOut: { ...anybody, card: 'clockedIn' },
  startBreak: { ...anybody, card: 'clockedIn' },
  endBreak: { ...anybody, card: 'onBreak' },
  confirm: { ...anybody, card: 'clockedOut' },
  confirmForUser: { ...anybody, card: 'clockedOut' },
  // What is replaced is what was sent, whatever the card is in.
  replace: { ...anybody, card: 'there' },
  delete: { ...anybody, card: 'there' },
};

/** What is shown of a call: that it succeeds, or what an accepted one does. */
export type Shown = 'success' | 'effect';

/** The situation of a row: that of the write that it is about, or of its first operation where it is about none. */
export function situationOf(operations: readonly Operation[], shown: Shown): Situation {
  const [operation = 'list'] = [...operations.filter(isWrite), ...operations];
  return (shown === 'success' ? successes : effects)[operation];
}

/** The situation as people say it: `a user, of a card that is clockedIn, before any confirmation or edit`. */
export function situationInWords({ who, card, without = [] }: Situation): string {
  const whose = { anybody: 'whoever may', user: 'a user', application: 'an application' }[who];
  const which = card === undefined ? [] : [cardInWords[card]];
  const before = without.length === 0 ? [] : [`before any ${without.join(' or ')}`];
  return [whose, ...which, ...before].join(', ');
}

const cardInWords: Readonly<Record<NonNullable<Situation['card']>, string>> = {
  noneOpen: 'while the user has no open card',
  clockedIn: 'of a card that is clockedIn',
  onBreak: 'of a card that is onBreak',
  open: 'of a card that is clockedIn or onBreak',
  clockedOut: 'of a card that is clockedOut',
  there: 'of a card that is there',
};
