import { describe, expect, test } from 'vitest';
import type { RunEnd, RunEvent } from '../engine/event.ts';
import { Run } from '../engine/run.ts';
import { suiteNames } from '../engine/cases/suite.ts';
import { renderTerminal } from '../reporters/terminal.ts';
import { readResultLines } from '../results/read.ts';
import { serialise } from '../results/serialise.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { TargetVerdict } from '../results/verdict.ts';
import type { Finding } from '../judgements/finding.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { openTarget } from '../targets/open-target.ts';
import { isWhole, oneIn } from './one-in.ts';
import { outOfOrder, outOfOrderByOperation, recordAnswers } from './replayed-answers.ts';
import { linesOf, sampleFooter, sampleHeader } from './sample-report.ts';
import { printedAnswers, serve, foreignServers, type Habit, type ForeignServer } from './foreign-servers.ts';

interface Judged {
  readonly verdict: string;
  readonly end: RunEnd;
  readonly findings: ReadonlyMap<RequirementId, Finding>;
  readonly obstacle: string | undefined;
  /** What a user reads at the end. */
  readonly text: string;
}

const known = new Map<string, Promise<Judged>>();

/** Each stranger is judged once; the tests ask after different sides of it. */
async function judge(name: ForeignServer, token = ''): Promise<Judged> {
  const key = `${name} ${token}`;
  const judged = known.get(key) ?? judgeHabit(foreignServers[name](), token);
  known.set(key, judged);
  return judged;
}

async function judgeHabit(habit: Habit, token: string): Promise<Judged> {
  const server = await serve(habit);
  const settings = { baseUrl: server.url, apiVersion: 'v1.0', requestTimeout: 5000, maxResponseSize: 1e6 } as const;
  const target = await openTarget(settings, { TIMECARD_TOKEN: token });
  const events: RunEvent[] = [];
  try {
    const run = new Run(target, { seed: 1, numRuns: 1, suites: new Set(suiteNames), expectsLag: false }, (event) =>
      events.push(event),
    );
    const end = await run.perform();
    const found = events.flatMap((event) => (event.kind === 'finding' ? [event.finding] : []));
    const verdict = targetVerdict(end.verdicts, { strict: false, stopped: end.stopped });
    return {
      verdict,
      end,
      findings: new Map(found.map((finding) => [finding.requirement, finding])),
      obstacle: events.find((event) => event.kind === 'obstacle')?.sentence,
      text: reportOf(end, found, verdict, server.url),
    };
  } finally {
    await target.close();
    server.close();
  }
}

function reportOf(
  { verdicts, observations, stopped, requests, leftBehind, notOffered, causes }: RunEnd,
  findings: readonly Finding[],
  verdict: TargetVerdict,
  baseUrl: string,
): string {
  const footer = sampleFooter({ verdict, requests, leftBehind, notOffered, causes });
  const lines = linesOf({
    header: sampleHeader({ target: { kind: 'server', baseUrl } }),
    verdicts,
    observations,
    findings,
    score: { holding: 0, exercised: 0, total: 0 },
    footer: stopped === undefined ? footer : { ...footer, stopped },
  });
  return renderTerminal(readResultLines(lines.map((line) => `${serialise(line)}\n`).join('')));
}

/** The beginning of a report as it is read: three lines, as one. */
function beginningOf(text: string): string {
  return text
    .split('\n', 3)
    .map((line) => line.trim())
    .join(' ');
}

/** Failures that are shown one by one, those that stand for a cause included. */
function failuresShown(text: string): number {
  return text.split('\n').filter((line) => line.startsWith('✗')).length;
}

