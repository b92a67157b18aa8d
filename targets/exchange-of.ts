import type { Exchange, Headers, Outcome } from '../traffic/exchange.ts';
import { headerValue } from '../traffic/headers.ts';
import { tokenVariables } from '../traffic/token-variables.ts';
import { readBody } from './body.ts';
import type { ChainContext } from './chain-context.ts';
import type { Redaction } from './redaction.ts';
import type { ServerClock } from './server-clock.ts';
import type { RequestToSend } from './target.ts';
import { authorizationWith } from './token-forms.ts';
import type { WireOutcome } from './wire.ts';

/** What a call and its answer come to for everybody behind the target: nothing of it holds a token. */
export function exchangeOf(
  call: RequestToSend,
  chain: ChainContext,
  redaction: Redaction,
  sequence: number,
  serverClock: ServerClock,
): Exchange {
  const { sent, outcome, startedAt, endedAt } = chain;
  if (sent === undefined || outcome === undefined) throw new Error('the chain ended without sending');
  const redacted = redaction.outcome(outcome);
  const offset =
    redacted.kind === 'response' ? serverClock.offset({ headers: redacted.headers, startedAt, endedAt }) : undefined;
  return {
    sequence,
    operation: call.operation,
    actor: call.actor,
    request: {
      method: sent.method,
      url: redaction.text(sent.url),
      headers: shown(sent.headers, call),
      body: readBody(redaction.text(sent.text ?? ''), headerValue(sent.headers, 'content-type')),
    },
    outcome: asOutcome(redacted),
    startedAt,
    endedAt,
    ...(call.intent === undefined ? {} : { intent: call.intent }),
    ...(offset === undefined ? {} : { serverClockOffset: offset }),
    ...(chain.ownership.notOurs === undefined ? {} : { showsCardOfOthers: true as const }),
    throttledAttempts: chain.throttledAttempts,
  };
}

/** The token never gets past this point: its place is taken by the variable that supplied it. */
function shown(headers: Headers, { actor, tokenForm }: RequestToSend): Headers {
  return headers.map(([name, value]) => {
    const secret = name.toLowerCase() === 'authorization' && actor !== 'nobody';
    if (!secret) return [name, value] as const;
    return [name, authorizationWith(`$${tokenVariables[actor]}`, tokenForm)] as const;
  });
}

function asOutcome(outcome: WireOutcome): Outcome {
  if (outcome.kind === 'transport') return outcome;
  const { status, headers, text } = outcome;
  return { kind: 'response', status, headers, body: readBody(text, headerValue(headers, 'content-type')) };
}
