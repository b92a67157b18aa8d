import type { Exchange } from '../specs/exchange.ts';
import type { Json } from '../specs/json.ts';
import { locate } from '../specs/location.ts';
import { at } from '../specs/pointer.ts';
import { idIn } from './answers.ts';

/**
 * Whether an accepted answer shows something else than what was asked for: another card than that of the URL, no list for
 * a list, no card for a new one, or one with another beginning or another note than was sent. Undefined where that cannot
 * be told.
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
      return !sameId(idIn(body), location.cardId);
    }
    case 'list':
      return !Array.isArray(at(body, '/value'));
    case 'create':
      return idIn(body) === undefined || begins(sent) !== begins(body);
    case 'clockIn': {
      const note = at(sent, '/notes/content');
      return idIn(body) === undefined || (note !== undefined && note !== at(body, '/clockInEvent/notes/content'));
    }
    default:
      return undefined;
  }
}

/** The moment at which a card begins, however it is written. */
function begins(card: Json | undefined): number | undefined {
  const written = at(card, '/clockInEvent/dateTime');
  const moment = typeof written === 'string' ? Date.parse(written) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

/** A GUID is the same in either letter case. */
function sameId(shown: string | undefined, asked: string): boolean {
  return shown?.toLowerCase() === asked.toLowerCase();
}
