import { beforeAll, describe, expect, test } from 'vitest';
import type { RunEvent } from '../engine/event.ts';
import { Run } from '../engine/run.ts';
import { faults } from '../faults/index.ts';
import type { Fault } from '../reference/fault.ts';
import { startReferenceServer } from '../reference/server.ts';
import type { Capability } from '../traffic/actor.ts';
import { HttpTarget } from '../targets/http-target.ts';
import { Pseudonyms } from '../targets/recording/pseudonyms.ts';
import type { Wire } from '../targets/wire.ts';
import { tenant, tenantWire } from './tenant.ts';
import { usualBegin, virtualClock } from './virtual-clock.ts';

const capabilities = new Set<Capability>(['authentication', 'callerIdentity', 'onBehalfOfUser', 'otherTeam']);

/** Judges the reference server as a tenant of other people, with pseudonyms in between or without. */
async function judge(fault: Fault | undefined, pseudonymous: boolean) {
  const clock = virtualClock(usualBegin);
  const server = await startReferenceServer({ ...clock, ...(fault === undefined ? {} : { fault }) });
  const inner = tenantWire(server);
  const pseudonyms = new Pseudonyms(tenant);
  const between: Wire = {
    send: async (request) => pseudonyms.outcome(await inner.send(pseudonyms.request(request))),
    hurry: () => undefined,
    close: () => inner.close(),
  };
  const { baseUrl, people, tokens } = pseudonymous ? pseudonyms : tenant;
  const wire = pseudonymous ? between : inner;
  const target = new HttpTarget({
    kind: 'server',
    apiVersion: 'v1.0',
    baseUrl,
    people,
    tokens,
    capabilities,
    wire,
    clock,
  });
  const events: RunEvent[] = [];
  const exchanges: unknown[] = [];
  const send = target.send.bind(target);
  target.send = async (call) => {
    const exchange = await send(call);
    exchanges.push(exchange);
    return exchange;
  };
  try {
    // These ask for everything that pseudonyms could spoil: ids, people, teams, names, links and letter cases.
    const suites = new Set(['clockIn', 'clockOut', 'reading', 'isolation'] as const);
    const settings = { seed: 42, numRuns: 1, suites };
    const end = await new Run(target, settings, (event) => events.push(event)).perform();
    const verdicts = end.verdicts.map(({ requirement, kind, violated }) => `${requirement} ${kind} ${violated}`);
    return { verdicts, events, exchanges };
  } finally {
    await target.close();
    await server.close();
  }
}

describe.each([
  ['honest', undefined],
  ['with a defect', faults.find(({ id }) => id === 'clock-out-state-unchanged')],
])('a server of strangers, %s', (_name, fault) => {
  let plain: Awaited<ReturnType<typeof judge>>;
  let hidden: Awaited<ReturnType<typeof judge>>;

  beforeAll(async () => {
    plain = await judge(fault, false);
    hidden = await judge(fault, true);
  }, 240_000);

  test('gets the same verdicts with pseudonyms in between', () => {
    expect(hidden.verdicts).toEqual(plain.verdicts);
    expect(hidden.exchanges.length).toBe(plain.exchanges.length);
  });

  test('and nothing of theirs is in any exchange or result', () => {
    const secrets = [...Object.values(tenant.people), ...Object.values(tenant.tokens), ...tenant.names, tenant.host];
    const shown = (run: typeof plain): readonly string[] => {
      const text = JSON.stringify([run.exchanges, run.events]);
      return secrets.filter((secret) => text.includes(JSON.stringify(secret).slice(1, -1)));
    };
    // Without pseudonyms all of them are there, but for the tokens, which no exchange holds.
    expect(shown(plain).length).toBeGreaterThan(5);
    expect(shown(hidden)).toEqual([]);
  });
});
