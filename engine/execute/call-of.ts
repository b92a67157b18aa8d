import type { Intent } from '../../traffic/exchange.ts';
import type { RequestToSend, Target } from '../../targets/target.ts';
import { isJsonObject, type Json, type JsonObject } from '../../traffic/json.ts';
import { methodOf, pathOf } from './addressing.ts';
import { almostThatId } from './almost-that-id.ts';
import { withBreakIds } from './break-ids.ts';
import type { Case, Step } from '../cases/case.ts';
import { applyChange } from '../cases/change.ts';
import { bodyHeaders, bodyText } from '../cases/clothes.ts';
import { editedCard } from './edited-card.ts';
import { seededGuid } from '../cases/seeded.ts';
import { withShownTimes } from './shown-times.ts';
import { timesOfToday } from './times-of-today.ts';

/** What turns a step, which knows only names, into a request. */
export interface CallContext {
  readonly testCase: Case;
  readonly target: Pick<Target, 'people' | 'actors'>;
  readonly seed: number;
  readonly requestId: string;
  /** When the run began, in milliseconds since the epoch: the clock of a run stands still. */
  readonly today: number;
  readonly purpose: RequestToSend['purpose'];
  /** The id behind the step's handle. */
  readonly cardId: string | undefined;
  /** The id of the other card that the body names; undefined where it is not ours. */
  readonly otherId?: string | undefined;
  /** The link to the second page of the step's control. */
  readonly link: string | undefined;
  /** The card as it was last shown. */
  readonly shown: Json | undefined;
  /** The step that is under way at the same time. */
  readonly partner: Step | undefined;
}

/** The request of a step; undefined where it has no place for its change, or no team, card or page to go to. */
export function callOf(step: Step, setting: CallContext): RequestToSend | undefined {
  const { testCase, link, partner, purpose } = setting;
  const body = bodyOf(step, setting);
  if (body === undefined && (step.change ?? step.edit) !== undefined) return undefined;
  if (step.withIdOf !== undefined && setting.otherId === undefined) return undefined;
  const text = step.text ?? (body === undefined ? undefined : bodyText(filled(body, step, setting), step.clothes));
  const teamId = teamOf(step, setting);
  if (teamId === undefined || (step.page !== undefined && link === undefined)) return undefined;
  const cardId = step.otherEnd === true ? almostThatId(setting.cardId ?? '') : setting.cardId;
  if (step.otherEnd === true && cardId === undefined) return undefined;
  return {
    operation: step.operation,
    method: methodOf(step),
    path: link ?? pathOf(step, teamId, cardId),
    actor: step.actor ?? 'caller',
    headers: headersOf(step, text, setting.requestId),
    ...(text === undefined ? {} : { text }),
    ...(cardId === undefined ? {} : { card: { id: cardId, madeUp: step.card === 'madeUp' || step.otherEnd === true } }),
    ...(step.tokenForm === undefined ? {} : { tokenForm: step.tokenForm }),
    intent: intentOf(step, testCase, partner),
    purpose,
  };
}

/** The body with what is known only while the case runs. */
function filled(
  body: Json,
  { ofToday, withBreakIds: named, withShownTimes: timed }: Step,
  { today, shown, otherId }: CallContext,
): Json {
  const moved = ofToday === undefined ? body : timesOfToday(body, today, ofToday);
  const dated = timed === true ? withShownTimes(moved, shown) : moved;
  const ided = named === true ? withBreakIds(dated, shown) : dated;
  return otherId === undefined || !isJsonObject(ided) ? ided : { ...ided, id: otherId };
}

function intentOf(step: Step, { phase, name }: Case, partner: Step | undefined): Intent {
  return {
    phase,
    case: name,
    step: step.name,
    ...(step.mutation === undefined ? {} : { mutation: step.mutation }),
    ...(partner === undefined ? {} : togetherWith(step, partner)),
  };
}

/** The step that is sent later names the one before it. */
function togetherWith(step: Step, partner: Step): Pick<Intent, 'overlaps' | 'beside'> {
  const isBeside = step.beside === partner.name || partner.beside === step.name;
  return isBeside ? { beside: partner.name } : { overlaps: partner.name };
}

function teamOf({ team }: Step, { target: { people }, seed, testCase }: CallContext): string | undefined {
  if (team === 'other') return people.otherTeamId;
  return team === 'madeUp' ? seededGuid(seed, testCase.name, 'team') : people.teamId;
}

function headersOf(step: Step, text: string | undefined, requestId: string): Record<string, string> {
  const headers: Record<string, string | null> = {
    ...(text === undefined ? {} : bodyHeaders(step.clothes)),
    'client-request-id': requestId,
    ...step.headers,
  };
  return Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== null));
}

function bodyOf(step: Step, { testCase: { steps }, shown, target }: CallContext): Step['body'] {
  if (step.edit !== undefined) return editedCard(shown, step.edit, target.people);
  const control = step.mutation === undefined ? undefined : steps.find(({ name }) => name === step.mutation?.controlOf);
  if (step.change === undefined || control?.body === undefined) return namingUser(step, step.body, target);
  return applyChange(namingUser(step, control.body, target) ?? control.body, step.change);
}

/** An application has no time card of its own: alone, it clocks in the user whom the caller would be. */
function namingUser(
  { operation, actor = 'caller' }: Step,
  body: Step['body'],
  { actors, people }: CallContext['target'],
): Step['body'] {
  const isNamed = operation !== 'clockIn' || actor !== 'caller' || actors.has('caller');
  if (isNamed || !isJsonObject(body ?? null)) return body;
  return { onBehalfOfUserId: people.callerId, ...(body as JsonObject) };
}
