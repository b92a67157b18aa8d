import type { Exchange } from '../../traffic/exchange.ts';
import { sameActor } from '../assertions/same-actor.ts';
import type { Entry, Trace } from '../trace/trace.ts';
import { Gathered } from './gathered.ts';
import { idsIn, inAnOrder, queryOf } from './lists.ts';
import { walkEndingWith } from './walk-end.ts';

/** Ids, as far as they can be asked for. */
export type ListedIds = Pick<ReadonlySet<string>, 'has'>;

/**
 * The ids on any page of a whole list before that number, of anybody or of that reader: the first page may be empty. A list in
 * an order is a whole one.
 */
export function listedBefore(start: number, trace: Trace, reader?: Exchange['actor']): ListedIds {
  return { has: (id) => firstShown(id, trace, reader) < start };
}

/** For each reader, and for all of them, where an id was first shown by a whole list. */
type FirstShown = Map<Exchange['actor'] | undefined, Map<string, number>>;

const shownByLists = new Gathered<FirstShown>(() => new Map(), noteShown);

function firstShown(id: string, trace: Trace, reader: Exchange['actor'] | undefined): number {
  const { kept, latest } = shownByLists.of(trace);
  const known = kept.get(reader)?.get(id);
  if (known !== undefined) return known;
  const first = latest.find((entry) => {
    const isByReader = reader === undefined || sameActor(entry.exchange.actor, reader);
    return isByReader && isOfWholeList(entry, trace) && idsIn(entry).includes(id);
  });
  return first?.sequence ?? Infinity;
}

function noteShown(byReader: FirstShown, entry: Entry, trace: Trace): void {
  if (!isOfWholeList(entry, trace)) return;
  const { actor } = entry.exchange;
  for (const reader of sameActor(actor, actor) ? [undefined, actor] : [undefined]) {
    const known = byReader.get(reader) ?? new Map<string, number>();
    byReader.set(reader, known);
    for (const id of idsIn(entry)) if (!known.has(id)) known.set(id, entry.sequence);
  }
}

function isOfWholeList(entry: Entry, trace: Trace): boolean {
  if (entry.operation !== 'list' || !entry.accepted) return false;
  const query = queryOf(walkEndingWith(entry, trace)[0]);
  return query === '' || inAnOrder.test(query);
}
