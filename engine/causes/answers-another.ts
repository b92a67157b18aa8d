import { instantOf } from '../../checks/assertions/instants.ts';
import type { Exchange } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import { locate } from '../../traffic/location.ts';
import { at } from '../../traffic/pointer.ts';
import { idIn } from '../execute/answers.ts';

/**
 * Whether an accepted answer shows something else than what was asked for: another card than that of the URL, no list for
 * a list, no card for a new one, or one with another beginning or another note than was sent. What is left out of a card is
 * another fault. Undefined where it cannot be told.
 */
export function answersAnother({ operation, request, outcome, intent }: Exchange): boolean | undefined {
  if (outcome.kind !== 'response' || outcome.status < 200 || outcome.status > 299) return undefined;
  if (intent?.mutation !== undefined) return undefined;
  const body = outcome.body.kind === 'json' ? outcome.body.value : undefined;
  const sent = request.body.kind === 'json' ? request.body.value : undefined;
  switch (operation) {
    case 'get': {
      const location = locate(request.method, request.url);
      // $select may leave the id out.
      if (location?.cardId === undefined || location.query !== '') return undefined;
      return isCard(body) ? differ(idIn(body)?.toLowerCase(), location.cardId.toLowerCase()) : true;
    }
    case 'list':
      return !Array.isArray(at(body, '/value'));
    case 'create':
      return isCard(body) ? differ(begins(body), begins(sent)) : true;
    case 'clockIn':
      return isCard(body)
        ? differ(at(body, '/clockInEvent/notes/content') ?? undefined, at(sent, '/notes/content'))
        : true;
    default:
      return undefined;
  }
}

/** The moment at which a card begins, however it is written. */
function begins(card: Json | undefined): number | undefined {
  return instantOf(at(card, '/clockInEvent/dateTime'));
}

/** True for what a time clock would show as a card, though something may be missing in it. */
function isCard(body: Json | undefined): boolean {
  return isJsonObject(body) && ['id', 'state', 'clockInEvent', 'breaks'].some((name) => Object.hasOwn(body, name));
}

/** What is missing on either side makes no other card of it: a server may have left it out. */
function differ(shown: Json | undefined, asked: Json | undefined): boolean {
  return shown !== undefined && asked !== undefined && shown !== asked;
}
