import type { Exchange } from '../traffic/exchange.ts';

/** What is deliberately wrong with a request: the id of a card that there never was, the body, or something else. */
export type DefectKind = 'none' | 'id' | 'body' | 'other';

/** The keywords of JSON Schema that our defective bodies break; others only spell a valid body in another way. */
const broken: ReadonlySet<string> = new Set(['required', 'type', 'enum']);

export function defectOf({ intent }: Exchange): DefectKind {
  const mutation = intent?.mutation;
  if (mutation === undefined) return 'none';
  if (mutation.pointer === 'url:card') return mutation.keyword === 'unknown' ? 'id' : 'other';
  return mutation.pointer.startsWith('/') && broken.has(mutation.keyword) ? 'body' : 'other';
}
