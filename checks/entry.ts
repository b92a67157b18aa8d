import type { Exchange } from '../specs/exchange.ts';
import type { Json, JsonObject } from '../specs/json.ts';
import type { Location } from '../specs/location.ts';
import type { Operation } from '../specs/operation.ts';
import type { History } from './history.ts';

/** One exchange with everything that the traffic before it says about it. */
export interface Entry {
  readonly exchange: Exchange;
  readonly sequence: number;
  readonly operation: Operation | 'unknown';
  readonly location: Location | undefined;
  readonly status: number | undefined;
  /** Answered with a status of success. */
  readonly accepted: boolean;
  /** The body of the answer, if it is JSON. */
  readonly answer: Json | undefined;
  /** The body of the request, if it is a JSON object. */
  readonly sent: JsonObject | undefined;
  readonly cardId: string | undefined;
  /** What was known about the addressed card before this exchange. */
  readonly before: History | undefined;
  /** What was known, before it, about the card that its answer shows: a server may show an open card again. */
  readonly shownBefore: History | undefined;
}
