import type { Exchange } from '../../traffic/exchange.ts';
import type { AnyFinding } from '../../judgements/finding.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { at } from '../../traffic/pointer.ts';

/**
 * True for a reproduction that rests on requests which it does not show: what decides it is about a card that was made
 * before. Sent again by itself, it may show nothing.
 */
export function speaksOfEarlierCard({ violation, reproduction }: AnyFinding): boolean {
  const decisive = reproduction.find(({ sequence }) => sequence === violation.evidence.at(-1));
  if (decisive === undefined) return false;
  const made = new Set(reproduction.filter(({ request }) => request.method === 'POST').flatMap(idShown));
  return cardsIn(decisive, violation.pointer).some((id) => !made.has(id));
}

function idShown({ outcome }: Exchange): readonly string[] {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? idOf(outcome.body.value) : [];
}

/** A number is no id, and addresses a card all the same. */
function idOf(card: Json | undefined): readonly string[] {
  const id = isJsonObject(card) ? card['id'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? [String(id)] : [];
}

/** The card of the URL, unless there is none on purpose, and of a list the one that the place is in. */
function cardsIn({ request, outcome, intent }: Exchange, pointer: string): readonly string[] {
  const asked = intent?.mutation?.pointer.startsWith('url') ? undefined : locate(request.method, request.url)?.cardId;
  const item = /^\/value\/\d+(?=\/|$)/.exec(pointer)?.[0];
  const body: Json | undefined =
    outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
  const listed = item === undefined ? [] : idOf(at(body, item));
  return asked === undefined ? listed : [asked, ...listed];
}