/** What is said first of all about each stranger, without a token and with one. */
const beginnings: Readonly<Record<ForeignServer, readonly [without: RegExp, withToken: RegExp]>> = {
  'the printed example for each operation': both(/Each operation has one answer to whatever it accepts, ids aside, in/),
  'a store of JSON that is no time clock': both(
    /clockIn.* not offered: each of \d+ requests was answered 404; what needs/,
  ),
  'always the same card': both(/Each operation has one answer to whatever it accepts, ids aside, in/),
  'an empty list, and the canned card for any POST': both(
    /Each operation has one answer to whatever it accepts, ids aside, in/,
  ),
  'an echo': both(/Each of \d+ requests with a body was answered with that very body/),
  'always 200 {}': both(/Every one of \d+ requests was answered 200 with \{\}: this server gives one answer/),
  'always 201': both(/Nothing was judged: .* was answered 201 with an empty body/),
  'always 201 with the printed card': both(/Every one of \d+ requests was answered 201 with \{"id":"TCK_/),
  'always 204': both(/Nothing was judged: .* was answered 204 with an empty body/),
  'always 400': [
    /Nothing was judged: .* was answered 400, and no token was sent with it: set TIMECARD_TOKEN/,
    /Every one of \d+ requests was answered 400 with no: this server refuses everything/,
  ],
  'always 401': [
    /Nothing was judged: .* was answered 401: set TIMECARD_TOKEN/,
    /Nothing was judged: .* was answered 401: the server does not accept the token/,
  ],
  'always 404': both(/Every one of \d+ requests was answered 404 with Not Found: there is no time clock/),
  'always 500': both(/Every one of \d+ requests was answered 500 with .*: this server fails at everything/),
  'a list, and 501 for all the rest': both(/create and clockIn are not offered: each of \d+ requests was answered 501/),
  'cards that nobody keeps': both(/Each operation has one answer to whatever it accepts, ids aside, in/),
  'a card made up for every answer': both(/Each operation has one answer to whatever it accepts, ids aside, in/),
  'a web page': both(/Nothing was judged: .* was answered 200 with text that is not JSON/),
  '400 without a token, the printed examples with one': [
    /Nothing was judged: .* was answered 400, and no token was sent with it: set TIMECARD_TOKEN/,
    /Each operation has one answer to whatever it accepts, ids aside, in/,
  ],
};

function both(beginning: RegExp): readonly [RegExp, RegExp] {
  return [beginning, beginning];
}

/** Servers that are a time clock in part show more of what is wrong than those that are none. */
const inPart: readonly ForeignServer[] = ['a store of JSON that is no time clock', 'a card made up for every answer'];

/** Each test is a whole run. */
const patience = 240_000;

describe('servers that are no time clock', { timeout: patience }, () => {
  const recorded = recordAnswers();

  describe.each([
    ['without a token', ''],
    ['with a token', 'any text'],
  ])('%s', (_, token) => {
    // With a token only those that answer it otherwise.
    const names = (Object.keys(beginnings) as ForeignServer[]).filter(
      (name) => token === '' || beginnings[name][0] !== beginnings[name][1],
    );
    test.each(oneIn(12, names))('%s', async (name) => {
      const { verdict, end, obstacle, text } = await judge(name, token);
      // Either it was judged, or one sentence says why not.
      expect(verdict).toBe(obstacle === undefined ? 'nonconforming' : 'inconclusive');
      expect(obstacle === undefined).toBe(end.requests.sent > 1);
      const [without, withToken] = beginnings[name];
      expect(beginningOf(text)).toMatch(token === '' ? without : withToken);
      expect(failuresShown(text)).toBeLessThanOrEqual(inPart.includes(name) ? 12 : 5);
      expect(end.requests.shrinking).toBeLessThan(600);
    });
  });

  test.runIf(isWhole).each(printedAnswers)('%s as the answer to everything', async (_name, answer) => {
    const { verdict, end, obstacle, text } = await judgeHabit(() => answer, 'any text');
    expect(verdict).toBe(obstacle === undefined ? 'nonconforming' : 'inconclusive');
    expect(beginningOf(text)).toMatch(
      obstacle === undefined ? /Every one of \d+ requests was answered \d{3} with/ : /Nothing was judged/,
    );
    expect(failuresShown(text)).toBeLessThanOrEqual(3);
    expect(end.causes.length).toBe(obstacle === undefined ? 1 : 0);
  });

  const orders = [
    ['whatever is asked', outOfOrder],
    ['each for its operation', outOfOrderByOperation],
  ] as const;
  test.runIf(isWhole).each(orders)('the answers of an honest server out of order, %s', async (_order, habitOf) => {
    const { verdict, text } = await judgeHabit(habitOf(await recorded, 3), 'any text');
    expect(verdict).toBe('nonconforming');
    expect(beginningOf(text)).toMatch(/Of \d+ answers of .*, \d+ show something else than what was asked for/);
    expect(failuresShown(text)).toBeLessThanOrEqual(5);
  });

  test.runIf(isWhole)('one that is always the same needs no thousands of requests', async () => {
    const { end } = await judge('always 200 {}');
    expect(end.requests.sent).toBeLessThan(1000);
  });

  test('a server that only asks whether there is a token is told so', async () => {
    expect((await judge('400 without a token, the printed examples with one')).obstacle).toMatch(/TIMECARD_TOKEN/);
  });
});

describe('nobody is blamed for what somebody else did', { timeout: patience }, () => {
  test('a get that shows another card says nothing about clockOut', async () => {
    const { findings, end } = await judge('the printed example for each operation');
    expect([...findings.keys()]).toEqual(expect.arrayContaining(['TC-GET-001', 'TC-CLOCKIN-025']));
    // Nothing was clocked out: a card of long ago is nobody's that this run made.
    const blamed = [...findings.keys()].filter((id) => id.startsWith('TC-CLOCKOUT-'));
    expect(blamed.toSorted()).toEqual([]);
    expect(end.otherCards?.first.why).toBe('anotherTime');
    expect(end.verdicts.find(({ requirement }) => requirement === 'TC-CLOCKOUT-003')?.kind).toBe('inconclusive');
  });

  test.runIf(isWhole)('a wrong value that we sent is not held against the card that shows it again', async () => {
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
