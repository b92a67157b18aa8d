import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { knowing, typeOf } from '../clothes-seams.ts';
import { defects, type Defect } from '../defect.ts';
import { nextLinkMember, onPage, option } from '../from-documents/page-seams.ts';
import { answering, instead } from '../seams.ts';
import { bodies, changedIn, eachObject } from './outside-seams.ts';

function asText(body: JsonObject): Json {
  return eachObject(body, (one) => (one['contentType'] === 'html' ? { ...one, contentType: 'text' } : one));
}

/** Requests of which a part is not heard, or heard for another, where they say what few requests say. */
export const misheardDefectsOfOutsiders: readonly Defect[] = [
  ...defects('fields', [
    {
      id: 'odata-type-in-notes-loses-them',
      title: 'notes that come with "@odata.type": "#microsoft.graph.itemBody" are dropped',
      imitates: 'a deserializer that knows a derived type by its annotation, and this one not',
      breaches: 'timecard-clockin.md, Request body: "notes | itemBody | Notes for the clock in."',
      caughtBy: ['TC-CLOCKIN-008', 'TC-BREAK-004'],
      alike: 'shows only where a client annotates the type, as the SDKs do',
      hooks: knowing(bodies, (body) =>
        eachObject(body, (one) =>
          isJsonObject(one['notes']) && one['notes']['@odata.type'] !== undefined ? { ...one, notes: null } : one,
        ),
      ),
    },
    {
      id: 'odata-type-in-events-loses-their-place',
      title: 'an event that comes with "@odata.type" is kept without where it happened',
      imitates: 'a converter of its own for annotated types, which reads times and notes only',
      breaches: 'schedule-post-timecards.md, example: "isAtApprovedLocation": true comes back',
      caughtBy: ['TC-CREATE-017', 'TC-REPLACE-011'],
      alike: 'shows only where a client annotates the type, as the SDKs do',
      hooks: knowing(['create', 'replace'], (body) =>
        ['clockInEvent', 'clockOutEvent'].reduce(
          (card, name) =>
            changedIn(card, name, (event) =>
              event['@odata.type'] === undefined ? event : { ...event, isAtApprovedLocation: null },
            ),
          body,
        ),
      ),
    },
    {
      id: 'metadata-parameter-makes-notes-text',
      title: 'html notes of an action or a create become text where the Content-Type names the metadata level',
      imitates: 'a parser of its own for OData that knows no enumerations',
      breaches:
        'timecard-clockin.md, Request body: "notes | itemBody"; resources/itembody.md, contentType: text and html',
      caughtBy: ['TC-NOTES-002'],
      alike: 'shows only where the media type names the metadata level',
      hooks: knowing(['startBreak', 'clockIn', 'create'], (body, { received }) =>
        /odata/i.test(typeOf(received)) ? asText(body) : body,
      ),
    },
  ]),
  ...defects('identity', [
    {
      id: 'acts-as-header-beats-on-behalf',
      title: 'an application that sends MS-APP-ACTS-AS and onBehalfOfUserId clocks in the user of the header',
      imitates: 'a header that is read last',
      breaches: 'timecard-clockin.md, Request body: "The ID of the user you are clocking in on behalf of."',
      caughtBy: ['TC-CLOCKIN-020'],
      alike: 'shows only where both are sent, with two users',
      hooks: {
        read: (body, { operation, principal, received }) => {
          const header = received.headers['ms-app-acts-as'];
          const both = principal.kind === 'application' && isJsonObject(body) && header !== undefined;
          if (operation !== 'clockIn' || !both || body['onBehalfOfUserId'] === undefined) return body;
          return { ...body, onBehalfOfUserId: header };
        },
      },
    },
    {
      id: 'acts-as-header-beats-owner-of-create',
      title: 'an application that sends MS-APP-ACTS-AS makes the card for the user of the header, whatever userId says',
      imitates: 'an owner that is taken from the identity in whose name a call is made',
      breaches: 'schedule-post-timecards.md, example: userId of the request is that of the card',
      caughtBy: ['TC-CREATE-011'],
      alike: 'shows only where both are sent, with two users',
      hooks: {
        read: (body, { operation, principal, received }) => {
          const header = received.headers['ms-app-acts-as'];
          if (operation !== 'create' || principal.kind !== 'application' || !isJsonObject(body)) return body;
          return header === undefined ? body : { ...body, userId: header };
        },
      },
    },
  ]),
  ...defects('paging', [
    {
      id: 'plus-in-filter-breaks-the-next-link',
      title: 'where the blanks of a filter come as plus signs, the nextLink has %2B for them and is refused',
      imitates: 'a link that is written from the query as it came, and encoded once more',
      breaches: 'concepts/paging.md: the whole URL of `@odata.nextLink` gives the next page',
      caughtBy: ['TC-LIST-023', 'TC-LIST-012'],
      alike: 'shows only where a filter with plus signs has several pages',
      hooks: {
        ...onPage((page, { received }) => {
          const link = page[nextLinkMember];
          if (typeof link !== 'string' || !received.query.includes('+')) return page;
          return {
            ...page,
            [nextLinkMember]: link.replaceAll('+', '%2B').replaceAll('%20', '%2B'),
          };
        }),
      },
    },
    {
      id: 'encoded-dollar-loses-filter',
      title: 'a filter whose name is written %24filter is left aside',
      imitates: 'options that are looked for in the query before it is decoded',
      breaches: 'schedule-list-timecards.md, Optional query parameters: "supports the `$filter`"',
      caughtBy: ['TC-LIST-015', 'TC-LIST-006'],
      alike: 'shows only where the dollar sign is percent-encoded',
      hooks: {
        receive: (received) =>
          received.method === 'GET' && /(?:^|&)%24filter=/i.test(received.query)
            ? {
                ...received,
                query: received.query.replace(/(?:^|&)%24filter=[^&]*/i, ''),
              }
            : received,
      },
    },
    {
      id: 'encoded-dollar-loses-top',
      title: 'a page size whose name is written %24top is left aside',
      imitates: 'options that are looked for in the query before it is decoded',
      breaches: 'schedule-list-timecards.md, Optional query parameters: $top',
      caughtBy: ['TC-LIST-004'],
      alike: 'shows only where the dollar sign is percent-encoded',
      hooks: {
        receive: (received) =>
          received.method === 'GET' && /(?:^|&)%24top=/i.test(received.query)
            ? {
                ...received,
                query: received.query.replace(/(?:^|&)%24top=[^&]*/i, ''),
              }
            : received,
      },
    },
    {
      id: 'last-page-has-a-null-next-link',
      title: 'the last page says "@odata.nextLink": null',
      imitates: 'a serializer that writes null members too',
      breaches: 'concepts/best-practices-concept.md: "The final page will not contain an @odata.nextLink property."',
      caughtBy: ['TC-LIST-027'],
      hooks: onPage((page, { received }) =>
        option(received, '$top') === undefined || page[nextLinkMember] !== undefined
          ? page
          : { ...page, [nextLinkMember]: null },
      ),
    },
  ]),
  ...defects('status', [
    {
      id: 'preferred-representation-comes-with-204',
      title: 'a replace with Prefer: return=representation is answered 204 with the card as its body',
      imitates: 'a body that is added behind the status',
      breaches: 'timecard-replace.md, Response: "`204 No Content`"; RFC 9110, 15.3.5: a 204 has no content',
      caughtBy: ['TC-GEN-007'],
      alike: 'shows only where a representation is preferred',
      hooks: answering('replace', (reply, { received }) =>
        /return=representation/i.test(received.headers['prefer'] ?? '')
          ? instead(reply, 204, { preference: 'applied' })
          : reply,
      ),
    },
  ]),
  ...defects('errors', [
    {
      id: 'two-mistakes-make-a-list-of-errors',
      title: 'a body with two wrong members is refused with errors, a list, and without error',
      imitates: 'a validation library with a format of its own for several problems',
      breaches: 'concepts/errors.md: one JSON object with `error`',
      caughtBy: ['TC-GEN-003'],
      alike: 'shows only where a body has two mistakes at once',
      hooks: {
        reply: (reply, { operation, received }) => {
          if (reply.status !== 400 || operation === undefined) return reply;
          const text = received.body.toString('utf8');
          const mistakes = [
            /"isAtApprovedLocation"\s*:\s*"/,
            /"contentType"\s*:\s*"(?!text"|html")/,
            /"dateTime"\s*:\s*[^"\s]/,
          ];
          if (mistakes.filter((one) => one.test(text)).length < 2) return reply;
          return instead(reply, 400, {
            errors: [{ code: 'BadRequest', message: 'isAtApprovedLocation' }],
          });
        },
      },
    },
  ]),
];
