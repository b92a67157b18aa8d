import { isJsonObject } from '../../traffic/json.ts';
import type { FaultHooks } from '../fault.ts';
import { caller, secondUser } from '../identities.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import type { Reply } from '../reply.ts';
import { eachJsonObject, inBodies, onReading } from './seams.ts';
import { entries } from './variant.ts';

const page = '<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>';

/** Answers every so many requests in the place of the service, before or after it did its work. */
function gateway(every: number, status: number, form: 'html' | 'json', when: 'before' | 'after'): () => FaultHooks {
  return () => {
    let requests = 0;
    const fails = (): boolean => requests % every === 0;
    const content: Reply['content'] =
      form === 'html'
        ? { kind: 'text', type: 'text/html', text: page }
        : { kind: 'json', value: { message: 'no upstream', status } };
    return {
      receive: (received) => {
        requests += 1;
        if (when === 'before' && fails()) throw new Refusal('BadGateway', 'The gateway got no answer.');
        return received;
      },
      reply: (reply) => (fails() ? { status, headers: {}, content } : reply),
    };
  };
}

/**
 * Fails one of so many requests, without having done anything. Which of them differs from one lot to the next: no case can be as
 * long as what lies between two failures.
 */
function failing(every: number, code: RefusalCode): () => FaultHooks {
  return () => {
    let requests = 0;
    return {
      receive: (received) => {
        const lot = Math.floor(requests / every);
        const isUnlucky = requests % every === (every - 1 + 37 * lot) % every;
        requests += 1;
        if (isUnlucky) throw new Refusal(code, 'Something went wrong.');
        return received;
      },
    };
  };
}

/** Machines that hear of a new card a little later than the one that made it, and know nothing of it until then. */
function lateMachines(milliseconds: number): () => FaultHooks {
  return () => {
    const known = new Map<string, number>();
    return {
      store: ({ before, after, call }) => {
        const { time } = call.received;
        const since = before === undefined ? undefined : known.get(before.id);
        if (since !== undefined && time < since + milliseconds)
          throw new Refusal('NotFound', 'Sorry, the time card was not found.');
        if (before === undefined && after !== undefined) known.set(after.id, time);
        return after;
      },
    };
  };
}

/** Times of requests without their fraction. */
const toTheSecond = onReading(['create', 'replace'], (body) => {
  const cut = eachJsonObject(body, (object) => {
    const { dateTime } = object;
    const whole = typeof dateTime === 'string' ? dateTime.replace(/\.\d+/, '') : dateTime;
    return whole === undefined || whole === dateTime ? object : { ...object, dateTime: whole };
  });
  return isJsonObject(cut) ? cut : body;
});

const people: ReadonlySet<string> = new Set([caller.id, secondUser.id]);

const peopleInCapitals = inBodies((object) => {
  const isOfPerson = ([, value]: readonly [string, unknown]) => typeof value === 'string' && people.has(value);
  return Object.entries(object).some(isOfPerson)
    ? Object.fromEntries(
        Object.entries(object).map(([name, value]) => [
          name,
          typeof value === 'string' && people.has(value) ? value.toUpperCase() : value,
        ]),
      )
    : object;
});

const unmodifiedIsNull = inBodies((object) =>
  object['lastModifiedDateTime'] !== undefined && object['lastModifiedDateTime'] === object['createdDateTime']
    ? { ...object, lastModifiedDateTime: null }
    : object,
);

/** Trouble on the way, times that tell little, and services that fail now and then. */
export const failureVariants = entries([
  {
    id: 'gateway-502-page',
    title: 'a gateway answers one request in 60 with 502 and a page of its own, and the service never sees it',
    allows:
      'concepts/errors speaks of the errors of Microsoft Graph; RFC 9110, 15.6.3: what a gateway answers is its own.',
    temptation: 'every answer from 400 up holds an error object',
    hooks: gateway(60, 502, 'html', 'before'),
  },
  {
    id: 'gateway-504-done',
    title: 'a gateway answers one request in 70 with 504, though the service did what was asked',
    allows: 'RFC 9110, 15.6.5; no page says whether a write that got no answer was done.',
    temptation: 'what was answered 504 was not done, and the 409 that follows is wrong',
    leavesOpen: 'no answer of this run could show it',
    hooks: gateway(70, 504, 'json', 'after'),
  },
  {
    id: 'failing-now-and-then',
    title: 'the service fails one request in 90 with 500, and has done nothing',
    allows: 'concepts/errors: 500, there was an internal server error while processing the request.',
    temptation: 'a valid request is never answered 500',
    leavesOpen: 'no usable answer',
    hooks: failing(90, 'InternalServerError'),
  },
  {
    id: 'card-not-known-everywhere',
    title: 'for 40 ms after a card was made, writes to it are answered 404',
    allows: 'No page promises when a new card can be written.',
    temptation: 'a write to a card that was just made does not answer 404',
    hooks: lateMachines(40),
  },
  {
    id: 'date-of-a-cache',
    title: 'answers carry the Date of a cache, and an Age',
    allows: 'RFC 9111, 5.1 and 4.2.3: a cache keeps the Date of the origin. No page of the API names the header.',
    temptation: 'Date is the time of the service at the call',
    policy: { date: 'cached' },
  },
  {
    id: 'date-that-stands',
    title: 'Date never moves',
    allows: 'RFC 9110, 6.6.1: an approximation, where the server has a clock. No page of the API names the header.',
    temptation: 'times of the service are compared with Date',
    policy: { date: 'standing' },
  },
  {
    id: 'date-that-runs',
    title: 'Date is of a clock that runs twice as fast',
    allows: 'As date-that-stands.',
    temptation: 'times of the service are compared with Date',
    policy: { date: 'fast' },
  },
  {
    id: 'sent-times-to-the-second',
    title: 'times that are sent are kept to the second',
    allows:
      'CSDL: dateTime is an Edm.DateTimeOffset without Precision, which by OData is none; the examples send whole seconds.',
    temptation: 'an instant comes back to the millisecond',
    warns: ['TC-CREATE-038', 'TC-REPLACE-026'],
    hooks: toTheSecond,
  },
  {
    id: 'unmodified-is-null',
    title: 'lastModifiedDateTime of a card is null until it is changed',
    allows: 'CSDL, changeTrackedEntity: lastModifiedDateTime is nullable; only examples show it filled.',
    temptation: 'lastModifiedDateTime of a new card is the time of its creation',
    warns: ['TC-CLOCKIN-014', 'TC-CREATE-010'],
    leavesOpen: 'no answer of this run could show it',
    hooks: unmodifiedIsNull,
  },
  {
    id: 'people-in-capitals',
    title: 'the ids of people come back in capitals',
    allows: 'An id of a user is a GUID, which is the same in either letter case; no page says how it is written back.',
    temptation: 'userId is what was sent, letter by letter',
    hooks: peopleInCapitals,
  },
]);
