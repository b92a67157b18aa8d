import type { Actor } from '../../traffic/actor.ts';
import type { Mutation, Phase } from '../../traffic/exchange.ts';
import type { Json } from '../../traffic/json.ts';
import type { Method, Operation } from '../../traffic/operation.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { TokenForm } from '../../targets/token-forms.ts';
import type { Clothes } from './clothes.ts';
import type { SuiteName } from './suite.ts';

/** A name for a card within one case; the server's id takes its place when it is known. */
export type Handle = string;

/** How a defective body comes from its control's: one place set to a value, or taken out where there is no value. */
export interface BodyChange {
  readonly pointer: string;
  readonly value?: Json;
}

/**
 * One thing that a client changes in a card that it has read: a place set to a value or taken out, a time moved by
 * milliseconds, or a place that gets what the card shows at another.
 */
export type Edit =
  | BodyChange
  | { readonly pointer: string; readonly later: number }
  | { readonly pointer: string; readonly from: string };

/** One request of a case, as data: no ids of the server, no clock, no randomness. */
export interface Step {
  /** Unique within the case. */
  readonly name: string;
  readonly operation: Operation;
  /** The handle under which the card that this step makes is known. */
  readonly makes?: Handle;
  /** The card that is addressed; `madeUp` is an id that no server knows. */
  readonly card?: Handle;
  readonly actor?: Actor;
  readonly body?: Json;
  /**
   * The times of the body are moved so that the last lies so many minutes before the hour in which the run began: how old
   * a card may be is documented nowhere.
   */
  readonly ofToday?: number;
  /** The breaks of the body get the ids that the card's breaks were last shown with, one by one. */
  readonly withBreakIds?: true;
  /** Instead of a body: the card as it was last shown, with these edits. Not sent before it was shown. */
  readonly edit?: readonly Edit[];
  /** The body says that it is another card of this case: not sent where that one is not ours. */
  readonly withIdOf?: Handle;
  /** The events of the body get the times that the card's events were last shown with. */
  readonly withShownTimes?: true;
  /** How the request is written, if not in the simplest way: it asks for the same. */
  readonly clothes?: Clothes;
  /** Text that goes out instead of a body, as it is. */
  readonly text?: string;
  /** `madeUp` is a team that no server knows, `other` the configured second one. */
  readonly team?: 'madeUp' | 'other';
  readonly method?: Method;
  /** Percent-encoded, without the question mark. */
  readonly query?: string;
  /** `names`: resource and action names in lower case; `id`: the card's id in upper case. */
  readonly letterCase?: 'names' | 'id';
  /** With `card`: its id, but with another last character. Not sent where the id is none that no other card can have. */
  readonly otherEnd?: true;
  /** With a mutation: the page behind the first of the list that is its control, by that one's link; not sent without one. */
  readonly page?: 'second';
  /** The actor's token goes out otherwise than it should be. */
  readonly tokenForm?: TokenForm;
  /** With the namespace before the name of the action: `microsoft.graph.clockOut`. */
  readonly qualified?: true;
  /** Headers beside those that every request carries; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** The one thing that makes the request differ from its control. */
  readonly mutation?: Mutation;
  /** With a mutation of the body: how its body comes from the control's. */
  readonly change?: BodyChange;
  /**
   * The step just before this one, if both are to be under way at the same time; without that step this one is sent alone.
   */
  readonly overlaps?: string;
  /** As `overlaps`, where the two are about different things, so that neither has to do with the other. */
  readonly beside?: string;
  /** Milliseconds to let go by before it is sent. */
  readonly apart?: number;
  /** Follows `@odata.nextLink` to the end; `past others`: also where pages show cards of others only, since they are few. */
  readonly walk?: true | 'past others';
  /** With `walk`: the card that is deleted after the first page, if there is a second one; of several one that the first does not show. */
  readonly deletedMeanwhile?: Handle | readonly Handle[];
  /** Removes the card again at once if the server makes one against expectation. */
  readonly discard?: true;
}

/** A short piece of traffic that stands on its own: it makes its cards, looks at them, and they are removed after it. */
export interface Case {
  readonly name: string;
  readonly phase: Phase;
  readonly suites: readonly SuiteName[];
  /** Made only where the run has left one of these undecided, and could not judge it anywhere. */
  readonly settles?: readonly RequirementId[];
  /** Made only where others have so many cards that lists are not read to their end. */
  readonly amidOthers?: true;
  readonly steps: readonly Step[];
}

/** The steps as they are sent: one by one, but two that are to be under way at the same time together. */
export function* groupsOf(steps: readonly Step[]): Generator<readonly [Step] | readonly [Step, Step]> {
  let earlier: Step | undefined;
  for (const step of steps) {
    if (earlier === undefined || partnerOf(step) !== earlier.name) {
      if (earlier !== undefined) yield [earlier];
      earlier = step;
    } else {
      yield [earlier, step];
      earlier = undefined;
    }
  }
  if (earlier !== undefined) yield [earlier];
}

/** The name of the step that this one is sent together with. */
export function partnerOf({ overlaps, beside }: Pick<Step, 'overlaps' | 'beside'>): string | undefined {
  return overlaps ?? beside;
}

/** True for a case in which chance decides what comes first. */
export function isRace({ steps }: Case): boolean {
  return [...groupsOf(steps)].some((group) => group.length === 2);
}

/** The requests that a case needs at most, without pages: its steps, and one to remove each card that no step removes. */
export function costOf({ steps }: Case): number {
  const removed = new Set(
    steps.filter(({ operation, mutation }) => operation === 'delete' && mutation === undefined).map(({ card }) => card),
  );
  const left = steps.filter(({ makes, discard }) => (makes !== undefined && !removed.has(makes)) || discard === true);
  return steps.length + left.length;
}
