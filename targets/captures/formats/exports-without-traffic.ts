import { listOf, membersOf, textOf, type Members } from '../members.ts';

/** For what well-known tools write that holds no traffic that could be judged, a sentence that says what would; else undefined. */
export function whatToExport(file: Members): string | undefined {
  const schema = textOf(membersOf(file['info'])?.['schema']) ?? '';
  if (/getpostman\.com.*collection/.test(schema))
    return 'is a Postman collection, which holds requests and not what came of them: run it with "newman run FILE --reporters json", and check what that writes';
  if (listOf(file['results']) !== undefined && file['collection_id'] !== undefined)
    return 'holds the results of the runner in Postman, which keeps no bodies: run the collection with "newman run FILE --reporters json", and check what that writes';
  if (file['_type'] === 'export' || /insomnia\.rest\//.test(textOf(file['type']) ?? ''))
    return 'is an export of Insomnia, which holds requests and not what came of them: export it as HAR';
  if (listOf(file['mappings']) !== undefined || (membersOf(file['request']) && membersOf(file['response'])))
    return 'holds stubs of WireMock, which do not tell who asked for what and when: check what its GET /__admin/requests answers';
  if (listOf(membersOf(file['data'])?.['pairs']) !== undefined)
    return 'is a simulation of Hoverfly, which does not tell when it was asked for what: check what its GET /api/v2/journal answers';
  if (listOf(file['mocks']) !== undefined)
    return 'holds mocks of Dev Proxy, and no traffic: let its HarGeneratorPlugin write a HAR file, with includeResponse set';
  return undefined;
}

/** The same for what is no JSON. */
export function whatToExportInstead(text: string): string | undefined {
  if (text.startsWith('PK\u0003\u0004'))
    return 'is a zip archive: unpack it, and check the file in it that holds the traffic, such as the .har, or the trace.network of a trace of Playwright';
  if (/^\d+:\d+:(?:websocket|version|type|response|request|id)\b/.test(text.slice(0, 100)))
    return 'holds flows in the form of mitmproxy: write them as HAR with "mitmdump -nr FILE --set hardump=flows.har"';
  if (/^(?:_type: export|type: \w+\.insomnia\.rest\/)/m.test(text.slice(0, 1000)))
    return 'is an export of Insomnia, which holds requests and not what came of them: export it as HAR';
  return undefined;
}
