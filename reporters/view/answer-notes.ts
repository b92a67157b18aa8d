import { transportFaultWords, type Exchange, type Outcome } from '../../traffic/exchange.ts';
import { isJsonObject, type Json } from '../../traffic/json.ts';
import type { Violated } from '../../judgements/judgement.ts';
import { at } from '../../traffic/pointer.ts';
import { count } from './amounts.ts';
import { madeCard, namedJson, type Names } from './id-names.ts';
import { wording, type Phrase } from './phrase.ts';
import { visible, visibleJson } from './visible.ts';

/** The status of an answer, or what happened instead of one. */
export function statusText(outcome: Outcome): string {
  return outcome.kind === 'response'
    ? `${outcome.status}`
    : `${transportFaultWords[outcome.fault]} (${visible(outcome.detail)})`;
}

/** What of an answer a reader of the finding needs: the id it gave, the error, or the place that the finding is about. */
export function answerNotes(exchange: Exchange, violation: Violated, names: Names): readonly Phrase[] {
  const { outcome } = exchange;
  if (outcome.kind === 'transport') return [];
  const isDecisive = violation.evidence.at(-1) === exchange.sequence;
  const made = madeCard(exchange);
  const notes = [
    made === undefined ? undefined : wording(`id → ${visible(names.get(made) ?? made)}`),
    isDecisive ? decisiveNote(outcome, violation) : undefined,
  ].filter((note) => note !== undefined);
  return notes.length > 0 ? notes : contentNotes(outcome, names);
}

type Response = Extract<Outcome, { kind: 'response' }>;

/** The value in full, ids included: it is the evidence. */
function decisiveNote({ headers, body }: Response, { pointer }: Violated): Phrase | undefined {
  if (pointer.startsWith('header:')) {
    const name = pointer.slice('header:'.length);
    const values = headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
    return values.length === 0
      ? wording(`no ${visible(name)}`)
      : valued(visible(values.join(', ')), `${visible(name)}: `);
  }
  if (!pointer.startsWith('/') || body.kind !== 'json') return undefined;
  const value = at(body.value, pointer);
  const place = visible(pointer.slice(1));
  return value === undefined ? wording(`without ${place}`) : valued(visibleJson(value), `${place} `);
}

function contentNotes({ status, body }: Response, names: Names): readonly Phrase[] {
  if (body.kind === 'empty') return [];
  if (body.kind !== 'json') return [valued(visible(body.text), `${unreadWords(body)}: `)];
  if (!isJsonObject(body.value)) return [valued(visibleJson(body.value))];
  const { value: items, state, error } = body.value;
  if (status >= 400) return [valued(isJsonObject(error) ? errorText(error) : visibleJson(body.value))];
  if (Array.isArray(items)) {
    const more = body.value['@odata.nextLink'] === undefined ? '' : ', nextLink';
    return [wording(`${count(items.length, 'card')}${more}`)];
  }
  return [
    state === undefined ? valued(visibleJson(namedJson(body.value, names))) : valued(visibleJson(state), 'state '),
  ];
}

/** What was kept of a long answer is no JSON any more, which says nothing of the answer. */
function unreadWords({ kind, text }: Exclude<Response['body'], { kind: 'empty' | 'json' }>): string {
  if (/… \(\d+ characters\)$/.test(text)) return 'shortened here';
  return kind === 'other' ? 'not JSON' : 'broken JSON';
}

function errorText({ code, message }: { readonly [name: string]: Json }): string {
  const parts = [code, message].filter((part) => typeof part === 'string' && part !== '');
  return visible(parts.join(': '));
}

function valued(value: string, before = ''): Phrase {
  return { before, value, after: '' };
}
