import { describe, expect, test } from 'vitest';
import type { RunEnd, RunEvent } from '../engine/event.ts';
import { Run } from '../engine/run.ts';
import { suiteNames } from '../engine/suite.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { Finding } from '../specs/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import { serve, strangers, type Stranger } from './stranger-servers.ts';

interface Judged {
  readonly verdict: string;
  readonly end: RunEnd;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  readonly obstacle: string | undefined;
}

const known = new Map<string, Promise<Judged>>();

/** Each stranger is judged once; the tests ask after different sides of it. */
async function judge(name: Stranger, token = ''): Promise<Judged> {
  const key = `${name} ${token}`;
  const judged = known.get(key) ?? judgeAnew(name, token);
  known.set(key, judged);
  return judged;
}

async function judgeAnew(name: Stranger, token: string): Promise<Judged> {
  const server = await serve(strangers[name]());
  const settings = { baseUrl: server.url, apiVersion: 'v1.0', requestTimeout: 5000, maxResponseSize: 1e6 } as const;
  const target = await openTarget(settings, { TIMECARD_TOKEN: token });
  const events: RunEvent[] = [];
  try {
    const run = new Run(target, { seed: 1, numRuns: 5, suites: new Set(suiteNames), expectsLag: false }, (event) =>
      events.push(event),
    );
    const end = await run.perform();
    const found = events.flatMap((event) => (event.kind === 'finding' ? [event.finding] : []));
    return {
      verdict: targetVerdict(end.verdicts, { strict: false, stopped: end.stopped }),
      end,
      findings: new Map(found.map((finding) => [finding.requirement, finding])),
      obstacle: events.find((event) => event.kind === 'obstacle')?.sentence,
    };
  } finally {
    await target.close();
    server.close();
  }
}

const verdicts: Readonly<Record<Stranger, 'nonconforming' | 'inconclusive'>> = {
  'the printed example for each operation': 'nonconforming',
  'a store of JSON that is no time clock': 'nonconforming',
  'always the same card': 'nonconforming',
  'an empty list, and the canned card for any POST': 'nonconforming',
  'an echo': 'nonconforming',
  'always 200 {}': 'nonconforming',
  'always 204': 'inconclusive',
  'always 400': 'inconclusive',
  'always 401': 'inconclusive',
  'always 404': 'nonconforming',
  'always 500': 'nonconforming',
  'a list, and 501 for all the rest': 'nonconforming',
  '400 without a token, the printed examples with one': 'inconclusive',
};

describe('servers that are no time clock', () => {
  test.each(Object.keys(verdicts) as Stranger[])('%s, without a token', async (name) => {
    const { verdict, end, obstacle } = await judge(name);
    expect(verdict).toBe(verdicts[name]);
    // Either it was judged, or one sentence says why not.
    expect(obstacle === undefined).toBe(end.requests.sent > 1);
  });

  test.each([
    'the printed example for each operation',
    'always 400',
    '400 without a token, the printed examples with one',
  ] as const)('%s, with a token', async (name) => {
    expect((await judge(name, 'any text')).verdict).toBe('nonconforming');
  });

  test('a server that only asks whether there is a token is told so', async () => {
    expect((await judge('400 without a token, the printed examples with one')).obstacle).toMatch(/TIMECARD_TOKEN/);
  });
});

describe('nobody is blamed for what somebody else did', () => {
  test('a get that shows another card says nothing about clockOut', async () => {
    const { findings, end } = await judge('the printed example for each operation');
    expect([...findings.keys()]).toEqual(expect.arrayContaining(['TC-GET-001', 'TC-CLOCKIN-025', 'TC-DELETE-002']));
    // What is left are refusals that did not come.
    const blamed = [...findings.keys()].filter((id) => id.startsWith('TC-CLOCKOUT-'));
    expect(blamed.toSorted()).toEqual(['TC-CLOCKOUT-012', 'TC-CLOCKOUT-018', 'TC-CLOCKOUT-019']);
    // It does not pass either: the canned card is closed, but it is not the card that was closed.
    expect(end.verdicts.find(({ requirement }) => requirement === 'TC-CLOCKOUT-003')?.kind).toBe('inconclusive');
  });

  test('a wrong value that we sent is not held against the card that shows it again', async () => {
    const { findings } = await judge('a store of JSON that is no time clock');
    const shapes: readonly RequirementId[] = ['TC-GEN-013', 'TC-SHAPE-003', 'TC-SHAPE-004', 'TC-SHAPE-010'];
    expect(shapes.filter((id) => findings.has(id))).toEqual([]);
    expect(findings.has('TC-CREATE-013')).toBe(true);
  });

  test('a refusal needs no id, and a number is not another card', async () => {
    const { findings } = await judge('a store of JSON that is no time clock');
    expect(findings.has('TC-CLOCKIN-016')).toBe(false);
    expect(findings.has('TC-GET-001')).toBe(false);
    expect(findings.get('TC-SHAPE-013')?.violation.pointer).toBe('/id');
  });

  test.each(['a list, and 501 for all the rest', 'always 500'] as const)('%s: nothing is flaky', async (name) => {
    const { findings } = await judge(name);
    expect([...findings.values()].filter(({ stability }) => stability === 'flaky')).toEqual([]);
    expect(findings.get('TC-CLOCKIN-001')?.violation.actual).toBe(name === 'always 500' ? 500 : 501);
  });
});
