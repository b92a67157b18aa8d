import type { Operation } from '../traffic/operation.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { UnseenRow } from '../judgements/verdict.ts';
import { enough } from './diff/answers.ts';
import { extentOf, type ComparableRun, type Extent } from './diff/comparable-run.ts';
import { isOfTime, factText } from './diff/fact.ts';
import type { LagClass } from './diff/lag.ts';
import { judged } from './diff/verdicts.ts';
import { identified } from './observation-line.ts';
import { sorted } from './serialise.ts';

/** What a server does, to be committed: the facts of a run without numbers, ids, names, and times. */
export interface Lock extends Extent {
  readonly kind: 'lock';
  readonly format: 1;
  readonly suiteVersion: string;
  readonly catalogue: string;
  readonly apiVersion: 'v1.0' | 'beta';
  /** How late reads showed a write. */
  readonly lag?: LagClass;
  /** What the run says of each requirement that it judged. */
  readonly verdicts: Readonly<Record<string, 'passed' | 'failed' | 'warned'>>;
  /** By the id of the fact: everything that was seen; empty where it was tried in vain. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** By operation, actor and intent: the statuses of success of plain requests of the caller, and all of requests with a defect. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** The lock of a run. Runs of one server give the same lock, whatever their seeds. Pure. */
export function lockOf(run: ComparableRun): Lock {
  const { side, catalogue = '', extent = nothing, verdicts, lag } = run;
  return {
    kind: 'lock',
    format: 1,
    suiteVersion: side.suiteVersion,
    catalogue,
    apiVersion: side.apiVersion,
    ...extent,
    ...(lag === undefined ? {} : { lag }),
    verdicts: Object.fromEntries(
      verdicts.flatMap(({ requirement, kind }) => (judged.has(kind) ? [[requirement, kind]] : [])),
    ) as Lock['verdicts'],
    facts: factsOf(run),
    answers: answersOf(run),
  };
}

const nothing: Extent = { numRuns: 0, suites: [], requirements: [], actors: [] };

/** What was tried in vain has no values; what was never tried is not there. */
function factsOf({ observations, unseen }: ComparableRun): Lock['facts'] {
  const facts = new Map<string, Set<string>>(unseen.map(({ id }) => [id, new Set()]));
  for (const { id, observation } of observations.map(identified)) {
    if (isOfTime(id)) continue;
    const values = facts.get(id) ?? new Set();
    facts.set(id, values.add(factText(observation.value)));
  }
  return Object.fromEntries([...facts].map(([id, values]) => [id, [...values].toSorted()]));
}

/**
 * What is compared only where there are enough of a kind is not worth a line where there are fewer. How often others ask without a
 * defect, and whether a card happens to be in another state then, follows from the seed: what they may do the facts say.
 */
function answersOf({ answers }: ComparableRun): Lock['answers'] {
  const told = answers.filter(({ actor, intent, answers: counts }) => {
    const isOften = Object.values(counts).reduce((sum, count) => sum + count, 0) >= enough;
    return isOften && (intent !== 'plain' || actor === 'caller');
  });
  return Object.fromEntries(
    told.map(({ operation, actor, intent, answers: counts }) => {
      const statuses = Object.keys(counts).toSorted();
      const accepted = intent === 'plain' ? statuses.filter((status) => Number(status) < 400) : [];
      return [`${operation}/${actor}/${intent}`, accepted.length > 0 ? accepted : statuses];
    }),
  );
}

/** A lock as `diff` compares it. */
export function comparableLock(lock: Lock, file: string): ComparableRun {
  const { suiteVersion, apiVersion, catalogue } = lock;
  return {
    side: { target: file, suiteVersion, apiVersion },
    kind: 'lock',
    server: file,
    catalogue,
    extent: extentOf(lock),
    verdicts: Object.entries(lock.verdicts).map(([requirement, kind]) => ({
      requirement: requirement as RequirementId,
      kind,
    })),
    flaky: new Set(),
    observations: Object.entries(lock.facts).flatMap(([id, values]) => {
      const { subject, ...of } = lookedAt(id);
      return values.map((value) => ({ ...of, observation: { subject, value }, count: 1 }));
    }),
    unseen: Object.entries(lock.facts).flatMap(([id, values]) =>
      values.length === 0 ? [{ ...lookedAt(id), tried: enough }] : [],
    ),
    answers: Object.entries(lock.answers).map(([key, statuses]) => {
      const [operation = '', actor = '', ...intent] = key.split('/');
      const answers = Object.fromEntries(statuses.map((status) => [status, enough]));
      return { operation: operation as Operation, actor, intent: intent.join('/'), answers };
    }),
    isCounted: false,
    ...(lock.lag === undefined ? {} : { lag: lock.lag }),
    notes: [],
  };
}

function lookedAt(id: string): Omit<UnseenRow, 'tried'> {
  const [requirement = '', words = ''] = id.split('/');
  return { id, requirement: requirement as RequirementId, subject: words.replaceAll('-', ' ') };
}

/** The text of a lock file: sorted, and a line for each fact, so that a change of one fact is a change of one line. */
export function lockText(lock: Lock): string {
  const text = JSON.stringify(sorted(lock), null, 2);
  const inOneLine = text.replaceAll(
    /\[\n((?: +"(?:[^"\\]|\\.)*",?\n)+) +\]/g,
    (_list, lines: string) => `[${lines.trim().replaceAll(/\n +/g, ' ')}]`,
  );
  return `${inOneLine}\n`;
}
