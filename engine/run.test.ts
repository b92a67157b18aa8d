import { expect, test } from 'vitest';
import { openTarget } from '../targets/open-target.ts';
import type { RunEvent } from './event.ts';
import { Run } from './run.ts';
import { suiteNames } from './suite.ts';

test('the reference server conforms', async () => {
  const target = await openTarget({ apiVersion: 'v1.0', requestTimeout: 5000, maxResponseSize: 1e6 }, {});
  const events: RunEvent[] = [];
  const t0 = performance.now();
  const end = await new Run(target, { seed: 42, numRuns: 60, suites: new Set(suiteNames) }, (event) =>
    events.push(event),
  ).perform();
  await target.close();
  console.log(performance.now() - t0, end.requests, end.stopped, end.longestLag, end.leftBehind.length);
  for (const v of end.verdicts)
    if (v.kind !== 'passed') console.log(v.requirement, v.kind, v.exercised, v.violated, v.because ?? '');
  for (const e of events)
    if (e.kind === 'finding')
      console.log(
        JSON.stringify(
          {
            ...e.finding,
            reproduction: e.finding.reproduction.map((x) => [
              x.request.method,
              x.request.url,
              x.request.body.kind === 'json' ? x.request.body.text.slice(0, 300) : '',
              x.outcome.kind === 'response' ? x.outcome.status : x.outcome.fault,
            ]),
          },
          null,
          1,
        ),
      );
  for (const o of end.observations)
    console.log(o.requirement, o.observation.subject, JSON.stringify(o.observation.value), o.count);
  expect(end.verdicts.filter(({ kind }) => kind === 'failed')).toEqual([]);
}, 60000);
