import { isJsonObject, type Json } from '../../traffic/json.ts';
import { writeJson } from './written-json.ts';

/** What JSON leaves to the writer of a body. No server that reads JSON can tell. */
export const jsonGarments = ['escapedNames', 'escapedTexts', 'escapedSlashes', 'reversed', 'spaced', 'lines'] as const;

/**
 * What HTTP, URIs, GUIDs and OData leave to the sender, and what no page shows: a server may refuse it. A body in `chunked`
 * parts; its notes, events and breaks `annotated` with their type, as the libraries of Microsoft write them;
 * a media type with a `charset` or a `metadata` parameter, or in capitals; the id of a card or of the team with everything
 * percent-encoded that is no letter and no digit; the names of resource and action in lower case, or that of the action with
 * its namespace; the $ of query options as `%24`, or their blanks and quotes as forms have them; the ids of people in the
 * other letter case.
 */
export const httpGarments = [
  'chunked',
  'charset',
  'metadata',
  'capitalType',
  'encodedId',
  'encodedTeam',
  'lowerCaseNames',
  'qualifiedName',
  'encodedDollar',
  'formQuery',
  'capitalPeople',
  'annotated',
] as const;

export type HttpGarment = (typeof httpGarments)[number];

/** One way in which a request is written otherwise and asks for the same. */
export type Garment = (typeof jsonGarments)[number] | HttpGarment;

export type Clothes = readonly Garment[];

/** The parts of the clothes that a server may refuse. */
export function refusableIn(clothes: Clothes = []): readonly HttpGarment[] {
  return httpGarments.filter((garment) => clothes.includes(garment));
}

/** The body as text. */
export function bodyText(body: Json, clothes: Clothes = []): string {
  const wears = (garment: Garment): boolean => clothes.includes(garment);
  const named = wears('capitalPeople') ? withPeopleInOtherCase(body) : body;
  return writeJson(wears('annotated') ? withTypes(named) : named, {
    escapesNames: wears('escapedNames'),
    escapesTexts: wears('escapedTexts'),
    escapesSlashes: wears('escapedSlashes'),
    reverses: wears('reversed'),
    spaces: wears('spaced'),
    breaksLines: wears('lines'),
  });
}

/** The headers of a body. */
export function bodyHeaders(clothes: Clothes = []): Readonly<Record<string, string>> {
  return {
    'Content-Type': mediaType(clothes),
    ...(clothes.includes('chunked') ? { 'Transfer-Encoding': 'chunked' } : {}),
  };
}

function mediaType(clothes: Clothes): string {
  if (clothes.includes('charset')) return `application/json; charset=${clothes.includes('spaced') ? 'UTF-8' : 'utf-8'}`;
  if (clothes.includes('metadata')) return 'application/json;odata.metadata=minimal';
  return clothes.includes('capitalType') ? 'Application/JSON' : 'application/json';
}

/** The segment of a path that is the id of a card or of a team, percent-encoded more than need be where the clothes say so. */
export function idSegment(
  id: string,
  clothes: Clothes = [],
  garment: 'encodedId' | 'encodedTeam' = 'encodedId',
): string {
  const usual = encodeURIComponent(id);
  if (!clothes.includes(garment)) return usual;
  const encoded = usual.replaceAll(/[^\dA-Za-z%]/g, percentEncoded);
  return encoded === id ? id.replace(/^./, percentEncoded) : encoded;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A query string, given percent-encoded and without the question mark. */
export function queryText(query: string, clothes: Clothes = []): string {
  const dollar = clothes.includes('encodedDollar') ? query.replaceAll(/(?<=^|&)\$/g, '%24') : query;
  return clothes.includes('formQuery') ? dollar.replaceAll('%20', '+').replaceAll("'", '%27') : dollar;
}

const people: ReadonlySet<string> = new Set(['userId', 'onBehalfOfUserId']);
const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function withPeopleInOtherCase(body: Json): Json {
  if (!isJsonObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      people.has(name) && typeof value === 'string' && guid.test(value) ? inOtherCase(value) : value,
    ]),
  );
}

function inOtherCase(id: string): string {
  const upper = id.toUpperCase();
  return upper === id ? id.toLowerCase() : upper;
}

/** The types of the members of a body. Source: CSDL, timeCard, timeCardEvent, timeCardBreak. */
const types: Readonly<Record<string, string>> = {
  notes: 'itemBody',
  clockInEvent: 'timeCardEvent',
  clockOutEvent: 'timeCardEvent',
  start: 'timeCardEvent',
  end: 'timeCardEvent',
  breaks: 'timeCardBreak',
};

/** The body with the type of each object in it before everything else. Source: OData JSON, control information odata.type. */
function withTypes(body: Json, type?: string): Json {
  if (Array.isArray(body)) return (body as readonly Json[]).map((one) => withTypes(one, type));
  if (!isJsonObject(body)) return body;
  const members = Object.entries(body).map(([name, value]) => [name, withTypes(value, types[name])] as const);
  return {
    ...(type === undefined ? {} : { '@odata.type': `#microsoft.graph.${type}` }),
    ...Object.fromEntries<Json>(members),
  };
}
