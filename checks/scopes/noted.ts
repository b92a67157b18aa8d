import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { keptBreaks } from '../breaks-kept.ts';
import type { Scope, Subject } from '../check.ts';
import { across, readBack } from './across.ts';
import { ended, started } from './breaks.ts';
import { returned } from './called.ts';
import { created } from './created.ts';

/** Notes that were sent, and what a card shows in their place. */
export interface Noted extends Subject {
  readonly sent: JsonObject;
  readonly back: Json | undefined;
  readonly pointer: string;
}

/** A request that was accepted, and the card that its answer or the first look after it shows. */
interface Shown extends Subject {
  readonly sent: JsonObject;
  readonly card: JsonObject;
}

const makings = [readBack('clockIn'), readBack('create')];
const clockIns = returned('clockIn');
const [clockOuts, replaces] = [across('clockOut'), across('replace')];

/** Every note of an accepted request that was no defect, beside the card that its answer and the first look after it show. */
export const noted: Scope<Noted> = {
  subjects(entry, trace, context) {
    // No other answer shows a card.
    if (!entry.accepted || !isJsonObject(entry.answer)) return [];
    const [clockedIn = [], wasCreated = []] = makings.map((making) =>
      making.subjects(entry, trace, context).flatMap(({ read: card, evidence }): readonly Shown[] => {
        const sent = trace.at(evidence[0])?.sent;
        return sent === undefined || card === undefined ? [] : [{ sent, card, evidence }];
      }),
    );
    return [
      ...[...clockIns.subjects(entry, trace, context), ...clockedIn].flatMap((one) => ofEvent(one, '/clockInEvent')),
      ...clockOuts
        .subjects(entry, trace, context)
        .map(afterwards)
        .flatMap((one) => ofEvent(one, '/clockOutEvent')),
      ...started
        .subjects(entry, trace, context)
        .flatMap((one) => ofEvent(afterwards(one), within(one.pointer, '/start'))),
      ...ended.subjects(entry, trace, context).flatMap((one) => ofEvent(afterwards(one), within(one.pointer, '/end'))),
      ...[
        ...created.subjects(entry, trace, context),
        ...wasCreated,
        ...replaces.subjects(entry, trace, context).map(afterwards),
      ].flatMap(ofCard),
    ];
  },
};

function afterwards({ sent, after: card, evidence }: Omit<Shown, 'card'> & { readonly after: JsonObject }): Shown {
  return { sent, card, evidence };
}

function within(pointer: string | undefined, end: string): string | undefined {
  return pointer === undefined ? undefined : `${pointer}${end}`;
}

/** The notes of an action are those of the event that it records. */
function ofEvent({ sent, card, evidence }: Shown, event: string | undefined): readonly Noted[] {
  return event === undefined ? [] : noteAt(sent['notes'], card, `${event}/notes`, evidence);
}

function ofCard({ sent, card, evidence }: Shown): readonly Noted[] {
  const places = ['', '/clockInEvent', '/clockOutEvent'].map((place) => [sent, place, place] as const);
  const breaks = keptBreaks(sent['breaks'], card).flatMap(({ sent: one, pointer }) =>
    ['', '/start', '/end'].map((end) => [one, end, `${pointer}${end}`] as const),
  );
  return [...places, ...breaks].flatMap(([from, place, pointer]) =>
    noteAt(at(from, `${place}/notes`), card, `${pointer}/notes`, evidence),
  );
}

function noteAt(
  sent: Json | undefined,
  card: JsonObject,
  pointer: string,
  evidence: readonly number[],
): readonly Noted[] {
  return isJsonObject(sent) ? [{ sent, back: at(card, pointer), pointer, evidence }] : [];
}
