import { headerValue } from '../../traffic/headers.ts';
import type { Scene, SeenRequest } from '../scene.ts';
import { clientCheck, expectInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { sentInWords } from './in-scene.ts';

/** A request that was to be repeated, and the one that repeats it, if there is one. */
interface Repeat {
  readonly first: SeenRequest;
  readonly next: SeenRequest | undefined;
  /** Seconds that the answer named. */
  readonly named: number | undefined;
}

function repeatsAfter({ requests }: Scene, ...statuses: readonly number[]): readonly Repeat[] {
  return requests.flatMap((first, index) => {
    if (!statuses.includes(first.answer.status)) return [];
    const next = requests
      .slice(index + 1)
      .find(({ call, method, target }) => call === first.call && method === first.method && target === first.target);
    const text = headerValue(first.answer.headers, 'retry-after');
    return [{ first, next, named: text === undefined ? undefined : Number(text) }];
  });
}

const doesNotRepeat: ClientJudgement = { kind: 'notExpressible', because: 'it repeats nothing by itself' };

/** What timers of clients and of this machine may be early by. */
const tolerance = 50;
/** Sooner than this, nobody has waited. */
const atOnce = 100;

function waited({ first, next, named = 0 }: Repeat): ClientJudgement {
  if (next === undefined) return doesNotRepeat;
  const gap = Math.round(next.arrivedAt - first.arrivedAt);
  const least = named > 0 ? named * 1000 - tolerance : atOnce;
  const expected = named > 0 ? `at least ${named} s` : 'some time';
  return expectInScene(gap >= least, 'wait', expected, `${gap} ms`, [first.sequence, next.sequence]);
}

/** What a client owes when it is told to come again later. */
export const repeatingChecks: readonly ClientCheck[] = [
  clientCheck('TC-GEN-014', (scene) =>
    repeatsAfter(scene, 429)
      .filter(({ named }) => named !== undefined && named > 0)
      .map(waited),
  ),

  clientCheck('TC-GEN-034', (scene) =>
    repeatsAfter(scene, 429)
      .filter(({ named }) => named === undefined)
      .map(waited),
  ),

  clientCheck('TC-GEN-031', (scene) =>
    repeatsAfter(scene, 503).map((repeat) => {
      const wait = waited(repeat);
      const { first, next } = repeat;
      if (wait.kind !== 'holds' || next === undefined) return wait;
      const evidence = [first.sequence, next.sequence];
      return expectInScene(
        next.connection !== first.connection,
        'connection',
        'a new one',
        'the one that answered 503',
        evidence,
      );
    }),
  ),

  clientCheck('TC-CLIENT-013', (scene) =>
    repeatsAfter(scene, 429, 503)
      .filter(({ first }) => first.body.kind !== 'empty')
      .map(({ first, next }) => {
        if (next === undefined) return doesNotRepeat;
        const whole = next.wronglyCoded === undefined && textOf(next) === textOf(first);
        return expectInScene(whole, 'body', sentInWords(first), sentInWords(next), [first.sequence, next.sequence]);
      }),
  ),

  clientCheck('TC-CLIENT-020', (scene) => {
    const [first, next] = scene.requests;
    if (first?.answer.status !== 307) return [];
    const value =
      next === undefined
        ? 'not followed'
        : `followed with ${next.method}, ${textOf(next) === textOf(first) && next.wronglyCoded === undefined ? 'body kept' : 'body changed'}`;
    return [{ kind: 'observed', observation: { subject: 'what becomes of a clockIn that is answered 307', value } }];
  }),
];

function textOf({ body }: SeenRequest): string {
  return body.kind === 'empty' ? '' : body.text;
}
