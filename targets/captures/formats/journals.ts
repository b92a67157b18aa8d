import { listOf, membersOf, numberOf, textOf, type Members } from '../members.ts';
import type { KeptBody, KeptExchange } from './as-har-entry.ts';
import { headersByName } from './headers-by-name.ts';

/**
 * What WireMock answers to `GET /__admin/requests`; undefined for anything else.
 *
 * Source: wiremock.org/docs/verifying (request journal), WireMock 3, class ServeEvent
 */
export function wiremockExchanges({ requests, ...file }: Members): readonly KeptExchange[] | undefined {
  const list = listOf(requests);
  if (list === undefined || file['requestJournalDisabled'] === undefined) return undefined;
  return list.map((one): KeptExchange => {
    const event = membersOf(one) ?? {};
    const [request, response] = [membersOf(event['request']) ?? {}, membersOf(event['response']) ?? {}];
    return {
      method: request['method'],
      url: request['absoluteUrl'],
      requestHeaders: headersByName(request['headers']),
      sent: bodyOf(request, 'none'),
      status: response['status'],
      responseHeaders: headersByName(response['headers']),
      came: bodyOf(response, 'none'),
      startedAt: numberOf(request['loggedDate']),
      duration: numberOf(membersOf(event['timing'])?.['totalTime']) ?? 0,
    };
  });
}

function bodyOf(message: Members, absent: 'none' | 'notKept'): KeptBody {
  const [base64, text] = [textOf(message['bodyAsBase64']), textOf(message['body'])];
  if (base64 !== undefined && base64 !== '') return { kind: 'base64', text: base64 };
  return text === undefined || text === '' ? { kind: absent } : { kind: 'text', text };
}

/**
 * What Hoverfly answers to `GET /api/v2/journal`; undefined for anything else.
 *
 * Source: SpectoLabs/hoverfly, docs/pages/reference/api/api.rst, "GET /api/v2/journal"
 */
export function hoverflyExchanges(file: Members): readonly KeptExchange[] | undefined {
  return listOf(file['journal'])?.map((one): KeptExchange => {
    const entry = membersOf(one) ?? {};
    const [request, response] = [membersOf(entry['request']) ?? {}, membersOf(entry['response']) ?? {}];
    const query = textOf(request['query']) ?? '';
    const address = `${textOf(request['scheme']) ?? 'http'}://${textOf(request['destination']) ?? ''}`;
    return {
      method: request['method'],
      url: `${address}${textOf(request['path']) ?? ''}${query === '' ? '' : `?${query}`}`,
      requestHeaders: headersByName(request['headers']),
      sent: bodyOf(request, 'none'),
      status: response['status'],
      responseHeaders: headersByName(response['headers']),
      came: response['encodedBody'] === true ? asBase64(response) : bodyOf(response, 'none'),
      startedAt: Date.parse(textOf(entry['timeStarted']) ?? ''),
      duration: numberOf(entry['latency']) ?? 0,
    };
  });
}

function asBase64({ body }: Members): KeptBody {
  return { kind: 'base64', text: textOf(body) ?? '' };
}
