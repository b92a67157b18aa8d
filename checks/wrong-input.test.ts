import { expect, test } from 'vitest';
import { routes, type Operation } from '../traffic/operation.ts';
import { asChanged, asControl, openId } from '../test/card-exchanges.ts';
import { context, exchange, traffic } from '../test/exchanges.ts';
import type { Scope, Subject } from './check.ts';
import { checks } from './index.ts';
import { Trace } from './trace/trace.ts';

/** What may be wrong with a request, by the pointer and the keyword of the mutation. */
const wrongInputs: readonly (readonly [pointer: string, keyword: string])[] = [
  ['', 'letterCase'],
  ['', 'malformed:json'],
  ['/breaks/0/start', 'required'],
  ['/clockInEvent/dateTime', 'offset'],
  ['/clockInEvent/dateTime', 'future'],
  ['/clockInEvent/dateTime', 'order'],
  ['/clockInEvent/dateTime', 'overlap'],
  ['/clockInEvent/dateTime', 'required'],
  ['/clockInEvent/isAtApprovedLocation', 'type'],
  ['/isAtApprovedLocation', 'type'],
  ['/atApprovedLocation', 'type'],
  ['/id', 'readOnly'],
  ['/notes/contentType', 'enum'],
  ['/onBehalfOfUserId', 'unknown'],
  ['/undeclared', 'undeclared'],
  ['/userId', 'required'],
  ['/userId', 'unknown'],
  ['header:Accept', 'unsupported'],
  ['header:Authorization', 'application'],
  ['header:Authorization', 'applicationActingAs'],
  ['header:Authorization', 'delegated'],
  ['header:Authorization', 'malformed'],
  ['header:Authorization', 'noScope'],
  ['header:Authorization', 'readOnly'],
  ['header:Authorization', 'removed'],
  ['header:Authorization', 'secondUser'],
  ['header:Content-Type', 'unsupported'],
  ['header:MS-APP-ACTS-AS', 'unknown'],
  ['method', 'PATCH'],
  ['method', 'GET'],
  ['url', 'letterCase'],
  ['url', 'qualified'],
  ['url:card', 'letterCase'],
  ['url:card', 'unknown'],
  ['url:query', 'invalidFilter'],
  ['url:query', 'letterCase'],
  ['url:query', 'undocumentedExpression'],
  ['url:query', 'undocumentedOption'],
  ['url:query', 'withoutDollar'],
  ['url:team', 'other'],
  ['url:team', 'unknown'],
];

const [pointers, keywords] = [
  [...new Set(wrongInputs.map(([pointer]) => pointer))],
  [...new Set(wrongInputs.map(([, keyword]) => keyword))],
];

/** Each of them, and what shares only the pointer or only the keyword with one of them. */
const tried = [
  ...wrongInputs,
  ...pointers.map((pointer) => [pointer, 'anything else'] as const),
  ...keywords.map((keyword) => ['anything else', keyword] as const),
];

/** The requirements that have a say on such a request, once its control is in. */
function askedOf(operation: Operation | 'unknown', pointer: string, keyword: string): readonly string[] {
  const card = operation === 'unknown' ? '$count' : openId;
  const trace = new Trace();
  const [control, wrong] = traffic([
    exchange({ operation, card, intent: asControl }),
    exchange({ operation, card, intent: asChanged(pointer, keyword) }),
  ]).map((one) => trace.add(one));
  if (control === undefined || wrong === undefined) throw new Error('no traffic');
  const speaks = (scope: Scope<Subject>) =>
    scope.subjects(wrong, trace, context).some(({ evidence: [first] }) => first === control.sequence);
  return checks.flatMap(({ requirement, scope }) => (speaks(scope) ? [requirement] : []));
}

// A reviewer sees at once which requirement is about which wrong input.
test.each([...(Object.keys(routes) as Operation[]), 'unknown'] as const)('what is asked of a wrong %s', (operation) => {
  const said = tried.flatMap(([pointer, keyword]) => {
    const asked = askedOf(operation, pointer, keyword);
    return asked.length === 0 ? [] : [`${pointer === '' ? 'body' : pointer} with ${keyword}: ${asked.join(', ')}`];
  });
  expect(`\n${said.join('\n')}\n`).toMatchSnapshot();
});
