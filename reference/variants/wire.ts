import type { FaultHooks } from '../fault.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { entries } from './variant.ts';

/** Turns every so many requests away; the same request is answered when it comes again. */
function turningAway(every: number, code: RefusalCode, headers: Readonly<Record<string, string>>): () => FaultHooks {
  return () => {
    let seen = 0;
    return {
      receive: (received) => {
        if ((seen += 1) % every === 0) throw new Refusal(code, 'Come again later.', headers);
        return received;
      },
    };
  };
}

/** How answers come over the wire, and when. */
export const wireVariants = entries([
  {
    id: 'bodies-in-pieces',
    title: 'bodies come in pieces that cut through words and characters, without a Content-Length',
    allows:
      'RFC 9112, 7.1: any HTTP/1.1 server may use chunked transfer coding. No page of the API names Content-Length.',
    temptation: 'every answer with a body has a Content-Length',
    policy: { framing: 'pieces' },
  },
  {
    id: 'compressed-bodies',
    title: 'bodies come compressed with gzip',
    allows: 'RFC 9110, 12.5.3: a server may use any content coding that the client does not exclude.',
    temptation: 'the bytes of an answer are its JSON text',
    policy: { coding: 'gzip' },
  },
  {
    id: 'closed-connections',
    title: 'the connection is closed after every answer',
    allows: 'RFC 9112, 9.6: either side may close a connection at any time; persistent ones are an offer.',
    temptation: 'one connection lasts for a whole run',
    policy: { connections: 'closed' },
  },
  {
    id: 'slow-answers',
    title: 'one answer in forty comes 40 ms late',
    allows: 'No page promises how fast an answer comes.',
    temptation: 'the time of an event lies within a few milliseconds of when the answer came',
    policy: { slowAnswers: { every: 40, milliseconds: 40 } },
  },
  {
    id: 'without-date',
    title: 'answers carry no Date',
    allows: 'RFC 9110, 6.6.1: a server without a clock sends no Date. No page of the API names the header.',
    temptation: 'every answer tells the server’s time',
    policy: { date: 'omitted' },
  },
  {
    id: 'fast-clock',
    title: 'the server’s clock is 90 seconds fast',
    allows: 'No page says that the clocks of server and client agree; Date tells by how much they differ.',
    temptation: 'the time of an event lies between the client’s sending and receiving',
    policy: { clockError: 90_000 },
  },
  {
    id: 'slow-clock',
    title: 'the server’s clock is ten minutes slow',
    allows: 'No page says that the clocks of server and client agree; Date tells by how much they differ.',
    temptation: 'an event is not older than the request that made it',
    policy: { clockError: -600_000 },
  },
  {
    id: 'clock-of-another-year',
    title: 'the server’s clock is 400 days slow, as that of a mock with a fixed beginning',
    allows: 'No page says that the clocks of server and client agree; Date tells by how much they differ.',
    temptation: 'a clock is off by minutes, but not by days',
    policy: { clockError: -400 * 86_400_000 },
  },
  {
    id: 'whole-seconds',
    title: 'the server’s clock ticks once a second, so that a card begins and ends at the same time',
    allows: 'changeTrackedEntity page: ISO 8601, without a word on precision.',
    temptation: 'clock-out is later than clock-in, and every change has a time of its own',
    policy: { clockTick: 1000 },
  },
  {
    id: 'clocks-apart',
    title: 'the service runs on several machines, whose clocks are some milliseconds apart',
    allows:
      'changeTrackedEntity and timeCardEvent pages: the times of the service, without a word on how exact they are.',
    temptation: 'what came later has a later time',
    policy: { clockSpread: 40 },
  },
  {
    id: 'below-a-path',
    title: 'the API lies below a path of the host',
    allows: 'Base URL and API version are apart on every page; a gateway or a mock may put both below a path.',
    temptation: 'the version is the first segment of the path',
    policy: { basePath: '/mock/graph' },
  },
  {
    id: 'plain-media-type',
    title: 'bodies are labelled Application/Json, without parameters',
    allows:
      'RFC 9110, 8.3.1: media types match in any letter case; the examples say application/json, without parameters.',
    temptation: 'Content-Type is application/json;odata.metadata=minimal',
    policy: { mediaType: 'Application/Json' },
  },
  {
    id: 'spread-layout',
    title: 'JSON comes over several lines, with tabs, and with everything beyond ASCII escaped',
    allows: 'RFC 8259, 2 and 7: insignificant white space and \\u escapes mean the same.',
    temptation: 'equal bodies are equal texts',
    policy: { layout: 'spread' },
  },
  {
    id: 'throttled',
    title: 'one request in nine is answered 429, with Retry-After',
    allows: 'concepts/throttling: a throttled request is answered 429, to be repeated after Retry-After.',
    temptation: 'a promised request is not answered 4xx',
    hooks: turningAway(9, 'TooManyRequests', { 'retry-after': '0' }),
  },
  {
    id: 'out-of-service',
    title: 'one request in 150 is answered 503, without Retry-After',
    allows:
      'concepts/errors: 503, "temporarily unavailable for maintenance or is overloaded", may come without Retry-After.',
    temptation: 'a promised request is not answered 5xx',
    hooks: turningAway(150, 'ServiceUnavailable', {}),
  },
]);
