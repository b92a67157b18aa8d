import type { Json, JsonObject } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { equalJson } from '../../traffic/pointer.ts';
import { valueAt } from '../echo-paths.ts';
import type { Scene, SeenRequest } from '../scene.ts';
import { changeIn, sameFlags } from './alike.ts';
import { clientCheck, expectInScene, holdsInScene, type ClientCheck, type ClientJudgement } from './client-check.ts';
import { hasOffset, clientInstantOf } from './instants.ts';
import { callsOf, sentInWords, sentObject, servedCard, type CallInScene } from './in-scene.ts';

/** A call that was given a body, with the first request that carries it. */
interface Sending {
  readonly call: CallInScene;
  readonly request: SeenRequest;
  readonly sent: JsonObject | undefined;
  readonly set: readonly (readonly [path: string, value: Json])[];
}

function sendingsOf(scene: Scene, wanted: (call: CallInScene) => boolean = () => true): readonly Sending[] {
  return callsOf(scene).flatMap((call) => {
    const { body, op } = call.made.call;
    const [request] = call.requests;
    if (body === undefined || op === 'echo' || request === undefined || !wanted(call)) return [];
    return [{ call, request, sent: sentObject(request), set: Object.entries(body.set) }];
  });
}

const isRead = ({ made: { call } }: CallInScene): boolean => call.body?.from === 'read';

/** An assignment of a time in the date type of the library. */
function timeIn(value: Json): string | undefined {
  return isJsonObject(value) && typeof value['$time'] === 'string' ? value['$time'] : undefined;
}

const actions = ['clockIn', 'clockOut', 'startBreak', 'endBreak'];

/** What a library sends of what its caller set. */
export const writingChecks: readonly ClientCheck[] = [
  clientCheck('TC-CLIENT-003', (scene) =>
    sendingsOf(scene, ({ made }) => actions.includes(made.call.op)).flatMap(({ call, request, sent, set }) => {
      const left = parametersOf(call.made.call.op).filter((name) => !set.some(([path]) => path.split('.')[0] === name));
      return left.map((name) => {
        const value = sent?.[name];
        const isLeft = value === undefined || value === null;
        return expectInScene(isLeft, `/${name}`, '(not sent, since nobody set it)', value, [request.sequence]);
      });
    }),
  ),

  clientCheck(
    'TC-CLIENT-004',
    (scene) =>
      sendingsOf(scene).flatMap(({ request, sent, set }) =>
        set.flatMap(([path, value]) => {
          const time = timeIn(value);
          const written = sent === undefined ? undefined : valueAt(sent, path);
          if (time === undefined || written === undefined) return [];
          const right =
            typeof written === 'string' && hasOffset(written) && clientInstantOf(written) === clientInstantOf(time);
          return [expectInScene(right, pointerTo(path), time, written, [request.sequence])];
        }),
      ),
    ['clockInEvent.dateTime', 'clockOutEvent.dateTime'],
  ),

  clientCheck('TC-CLIENT-010', (scene) =>
    sendingsOf(scene).flatMap(({ request, sent, set }) =>
      set
        .filter(([, value]) => value !== null)
        .map(([path, value]) => {
          const written = sent === undefined ? undefined : valueAt(sent, path);
          const right =
            timeIn(value) === undefined ? isSame(path, value, written) : written !== undefined && written !== null;
          if (right) return holdsInScene;
          return expectInScene(false, pointerTo(path), timeIn(value) ?? value, written ?? absentIn(request, path), [
            request.sequence,
          ]);
        }),
    ),
  ),

  clientCheck('TC-CLIENT-011', (scene) =>
    sendingsOf(scene).flatMap(({ request, sent, set }) =>
      set
        .filter(([, value]) => value === null)
        .map(([path]) =>
          expectInScene(
            sent !== undefined && valueAt(sent, path) === null,
            pointerTo(path),
            null,
            sent?.[path] ?? absentIn(request, path),
            [request.sequence],
          ),
        ),
    ),
  ),

  clientCheck('TC-CLIENT-012', (scene) => {
    const [read] = callsOf(scene, 'get').filter(({ made }) => made.call.keep === 'read');
    const came = read === undefined ? undefined : servedCard(read);
    return sendingsOf(scene, (call) => isRead(call) && call.made.call.op !== 'create').flatMap(
      ({ request, sent, set }) => {
        if (came === undefined || sent === undefined) return [];
        const change = changeIn(
          came,
          sent,
          set.map(([path]) => path),
        );
        if (change === undefined) return [holdsInScene];
        return [expectInScene(false, change.pointer, change.came, change.sent, [request.sequence])];
      },
    );
  }),

  clientCheck('TC-CLIENT-014', (scene) => {
    const [first, again] = sendingsOf(scene, ({ made }) => scene.case.startsWith('send-') && made.call.op === 'create');
    if (first?.sent === undefined || Object.keys(first.sent).length === 0 || again === undefined) return [];
    const same = again.sent !== undefined && equalJson(first.sent, again.sent);
    const evidence = [first.request.sequence, again.request.sequence];
    return [expectInScene(same, 'body', first.sent, sentInWords(again.request), evidence)];
  }),

  clientCheck('TC-CLIENT-017', (scene) => {
    const [read] = callsOf(scene, 'get').filter(({ made }) => made.call.keep === 'read');
    const came = read === undefined ? undefined : servedCard(read);
    return sendingsOf(scene, (call) => isRead(call) && call.made.call.op === 'create').map(({ request, sent }) => {
      const content = came === undefined ? undefined : valueAt(came, 'notes.content');
      const written = sent === undefined ? undefined : valueAt(sent, 'notes.content');
      const actual = written ?? sentInWords(request);
      return expectInScene(written === content, '/notes/content', content ?? null, actual, [request.sequence]);
    });
  }),

  clientCheck('TC-CLIENT-019', (scene) =>
    scene.requests.flatMap((request): readonly ClientJudgement[] => {
      if (request.body.kind !== 'json') return [];
      const types = typesIn(request.body.value);
      if (types.length === 0) return [{ kind: 'notExpressible', because: 'it names no types in what it sends' }];
      return types.flatMap(([pointer, name]) => {
        const meant = knownTypes.find((known) => known.toLowerCase() === name.toLowerCase());
        return meant === undefined ? [] : [expectInScene(name === meant, pointer, meant, name, [request.sequence])];
      });
    }),
  ),
];

