import type { Exchange } from '../traffic/exchange.ts';
import type { SentWrong } from '../judgements/finding.ts';
import type { Json } from '../traffic/json.ts';
import type { Violated } from '../judgements/judgement.ts';
import { locate } from '../traffic/location.ts';
import { at, equalJson, namesIn } from '../traffic/pointer.ts';
import { decisiveExchange } from './decisive-exchange.ts';
import { idIn } from './execute/answers.ts';

interface WrongValue {
  readonly sequence: number;
  readonly pointer: string;
  /** Undefined where a member was left out on purpose. */
  readonly value: Json | undefined;
}

/** Of so many cards it is remembered what wrong values they were given; the oldest are forgotten. */
const mostCards = 200;

/** Remembers the values that were sent wrong on purpose, and that the server took: it may show them again. */
export class WrongValues {
  /** By the id of the card; the empty one is for answers that name none. */
  readonly #ofCards = new Map<string, WrongValue[]>();

  note(exchanges: readonly Exchange[]): void {
    for (const exchange of exchanges) {
      const pointer = exchange.intent?.mutation?.pointer;
      if (pointer === undefined || !tookWrongBody(exchange)) continue;
      const card = cardWritten(exchange) ?? '';
      const { body } = exchange.request;
      const value = body.kind === 'json' ? at(body.value, pointer) : undefined;
      const known = this.#ofCards.get(card) ?? [];
      known.push({ sequence: exchange.sequence, pointer, value });
      this.#ofCards.set(card, known);
      const [oldest] = this.#ofCards.keys();
      if (this.#ofCards.size > mostCards && oldest !== undefined) this.#ofCards.delete(oldest);
    }
  }

  /** Where the wrong value of a violation was sent; undefined where the server has it from nobody. */
  whereSent(violation: Violated, exchanges: readonly Exchange[]): SentWrong | undefined {
    const { pointer } = violation;
    const decisive = decisiveExchange(violation, exchanges);
    const shown = decisive === undefined ? undefined : answerOf(decisive);
    if (decisive === undefined || shown === undefined || !pointer.startsWith('/')) return undefined;
    const card = cardShown(decisive, shown, pointer);
    const candidates =
      card === undefined
        ? [...this.#ofCards.values()].flat()
        : [...(this.#ofCards.get(card) ?? []), ...(this.#ofCards.get('') ?? [])];
    const source = candidates.find((one) => one.sequence <= decisive.sequence && comesBack(shown, pointer, one));
    return source === undefined ? undefined : { sequence: source.sequence, pointer: source.pointer };
  }
}

/** The same value, or that there is none, stands at the violated place or around it, under the same name. */
function comesBack(shown: Json, violated: string, { pointer, value }: WrongValue): boolean {
  const names = namesIn(violated);
  return names.some((_, index) => {
    const around = `/${names
      .slice(0, index + 1)
      .map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1'))
      .join('/')}`;
    return lastName(around) === lastName(pointer) && equalJson(at(shown, around), value);
  });
}

/** An action's `/notes` become those of an event; of an element of a list the name of the list counts. */
function lastName(pointer: string): string {
  return namesIn(pointer).findLast((name) => !/^\d+$/.test(name)) ?? '';
}

function answerOf({ outcome }: Exchange): Json | undefined {
  return outcome.kind === 'response' && outcome.body.kind === 'json' ? outcome.body.value : undefined;
}

/** True for a request with a body that is wrong on purpose, which the server accepted. */
function tookWrongBody({ outcome, intent }: Exchange): boolean {
  const isAccepted = outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
  const { pointer = '', keyword = '' } = intent?.mutation ?? {};
  return isAccepted && pointer.startsWith('/') && wrongKeywords.has(keyword);
}

/** True for a write with anything wrong on purpose, such as one by somebody without a token, which the server did. */
export function tookWrongWrite({ outcome, intent, request }: Exchange): boolean {
  const isAccepted = outcome.kind === 'response' && outcome.status >= 200 && outcome.status < 300;
  return isAccepted && intent?.mutation !== undefined && request.method !== 'GET';
}

/** The keywords of JSON Schema that a value breaks which is wrong whoever reads it. */
const wrongKeywords: ReadonlySet<string> = new Set(['required', 'type', 'enum', 'format', 'pattern']);

function cardWritten(exchange: Exchange): string | undefined {
  return locate(exchange.request.method, exchange.request.url)?.cardId ?? idIn(answerOf(exchange));
}

/** The id of the card that an answer shows at a place: of a list, that of the item. */
function cardShown({ request }: Exchange, shown: Json, pointer: string): string | undefined {
  const item = /^\/value\/\d+(?=\/|$)/.exec(pointer)?.[0] ?? '';
  return idIn(at(shown, item)) ?? locate(request.method, request.url)?.cardId;
}
