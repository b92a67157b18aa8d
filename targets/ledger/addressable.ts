import { operations, routes } from '../../traffic/operation.ts';

/** Longer ids would not fit into the request line of most servers. Characters. */
const longest = 1000;

/** What stands behind the collection in a URL and is no id of a card. */
const actions: ReadonlySet<string> = new Set(operations.flatMap((name) => routes[name].action?.toLowerCase() ?? []));

/**
 * What some server or proxy on the way takes apart, even percent-encoded: then the rest would be the id of another card.
 * Control characters and lone surrogates cannot stand in a URL at all.
 */
const takenApart = /[\p{Cc}\p{Cs}/\\%?#;]/u;

/**
 * True for an id that names its card exactly, and nothing else, as one segment of a path. Of any other, the URL may lead to
 * a neighbour, to the schedule or to an action.
 */
export function isAddressable(id: string): boolean {
  if (id === '' || id.length > longest || id === '.' || id === '..' || id.startsWith('$')) return false;
  if (takenApart.test(id) || id !== id.trim() || id !== id.normalize('NFC')) return false;
  return !actions.has(id.toLowerCase().replace(/^microsoft\.graph\./, ''));
}
