import type { CauseFact } from '../../judgements/cause.ts';
import { transportFaultWords } from '../../traffic/exchange.ts';
import { routes, type Operation } from '../../traffic/operation.ts';

/** The fact in one sentence, for somebody who has never read about causes. */
export function causeSentence(fact: CauseFact): string {
  switch (fact.kind) {
    case 'sameAnswer': {
      const answer = fact.body === undefined ? `${fact.status}` : `${fact.status} with ${fact.body || 'nothing in it'}`;
      return `Every one of ${fact.requests} requests was answered ${answer}: ${meaningOf(fact.status)}.`;
    }
    case 'noAnswer':
      return `None of ${fact.requests} requests got an answer after the first one (${transportFaultWords[fact.fault]}): is the server still running?`;
    case 'echo':
      return `Each of ${fact.requests} requests with a body was answered with that very body: this server echoes what it is sent, and makes no cards.`;
    case 'cannedAnswers':
      return fact.everywhere
        ? `Each operation has one answer to whatever it accepts, ids aside, in ${fact.requests} requests: the answers are ready-made, and nothing that is sent is kept.`
        : `${said(fact.operations)} gave ${fact.operations.length === 1 ? 'one answer' : 'one answer each'} to whatever ${fact.operations.length === 1 ? 'it' : 'they'} accepted, in ${fact.requests} requests: what was sent made no difference.`;
    case 'unrelatedAnswers':
      return fact.everywhere
        ? `Of ${fact.requests} answers of ${said(fact.operations)}, ${fact.wrong} show something else than what was asked for or sent: the answers are made up, or belong to other requests.`
        : `${said(fact.operations)} showed another card than the one asked for, or none, in ${fact.wrong} of ${fact.requests} requests.`;
    case 'nothingStored':
      return `Each of ${fact.requests} requests for a card was answered 404, although ${fact.made} cards were made: this server does not keep what it makes.`;
    case 'operationFails':
      return `${said(fact.operations)} ${isMissing(fact.status) ? `${are(fact.operations)} not offered` : `always ${fact.operations.length === 1 ? 'fails' : 'fail'}`}: each of ${fact.requests} requests was answered ${fact.status}; what needs ${fact.operations.length === 1 ? 'it' : 'them'} is not judged.${isAtWrongAddress(fact) ? ` If there is a time clock, ${checkAddress}.` : ''}`;
    case 'otherSuccess':
      return `${said(fact.operations)} ${are(fact.operations)} answered ${fact.status}, each of ${fact.requests} times, where the documents say ${documented(fact.operations)}.`;
    case 'anyIdAccepted':
      return `Each of ${fact.requests} requests for a card that never existed is accepted (${said(fact.operations)}): this server does not look at the id.`;
    case 'anyBodyAccepted':
      return `Each of ${fact.requests} requests with something missing or wrong in the body is accepted (${said(fact.operations)}): this server does not check what it is sent.`;
    case 'membersMissing':
      return `None of ${fact.answers} new cards has ${listed(fact.members, 'or')} unless the request had it.`;
    case 'timesWithoutOffset':
      return `${fact.wrong === fact.times ? `None of ${fact.times} times in the answers has` : `${fact.wrong} of ${fact.times} times in the answers lack`} a Z or an offset at the end, such as "${fact.example}": which moment they mean is not known, and they are compared with nothing.`;
    case 'notesLost':
      return `Notes that were sent are not in what ${said(fact.operations)} ${fact.operations.length === 1 ? 'shows' : 'show'}: they are not kept, whatever is in them.`;
    case 'textBroken':
      return `Characters outside ASCII come back as U+FFFD in what ${said(fact.operations)} ${fact.operations.length === 1 ? 'shows' : 'show'}: bodies are perhaps decoded piece by piece, and a character may stand in two pieces.`;
    case 'notJson':
      return `None of ${fact.answers} answers with something in it is JSON, where all of Graph's are.`;
  }
}

const checkAddress = 'check --base-url: it is the part of the address before /v1.0/teams or /beta/teams';

/** Where not even a list is there, and no way to make a card, the address may be wrong. */
function isAtWrongAddress({ operations, status }: Extract<CauseFact, { kind: 'operationFails' }>): boolean {
  return isMissing(status) && (['list', 'clockIn', 'create'] as const).every((one) => operations.includes(one));
}

/** What it means that there is one status for everything. */
function meaningOf(status: number): string {
  if (status < 300) return 'this server gives one answer to everything, and keeps nothing';
  if (status === 401 || status === 403) return 'this server lets nobody in';
  if (isMissing(status)) return `there is no time clock at this address; ${checkAddress}`;
  return status >= 500 ? 'this server fails at everything' : 'this server refuses everything';
}

/** The statuses that say that there is no such operation. */
function isMissing(status: number): boolean {
  return status === 404 || status === 405 || status === 501;
}

function said(operations: readonly Operation[]): string {
  return listed(operations, 'and');
}

function listed(names: readonly string[], word: 'and' | 'or'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${word} ${last}`;
}

function are(operations: readonly Operation[]): string {
  return operations.length === 1 ? 'is' : 'are';
}

function documented(operations: readonly Operation[]): string {
  return [...new Set(operations.map((operation) => routes[operation].success))].join(' or ');
}
