import type { TransportFault } from '../traffic/exchange.ts';
import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';

/** What a server does that several findings follow from, with the figures that it rests on. */
export type CauseFact =
  /** One status for everything, and one body as well if there is a `body`. */
  | {
      readonly kind: 'sameAnswer';
      readonly requests: number;
      readonly status: number;
      /** The body's text, shortened; empty for none. Absent where the bodies differ. */
      readonly body?: string;
    }
  | { readonly kind: 'noAnswer'; readonly requests: number; readonly fault: TransportFault }
  | { readonly kind: 'echo'; readonly requests: number }
  /** What an operation accepts it answers in one way only. */
  | {
      readonly kind: 'cannedAnswers';
      readonly requests: number;
      readonly operations: readonly Operation[];
      /** None of the operations that were accepted does otherwise. */
      readonly everywhere: boolean;
    }
  /** Answers that belong to other requests: `wrong` of the requests for something certain got something else. */
  | {
      readonly kind: 'unrelatedAnswers';
      readonly requests: number;
      readonly wrong: number;
      readonly operations: readonly Operation[];
      readonly everywhere: boolean;
    }
  /** Cards are made, and every get of them is answered 404. */
  | { readonly kind: 'nothingStored'; readonly requests: number; readonly made: number }
  | {
      readonly kind: 'operationFails';
      readonly requests: number;
      readonly operations: readonly Operation[];
      readonly status: number;
    }
  /** Success, but always with a status that is not the one of the operation's page. */
  | {
      readonly kind: 'otherSuccess';
      readonly requests: number;
      readonly operations: readonly Operation[];
      readonly status: number;
    }
  /** Requests for cards that there never were, all of them accepted. */
  | { readonly kind: 'anyIdAccepted'; readonly requests: number; readonly operations: readonly Operation[] }
  /** Requests with a body that breaks its schema, all of them accepted. */
  | { readonly kind: 'anyBodyAccepted'; readonly requests: number; readonly operations: readonly Operation[] }
  /** Members that no new card has, unless they were sent. */
  | { readonly kind: 'membersMissing'; readonly answers: number; readonly members: readonly string[] }
  /** Times of which nobody knows which moment they mean. */
  | {
      readonly kind: 'timesWithoutOffset';
      readonly times: number;
      readonly wrong: number;
      readonly example: string;
    }
  /** Notes that were sent, and are not in what these operations show. */
  | { readonly kind: 'notesLost'; readonly operations: readonly Operation[] }
  /** Characters outside ASCII that came back as U+FFFD. */
  | { readonly kind: 'textBroken'; readonly operations: readonly Operation[] }
  | { readonly kind: 'notJson'; readonly requests: number; readonly answers: number };

/** What several findings have in common, so that a reader is told one thing and not many. */
export interface Cause {
  readonly fact: CauseFact;
  /** The fact for people. It may quote what the server sent. */
  readonly sentence: string;
  /** The violated requirements that follow from it; none where it is why nothing could be judged. */
  readonly explains: readonly RequirementId[];
}