/** Of a member that is not in a body: the one that was likely meant, or else the body. */
function absentIn(request: SeenRequest, path: string): Json {
  const bare = (name: string): string => name.replaceAll('_', '').toLowerCase();
  const [like] = Object.entries(sentObject(request) ?? {}).filter(
    ([name]) => bare(name) === bare(path) && name !== path,
  );
  return like === undefined ? sentInWords(request) : { [like[0]]: like[1] };
}

function parametersOf(op: string): readonly string[] {
  const usual = ['isAtApprovedLocation', 'atApprovedLocation', 'notes'];
  return op === 'clockIn' ? [...usual, 'onBehalfOfUserId'] : usual;
}

function isSame(path: string, value: Json, written: Json | undefined): boolean {
  return path === 'confirmedBy' ? sameFlags(value, written) : equalJson(written, value);
}

/** The types that a card is made of, by the names of the schema. Source: CSDL. */
const knownTypes = [
  'timeCard',
  'timeCardEvent',
  'timeCardBreak',
  'timeCardEntry',
  'itemBody',
  'identitySet',
  'identity',
].map((name) => `#microsoft.graph.${name}`);

/** Every `@odata.type` within a value, with the pointer to it. */
function typesIn(value: Json, pointer = ''): readonly (readonly [pointer: string, name: string])[] {
  if (Array.isArray(value))
    return (value as readonly Json[]).flatMap((one, index) => typesIn(one, `${pointer}/${index}`));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '@odata.type' && typeof member === 'string'
      ? [[`${pointer}/@odata.type`, member] as const]
      : typesIn(member, `${pointer}/${name}`),
  );
}

function pointerTo(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}
