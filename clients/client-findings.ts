import type { Exchange } from '../traffic/exchange.ts';
import type { ClientFinding, Spoken } from '../judgements/finding.ts';
import type { Json } from '../traffic/json.ts';
import { requirement as rowOf } from '../specs/requirements/index.ts';
import { locationOf } from './checks/in-scene.ts';
import type { ClientTally, ShownViolation } from './judge-performance.ts';
import type { DriverError } from './protocol/messages.ts';
import { originOf, type MadeCall, type Scene, type SeenRequest } from './scene.ts';
import { elsewhereOrigin } from './with-origin.ts';

const rank = { MUST: 0, SHOULD: 1, MAY: 2, OBSERVE: 3 } as const;

/** One finding for each requirement that does not hold, MUST first. */
export function clientFindings(tallies: readonly ClientTally[], seed: number): readonly ClientFinding[] {
  return tallies
    .flatMap((tally) => {
      const first = tellingOf(tally);
      return first === undefined ? [] : [{ tally, first }];
    })
    .toSorted((left, right) => rank[rowOf(left.tally.requirement).level] - rank[rowOf(right.tally.requirement).level])
    .map(({ tally, first: { scene, violation } }) => ({
      requirement: tally.requirement,
      violation: { ...violation, kind: 'violated', evidence: violation.evidence },
      seen: { violated: tally.violations.length, exercised: tally.exercised },
      stability: stabilityOf(tally, scene),
      reproduction: whatShows(scene, violation.evidence).map((request) => exchangeOf(request, scene)),
      minimal: true,
      client: {
        case: scene.case,
        cases: [...new Set(tally.violations.map(({ scene: one }) => one.case))],
        seed,
        dialogue: scene.calls.map(spoken),
      },
    }));
}

/** The first violation; where chance decides, one of a case that tells how often it happens. */
function tellingOf({ violations, scenes }: ClientTally): ShownViolation | undefined {
  const isChance = ({ scene: { case: id } }: ShownViolation): boolean => {
    const clients = scenes.filter((one) => one.case === id).length;
    const failing = new Set(violations.filter(({ scene }) => scene.case === id).map(({ scene }) => scene.client)).size;
    return clients > 2 && failing < clients;
  };
  return violations.find(isChance) ?? violations[0];
}

/** Of a case, all that was sent; of a program that was watched, only what shows the violation. */
function whatShows({ calls, requests }: Scene, evidence: readonly number[]): readonly SeenRequest[] {
  return calls.length > 0 ? requests : requests.filter(({ sequence }) => evidence.includes(sequence));
}

/** Of the fresh clients that went through the case: all the same, or so many of so many. */
function stabilityOf({ scenes, violations }: ClientTally, { case: id }: Scene): ClientFinding['stability'] {
  const of = scenes.filter((scene) => scene.case === id).length;
  const failed = new Set(violations.filter(({ scene }) => scene.case === id).map(({ scene }) => scene.client)).size;
  return failed === of && of > 1 ? 'reproduced' : { failed, of };
}

/** A request of a client in the form in which all traffic is reported. */
function exchangeOf(request: SeenRequest, { host }: Pick<Scene, 'host'>): Exchange {
  const { sequence, method, target, headers, body, arrivedAt, answer } = request;
  const origin = elsewhereOrigin.endsWith(`/${request.host}`) ? elsewhereOrigin : originOf[host];
  return {
    sequence,
    operation: locationOf(request)?.operation ?? 'unknown',
    actor: 'caller',
    request: { method, url: `${origin}${target}`, headers, body },
    outcome: { kind: 'response', ...answer },
    startedAt: arrivedAt,
    endedAt: arrivedAt,
    throttledAttempts: 0,
  };
}

function spoken({ call, answer }: MadeCall): Spoken {
  const { cmd: _, id: __, baseUrl: ___, token: ____, team: _____, ...asked } = call;
  const said: Json =
    'value' in answer
      ? answer.value
      : 'error' in answer
        ? { error: plain(answer.error) }
        : { unsupported: answer.unsupported };
  return { asked: asked as unknown as Json, said };
}

function plain(error: DriverError): Json {
  return Object.fromEntries(Object.entries(error));
}
