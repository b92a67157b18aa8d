import { parse, type ScalarTag } from 'yaml';
import { listOf, membersOf, numberOf, textOf, type Members } from '../members.ts';
import type { KeptBody, KeptExchange } from './as-har-entry.ts';
import { headersByName } from './headers-by-name.ts';
import { oneAfterTheOther } from './one-after-the-other.ts';

/**
 * A cassette of VCR (Ruby: `http_interactions`) or of vcrpy (Python: `interactions`); undefined for anything else.
 *
 * Source: vcr/vcr 6, lib/vcr/structs.rb (to_hash of requests, responses and interactions); kevin1024/vcrpy 7,
 * vcr/serializers/compat.py and vcr/serialize.py
 */
export function cassetteExchanges(file: Members): readonly KeptExchange[] | undefined {
  const interactions = listOf(file['http_interactions']) ?? listOf(file['interactions']);
  if (interactions === undefined) return undefined;
  return oneAfterTheOther(
    interactions.map((one) => exchangeOf(membersOf(one) ?? {})),
    undefined,
  );
}

function exchangeOf(interaction: Members): KeptExchange {
  const [request, response] = [membersOf(interaction['request']) ?? {}, membersOf(interaction['response']) ?? {}];
  const recordedAt = Date.parse(textOf(interaction['recorded_at']) ?? '');
  return {
    method: request['method'],
    url: request['uri'],
    requestHeaders: headersByName(request['headers']),
    sent: bodyOf(request['body']),
    status: numberOf(membersOf(response['status'])?.['code']),
    responseHeaders: headersByName(response['headers']),
    came: bodyOf(response['body']),
    startedAt: Number.isNaN(recordedAt) ? undefined : recordedAt,
    duration: 0,
  };
}

/** Text, or an object that holds it, as itself or in base64. */
function bodyOf(value: unknown): KeptBody {
  if (value === null || value === undefined || value === '') return { kind: 'none' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  const body = membersOf(value) ?? {};
  const base64 = textOf(body['base64_string']);
  if (base64 !== undefined) return { kind: 'base64', text: base64.replaceAll(/\s/g, '') };
  return Object.hasOwn(body, 'string') ? bodyOf(body['string']) : { kind: 'notKept' };
}

/** Bytes that are no text, as both of them write them. */
const bytes = ['!binary', 'tag:yaml.org,2002:binary'].map((tag): ScalarTag => ({
  tag,
  resolve: (base64: string) => ({ base64_string: base64 }),
}));

/** What a cassette says in YAML; undefined for text that is none. */
export function cassetteIn(text: string): Members | undefined {
  if (!/^(?:---\s*|#.*\n|version:.*\n|recorded_with:.*\n)*(?:http_)?interactions:/.test(text)) return undefined;
  try {
    return membersOf(parse(text, { customTags: bytes, logLevel: 'error' }));
  } catch {
    return undefined;
  }
}
