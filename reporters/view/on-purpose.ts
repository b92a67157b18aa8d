import type { Exchange, Mutation } from '../../traffic/exchange.ts';
import { headerValue } from '../../traffic/headers.ts';
import { at } from '../../traffic/pointer.ts';
import { isAuthorization } from './curl.ts';
import { wording, type Phrase } from './phrase.ts';
import { visible, visibleJson } from './visible.ts';

/**
 * What about a request is as it is on purpose: what is wrong with it, and headers that are the point. Nothing for ordinary
 * requests, and where the method, the URL or who asks says it already.
 */
export function onPurpose(exchange: Exchange): Phrase | undefined {
  const { intent, request } = exchange;
  const mutation = intent?.mutation;
  if (mutation === undefined) return undefined;
  const { pointer } = mutation;
  if (mutation.keyword === 'signature') return wording('(the token without its signature, or with another)');
  if (pointer.startsWith('header:')) return headerText(pointer.slice('header:'.length), request.headers);
  if (pointer.startsWith('url')) {
    const text = urlTexts[`${pointer} ${mutation.keyword}`];
    return text === undefined ? undefined : wording(text);
  }
  if (pointer === 'method') return wording('(a method that no page names)');
  return bodyText(mutation, exchange);
}

function headerText(name: string, headers: Exchange['request']['headers']): Phrase | undefined {
  const value = headerValue(headers, name.toLowerCase());
  // Who asks is said elsewhere, but not how the token is written.
  if (isAuthorization(name) && (value === undefined || /^Bearer \S+$/.test(value))) return undefined;
  return wording(value === undefined ? `(without ${visible(name)})` : `(${visible(name)}: ${visible(value)})`);
}

const urlTexts: Readonly<Record<string, string>> = {
  'url:team unknown': '(a team that does not exist)',
  'url:team other': '(the other team)',
  'url:card unknown': '(a card that does not exist)',
  'url:card letterCase': '(the id in upper case)',
  'url:query invalidFilter': '(a filter that is wrong on purpose)',
  'url:query withoutDollar': '(an option without its $)',
  'url letterCase': '(names in lower case)',
  'url qualified': '(with the namespace before the name)',
};

/** What each keyword says of a place of the body; those of JSON Schema say that it is wrong. */
const keywordTexts: Readonly<Record<string, string>> = {
  readOnly: 'set, though the service sets it',
  undeclared: 'that no page has',
  unknown: 'of nobody',
  offset: 'with another offset',
  order: 'before the beginning',
};

const wholeTexts: Readonly<Record<string, string>> = {
  'malformed:json': '(broken on purpose)',
  letterCase: '(names in another case)',
  future: '(of the future)',
  overlap: '(at the same time as another card)',
};

function bodyText({ pointer, keyword }: Mutation, { request: { body } }: Exchange): Phrase {
  if (pointer === '') return wording(wholeTexts[keyword] ?? '(wrong on purpose)');
  const place = visible(pointer.slice(1));
  const words = keywordTexts[keyword];
  if (words !== undefined) return wording(`(${place} ${words})`);
  const value = body.kind === 'json' ? at(body.value, pointer) : undefined;
  if (value === undefined) return wording(`(without ${place} on purpose)`);
  return { before: `(${place} `, value: visibleJson(value), after: ' is wrong on purpose)' };
}
