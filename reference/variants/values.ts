import type { FaultHooks } from '../fault.ts';
import type { ItemBody } from '../time-card.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { at } from '../../traffic/pointer.ts';
import { cardActions, eachJsonObject, inBodies, onReading } from './seams.ts';
import { entries } from './variant.ts';

/** Ids that have to be escaped in a URL, instead of those that the reference server gives. */
function otherIds(): FaultHooks {
  const honest = new Map<string, string>();
  const shown = new Map<string, string>();
  const renamed = (id: string): string => {
    const name = shown.get(id) ?? `Karte ${shown.size + 1}+ä=`;
    shown.set(id, name);
    honest.set(name, id);
    return name;
  };
  const idsRenamed = inBodies((object) =>
    String(object['id']).startsWith('TCK_') ? { ...object, id: renamed(String(object['id'])) } : object,
  );
  return {
    ...idsRenamed,
    receive: (received) => {
      const path = received.path.replace(/(?<=\/timecards\/)[^/]+/i, (id) => honest.get(decoded(id)) ?? id);
      return path === received.path ? received : { ...received, path };
    },
  };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** Changes the notes of every request. */
function notesOf(change: (notes: ItemBody) => ItemBody): FaultHooks {
  return onReading(['create', 'replace', ...cardActions], (body) => {
    const changed = eachJsonObject(body, (object) =>
      typeof object['content'] === 'string' && typeof object['contentType'] === 'string'
        ? changedNotes(object, change)
        : object,
    );
    return isJsonObject(changed) ? changed : body;
  });
}

function changedNotes(object: JsonObject, change: (notes: ItemBody) => ItemBody): JsonObject {
  const { content } = object;
  if (object['contentType'] !== 'text' && object['contentType'] !== 'html') return object;
  if (typeof content !== 'string') return object;
  const changed = change({ contentType: object['contentType'], content });
  return changed.content === content && changed.contentType === object['contentType']
    ? object
    : { ...object, ...changed };
}

/** Cards that create made say that nobody has confirmed them as the example of beta does. */
function confirmationUnderOldName(): FaultHooks {
  const made = new Set<Json | undefined>();
  const renamed = ({ confirmedBy, ...card }: JsonObject): JsonObject =>
    made.has(card['id']) && confirmedBy === 'none'
      ? { ...card, confirmationStatus: 'notConfirmed' }
      : { ...card, ...(confirmedBy === undefined ? {} : { confirmedBy }) };
  return {
    reply: (reply, { operation }) => {
      if (reply.content.kind !== 'json') return reply;
      const { value } = reply.content;
      if (operation === 'create' && reply.status === 201) made.add(at(value, '/id'));
      return { ...reply, content: { kind: 'json', value: eachJsonObject(value, renamed) } };
    },
  };
}

function saidBy(html: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  const text = html.replaceAll(/<[^>]*>/g, '').trim();
  return text.replaceAll(/&(lt|gt|quot|amp);/g, (all, name: string) => signs[name] ?? all);
}

function inLowerCase(text: string): string {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? text.toLowerCase() : text;
}

/** The same value with every text but that of notes changed, names left as they are. */
function eachText(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return (value as readonly Json[]).map((one) => eachText(one, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    // The text of notes may look like a time, and is none.
    Object.entries(value).map(([name, member]) => [name, name === 'content' ? member : eachText(member, change)]),
  );
}

/** What a server makes of values: which form ids have, what it keeps of text, what an omitted boolean becomes. */
export const valueVariants = entries([
  {
    id: 'ids-to-be-escaped',
    title: 'ids of cards have blanks, a plus, an equals sign and an umlaut',
    allows: 'versioning-and-support: ids are opaque, their length and format may change.',
    temptation: 'the id of a card is TCK_ and a GUID',
    hooks: otherIds,
  },
  {
    id: 'omitted-boolean-is-false',
    title: 'isAtApprovedLocation is false where the request leaves it out',
    allows: 'CSDL: nullable, without a default; a copy of the OpenAPI document says that the default is false.',
    temptation: 'isAtApprovedLocation is null where the request leaves it out',
    hooks: onReading(cardActions, (body) =>
      'isAtApprovedLocation' in body || 'atApprovedLocation' in body ? body : { ...body, isAtApprovedLocation: false },
    ),
  },
  {
    id: 'confirmation-under-old-name',
    title: 'a created card that nobody has confirmed has a confirmationStatus in place of confirmedBy',
    allows: 'beta create, example response: "confirmationStatus": "notConfirmed", and no confirmedBy.',
    temptation: 'confirmedBy of a new card is none',
    versions: ['beta'],
    warns: ['TC-SHAPE-006'],
    hooks: confirmationUnderOldName,
  },
  {
    id: 'times-in-lower-case',
    title: 'times are written with a small t and z',
    allows: 'OData ABNF, dateTimeOffsetValue: "T" and "Z" are literals of an ABNF, which match in either case.',
    temptation: 'times match a pattern with T and Z',
    hooks: {
      reply: (reply) =>
        reply.content.kind === 'json'
          ? { ...reply, content: { kind: 'json', value: eachText(reply.content.value, inLowerCase) } }
          : reply,
    },
  },
  {
    id: 'html-cleaned',
    title: 'html notes come back as their text, in a paragraph',
    allows: 'itemBody page: html may be cleaned of what is unsafe; no page promises that it comes back as it was.',
    temptation: 'html notes come back to the letter',
    hooks: notesOf(({ contentType, content }) => ({
      contentType,
      content: contentType === 'html' ? `<p>${(content ?? '').replaceAll(/<[^>]*>/g, '').trim()}</p>` : content,
    })),
  },
  {
    id: 'html-to-text',
    title: 'html notes come back as text: as what they say',
    allows: 'itemBody page: text and html both; no page says that notes keep the type in which they came.',
    temptation: 'html notes come back as html',
    hooks: notesOf(({ contentType, content }) =>
      contentType === 'html' ? { contentType: 'text', content: saidBy(content ?? '') } : { contentType, content },
    ),
  },
  {
    id: 'text-normalised',
    title: 'text notes come back in one form: composed letters, a line feed at the end of each line, no blanks around',
    allows:
      'No page says how a line ends, or whether a mark is one with its letter; the text is the same to its readers.',
    temptation: 'text comes back character by character',
    hooks: notesOf(({ contentType, content }) => ({
      contentType,
      content: contentType === 'text' ? (content ?? '').normalize('NFC').replaceAll(/\r\n?/g, '\n').trim() : content,
    })),
  },
  {
    id: 'text-tidied',
    title: 'text notes are trimmed, cut at 255 characters, and rid of control characters and angle brackets',
    allows: 'No page promises exotic or long text; notes are for people to read.',
    temptation: 'every string comes back to the letter',
    warns: ['TC-NOTES-001'],
    hooks: notesOf(({ contentType, content }) => ({
      contentType,
      content:
        contentType === 'text'
          ? (content ?? '')
              .normalize('NFC')
              .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}<>]|[\u{10000}-\u{10FFFF}]/gu, '')
              .replaceAll(/\s+/g, ' ')
              .trim()
              .slice(0, 255)
          : content,
    })),
  },
]);
