import type { Exchange } from '../traffic/exchange.ts';
import type { JsonObject } from '../traffic/json.ts';
import { isUser, notApplicable } from './assertions/assertions.ts';
import type { Answer } from './check.ts';
import type { JudgeContext } from './context.ts';

/** Whose token it is. Source: configuration; the second user is the one on whose behalf the caller can act. */
export function userOf({ actor }: Pick<Exchange, 'actor'>, context: JudgeContext): string | undefined {
  if (actor === 'caller' && context.capabilities.has('callerIdentity')) return context.callerId;
  return actor === 'secondUser' ? context.onBehalfOfUserId : undefined;
}

/** The value at the pointer is the id of the user who sent the request; not applicable where that is not known. */
export function isSender(card: JsonObject, pointer: string, exchange: Exchange, context: JudgeContext): Answer {
  const user = userOf(exchange, context);
  const [, property = ''] = pointer.split('/');
  // The CSDL lets createdBy and lastModifiedBy be null as a whole; only examples show them filled.
  const isUnsaid = pointer.endsWith('/user/id') && (card[property] ?? null) === null;
  return user === undefined || isUnsaid ? notApplicable : isUser(card, pointer, user);
}
