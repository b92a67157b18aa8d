import type { Json, JsonObject } from '../../traffic/json.ts';
import { valueAt } from '../echo-paths.ts';
import type { Scene } from '../scene.ts';
import { sameFlags } from './alike.ts';
import { clientCheck, expectInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { clientInstantOf } from './instants.ts';
import { callsOf, errorInWords, sceneEvidence, servedCard, valueOf, type CallInScene } from './in-scene.ts';

/** A card that was served, and what the library made of it. */
interface Reading {
  readonly call: CallInScene;
  readonly served: JsonObject;
  /** Undefined where the library reported an error instead. */
  readonly value: Json | undefined;
}

function readingsOf(scene: Scene): readonly Reading[] {
  return callsOf(scene, 'get', 'create', 'clockIn').flatMap((call) => {
    const served = servedCard(call);
    return served === undefined ? [] : [{ call, served, value: valueOf(call) }];
  });
}

/** An error where a card was served, in the cases that are there to show this one thing. */
function failed({ call }: Reading): ClientJudgement {
  return expectInScene(false, 'error', 'the card', errorInWords(call), sceneEvidence(call.requests));
}

/** In which cases an error counts against a requirement, and not against all that could have been read. */
function readsIn(
  requirement: ClientCheck['requirement'],
  relies: readonly string[],
  cases: RegExp,
  judge: (reading: Reading & { readonly value: Json }) => readonly ClientJudgement[],
): ClientCheck {
  return clientCheck(
    requirement,
    (scene) =>
      readingsOf(scene).flatMap((reading) => {
        const { value } = reading;
        if (value === undefined) return cases.test(scene.case) ? [failed(reading)] : [];
        return judge({ ...reading, value });
      }),
    relies,
  );
}

const times = ['clockInEvent.dateTime', 'clockOutEvent.dateTime'];
const knownStates: readonly (Json | undefined)[] = ['clockedIn', 'onBreak', 'clockedOut'];

/** What a library hands over of the cards that it reads. */
export const readingChecks: readonly ClientCheck[] = [
  readsIn('TC-CLIENT-005', times, /^times-/, ({ call, served, value }) =>
    times.flatMap((path) => {
      const wanted = valueAt(served, path);
      const instant = clientInstantOf(wanted);
      if (instant === undefined || wanted === undefined) return [];
      const shown = valueAt(value, path);
      return [
        expectInScene(clientInstantOf(shown) === instant, pointerTo(path), wanted, shown, sceneEvidence(call.requests)),
      ];
    }),
  ),

  readsIn('TC-CLIENT-006', ['clockOutEvent.dateTime', 'notes.content'], /^open-card$/, ({ call, served, value }) =>
    ['clockOutEvent', 'notes']
      .filter((path) => served[path] === null)
      .map((path) => {
        const shown = valueAt(value, path);
        return expectInScene(
          shown === undefined || shown === null,
          pointerTo(path),
          null,
          shown,
          sceneEvidence(call.requests),
        );
      }),
  ),

  readsIn('TC-CLIENT-007', ['confirmedBy'], /^confirmed-by-/, ({ call, served, value }) => {
    const wanted = served['confirmedBy'];
    if (wanted === undefined || wanted === null || wanted === 'none') return [];
    const shown = valueAt(value, 'confirmedBy');
    return [
      expectInScene(sameFlags(wanted, shown), pointerTo('confirmedBy'), wanted, shown, sceneEvidence(call.requests)),
    ];
  }),

  readsIn('TC-CLIENT-008', ['state'], /^state-unknown$/, (reading) =>
    reading.served['state'] === 'unknownFutureValue' ? [readsUnknownState(reading)] : [],
  ),

  readsIn('TC-CLIENT-009', ['state'], /^state-added-later$/, (reading) => {
    const { state } = reading.served;
    const isLater = typeof state === 'string' && state !== 'unknownFutureValue' && !knownStates.includes(state);
    return isLater ? [readsUnknownState(reading)] : [];
  }),

  readsIn('TC-CLIENT-015', ['state'], /^state-(missing|null)$/, ({ call, served, value }) => {
    if ((served['state'] ?? null) !== null) return [];
    const shown = valueAt(value, 'state');
    const isNothing = shown === undefined || shown === null || shown === '';
    return [expectInScene(isNothing, pointerTo('state'), '(nothing)', shown, sceneEvidence(call.requests))];
  }),

  readsIn('TC-CLIENT-018', ['state'], /^unknown-members$/, ({ call, served, value }) =>
    '@odata.etag' in served
      ? ['id', 'state', 'userId'].map((path) => {
          const [wanted, shown] = [served[path] ?? null, valueAt(value, path)];
          return expectInScene(shown === wanted, pointerTo(path), wanted, shown, sceneEvidence(call.requests));
        })
      : [],
  ),
];

/** The card is there, and its state is not taken for one that the library knows. */
function readsUnknownState({ call, served, value }: Reading & { readonly value: Json }): ClientJudgement {
  const evidence = sceneEvidence(call.requests);
  const id = valueAt(value, 'id');
  if (id !== served['id']) return expectInScene(false, pointerTo('id'), served['id'] ?? null, id, evidence);
  const shown = valueAt(value, 'state');
  return expectInScene(!knownStates.includes(shown), pointerTo('state'), served['state'] ?? null, shown, evidence);
}

function pointerTo(path: string): string {
  return `value/${path.replaceAll('.', '/')}`;
}
