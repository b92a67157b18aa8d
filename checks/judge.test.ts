import { describe, expect, test } from 'vitest';
import type { Capability } from '../traffic/actor.ts';
import { examples, type Example } from '../specs/examples/index.ts';
import type { Exchange } from '../traffic/exchange.ts';
import type { Json } from '../traffic/json.ts';
import type { ApiVersion } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { requirement as rowOf } from '../specs/requirements/index.ts';
import { context, exchange, secondUser, traffic } from '../test/exchanges.ts';
import { clockIn, clockOut, closedCard, get, openCard } from '../test/card-exchanges.ts';
import { judge, prepareChecks } from './judge.ts';

/** Every documented answer with the request that is printed before it; those that cannot be taken at their word left out. */
function printed(version: ApiVersion): readonly (readonly [name: string, Exchange, Example])[] {
  return examples.flatMap((answer, index) => {
    if (answer.version !== version || answer.kind !== 'response' || answer.broken !== undefined) return [];
    const request = examples
      .slice(0, index)
      .findLast(({ kind, operation }) => kind === 'request' && operation === answer.operation);
    return [[answer.name, exchangeOf(answer, request), answer] as const];
  });
}

function exchangeOf({ operation, path = '', status = 200, body }: Example, request: Example | undefined): Exchange {
  if (operation === undefined) throw new Error(`${path} is printed for no operation`);
  const shown = at(body, '/createdDateTime');
  return exchange({
    operation,
    url: `https://graph.microsoft.com${path}`,
    ...(typeof shown === 'string' ? { at: shown } : {}),
    request: request?.body === undefined ? {} : { body: request.body },
    response: { status, ...(body === undefined ? {} : { body }) },
  });
}

/** The user of an example is the one who clocks in for another, or the owner of the card. */
function callerIn(body: Json | undefined): string {
  const user = at(body, '/createdBy/user/id') ?? at(body, '/userId');
  return typeof user === 'string' ? user : context.callerId;
}

describe.each(['v1.0', 'beta'] as const)('the examples of %s', (apiVersion) => {
  test('are there', () => expect(printed(apiVersion).length).toBeGreaterThan(3));

  test.each(printed(apiVersion))('%s accuses nobody', (_name, one, { body, path = '' }) => {
    const teamId = /teams\/([^/]+)/.exec(path)?.[1] ?? context.teamId;
    const judged = judge(traffic([one]), { ...context, apiVersion, teamId, callerId: callerIn(body) });
    expect(judged.filter(({ judgement }) => judgement.kind === 'violated')).toEqual([]);
    // Those with a body could have accused somebody.
    expect(judged.length > 0).toBe(true);
  });
});

describe('traffic that is over', () => {
  const clockedOutSince = [clockIn(), clockOut(), get(openCard), get(closedCard, {}, { intent: { repeatOf: 3 } })];

  test('a repeated read takes back what the first one showed', () => {
    const violated = judge(traffic(clockedOutSince), context).filter(({ judgement }) => judgement.kind === 'violated');
    expect(violated).toEqual([]);
    const before = judge(traffic(clockedOutSince.slice(0, 3)), context);
    expect(
      before.flatMap(({ requirement, judgement }) => (judgement.kind === 'violated' ? [requirement] : [])),
    ).toContain('TC-CLOCKOUT-003');
  });

  test.each(['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam'] as const)(
    'what needs %s is judged only with it',
    (capability) => {
      const needing = (capabilities: ReadonlySet<Capability>) =>
        [...prepareChecks({ ...context, capabilities }).values()]
          .flat()
          .filter(({ requirement: id }) => rowOf(id).needs.includes(capability));
      expect(needing(context.capabilities)).not.toEqual([]);
      expect(needing(new Set([...context.capabilities].filter((one) => one !== capability)))).toEqual([]);
    },
  );

  test('what the configuration does not know is not judged', () => {
    const strange = [clockIn({ '/userId': secondUser, '/createdBy/user/id': secondUser })];
    const known = judge(traffic(strange), context).map(({ requirement }) => requirement);
    const unknown = judge(traffic(strange), { ...context, capabilities: new Set() }).map(
      ({ requirement }) => requirement,
    );
    expect(known).toContain('TC-CLOCKIN-018');
    expect(unknown).not.toContain('TC-CLOCKIN-018');
  });

  test('what is not of this version is not judged', () => {
    const beta = judge(traffic([clockIn()]), { ...context, apiVersion: 'beta' }).map(({ requirement }) => requirement);
    expect(beta).not.toContain('TC-CLOCKIN-002');
    expect(beta).toContain('TC-CLOCKIN-004');
  });

  test('the traffic of others is judged by what it shows', () => {
    const others = [clockIn({}, { intent: false }), get(openCard, { '/state': 'asleep' }, { intent: false })];
    const violated = judge(traffic(others), { ...context, capabilities: new Set() }).filter(
      ({ judgement }) => judgement.kind === 'violated',
    );
    expect(violated.map(({ requirement }) => requirement).toSorted()).toEqual(['TC-CLOCKIN-025', 'TC-SHAPE-001']);
  });
});
