import { isJsonObject, type Json } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import type { Scope, Subject } from '../check.ts';
import { cardIn } from '../card/history.ts';
import { itemsOf, type Entry } from '../trace/trace.ts';
import { isPlainGet } from './plain-requests.ts';

/** A card that one answer shows beside others, or as new. */
export interface NewCard extends Subject {
  readonly id: string;
  /** Another card has that id as well. */
  readonly isKnown: boolean;
}

/**
 * Every card that a create or clockIn makes while others are known, and every list of several. A clockIn while a card is
 * open may show that one again (TC-CLOCKIN-024), and whether the id of a deleted card is free again is left open.
 */
export const newCards: Scope<NewCard> = {
  subjects(entry, trace) {
    if (!entry.accepted || entry.exchange.intent?.mutation !== undefined) return [];
    if (entry.operation === 'list') return inOneList(entry);
    const card = cardIn(entry.answer);
    if (card === undefined || entry.status !== 201) return [];
    if (entry.operation !== 'create' && entry.operation !== 'clockIn') return [];
    const before = entry.shownBefore;
    const others = trace.living.size - (trace.living.has(card.id) ? 1 : 0);
    if (before === undefined || before.state === 'gone') {
      return others === 0 ? [] : [{ id: card.id, isKnown: false, evidence: [entry.sequence] }];
    }
    if (entry.operation === 'clockIn' && before.state !== 'clockedOut') return [];
    const basis = before.latest?.sequence ?? before.madeBy?.sequence;
    return [{ id: card.id, isKnown: true, evidence: [...(basis === undefined ? [] : [basis]), entry.sequence] }];
  },
};

function inOneList(entry: Entry): readonly NewCard[] {
  const ids = itemsOf(entry.answer).flatMap((item) => cardIn(item)?.id ?? []);
  const second = ids.find((id, index) => id !== '' && ids.indexOf(id) !== index);
  const [first] = ids;
  if (first === undefined || ids.length < 2) return [];
  return [{ id: second ?? first, isKnown: second !== undefined, evidence: [entry.sequence] }];
}

/** The breakIds of one card, given by the service. */
export interface ServiceBreaks extends Subject {
  readonly ids: readonly string[];
}

/** Every get of a card with several breaks, to which neither its maker nor any replace gave ids. */
export const serviceBreaks: Scope<ServiceBreaks> = {
  subjects(entry, trace) {
    const { before: history, answer } = entry;
    if (!isPlainGet(entry) || !entry.accepted) return [];
    const making = trace.at(history?.madeBy?.sequence);
    if (making === undefined) return [];
    const writers = [making, ...trace.on(entry.cardId).filter(({ operation }) => operation === 'replace')];
    if (writers.some(({ sent }) => idsOfBreaks(at(sent, '/breaks')).length > 0)) return [];
    const ids = idsOfBreaks(at(answer, '/breaks'));
    return ids.length < 2 ? [] : [{ ids, evidence: [...writers.map(({ sequence }) => sequence), entry.sequence] }];
  },
};

function idsOfBreaks(breaks: Json | undefined): readonly string[] {
  if (!Array.isArray(breaks)) return [];
  return (breaks as readonly Json[]).flatMap((one) => {
    const id = isJsonObject(one) ? one['breakId'] : undefined;
    return typeof id === 'string' && id !== '' ? [id] : [];
  });
}
