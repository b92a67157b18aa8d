import { headerValue } from '../traffic/headers.ts';
import type { Json, JsonObject } from '../traffic/json.ts';
import type { Operation } from '../traffic/operation.ts';
import { at } from '../traffic/pointer.ts';
import { every, expectThat, isUser, notApplicable, sameId } from './assertions/assertions.ts';
import { check, type Check, type Scope, type Subject } from './check.ts';
import { cardIn } from './card/history.ts';
import { across } from './scopes/across.ts';
import { Gathered } from './scopes/gathered.ts';
import { mutated, refusedWith } from './scopes/refusals.ts';
import type { Entry, Trace } from './trace/trace.ts';

interface AfterActing extends Subject {
  readonly card: JsonObject;
  /** Where the card names whoever wrote it. */
  readonly pointers: readonly string[];
  /** The users whom the application named before, and not with this write. */
  readonly named: readonly string[];
}

const steps: readonly Operation[] = ['startBreak', 'endBreak', 'clockOut', 'replace', 'confirm'];

/**
 * A card that an application wrote without MS-APP-ACTS-AS after it had acted as somebody: as the write that made it answers,
 * or as the first get after another write shows it.
 */
const afterActing: Scope<AfterActing> = {
  subjects(entry, trace, context) {
    if (entry.operation !== 'get' && entry.operation !== 'create' && entry.operation !== 'clockIn') return [];
    const made = entry.operation === 'create' || entry.operation === 'clockIn' ? cardIn(entry.answer) : undefined;
    const writes =
      made !== undefined && entry.accepted
        ? [{ write: entry, card: made, pointers: ['/createdBy/user/id', '/lastModifiedBy/user/id'], evidence: [] }]
        : steps
            .flatMap((operation) => across(operation).subjects(entry, trace, context))
            .map(({ write, after, evidence }) => ({
              write,
              card: after,
              pointers: ['/lastModifiedBy/user/id'],
              evidence,
            }));
    return writes.flatMap(({ write, card, pointers, evidence }) => {
      if (write.exchange.actor !== 'application' || actsAs(write) !== undefined) return [];
      const earlier = actingBefore(write, trace);
      const named = earlier.flatMap((one) => actsAs(one) ?? []).filter((id) => !sameId(id, card['userId']));
      if (named.length === 0) return [];
      const sequences = [...earlier.map(({ sequence }) => sequence), ...evidence, entry.sequence];
      return [{ card, pointers, named, evidence: [...new Set(sequences)] }];
    });
  },
};

/** What the application did in somebody's name before. */
function actingBefore({ sequence }: Entry, trace: Trace): readonly Entry[] {
  const { kept, latest } = acting.of(trace);
  return [...kept, ...latest.filter(isActing)].filter((earlier) => earlier.sequence < sequence);
}

const acting = new Gathered<Entry[]>(
  () => [],
  (kept, entry) => {
    if (isActing(entry)) kept.push(entry);
  },
);

function isActing(entry: Entry): boolean {
  return entry.exchange.actor === 'application' && actsAs(entry) !== undefined;
}

function actsAs({ exchange }: Entry): string | undefined {
  return headerValue(exchange.request.headers, 'ms-app-acts-as');
}

/** Who calls is told by the token that comes with the call. */
export const callerByTokenChecks: readonly Check[] = [
  check('TC-AUTH-019', afterActing, ({ card, pointers, named }) =>
    every(
      ...pointers.map((pointer) => {
        const shown = at(card, pointer);
        const wrong = named.some((id) => sameId(shown, id));
        return expectThat(!wrong, pointer, 'nobody whom only an earlier request named', shown);
      }),
    ),
  ),
  check(
    'TC-AUTH-020',
    mutated(
      ({ pointer, keyword }, operation) =>
        pointer.startsWith('header:') && keyword === 'somebodyElse' && operation === 'clockIn',
    ),
    ({ entry: { accepted, answer, exchange } }, { callerId, capabilities }) => {
      const card = cardIn(answer);
      if (!accepted || card === undefined || !capabilities.has('callerIdentity')) return notApplicable;
      if (exchange.actor === 'application') return notApplicable;
      const places = ['/userId', '/createdBy/user/id', '/lastModifiedBy/user/id'].filter((place) =>
        isNamed(at(card, place)),
      );
      return every(...places.map((place) => isUser(card, place, callerId)));
    },
  ),
  check(
    'TC-AUTH-021',
    mutated(({ pointer, keyword }) => pointer === 'header:Authorization' && keyword === 'signature'),
    refusedWith(401),
  ),
];

function isNamed(value: Json | undefined): boolean {
  return (value ?? null) !== null;
}
