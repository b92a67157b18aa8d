import type { Case, Step } from '../case.ts';
import { signatures, unknownCards, varied, variations } from './access.ts';
import { defective, defectsOf, type RequestDefect } from './defective-requests.ts';
import { documentedBodies, type DocumentedBodies } from '../examples/documented-bodies.ts';
import { german } from './languages.ts';
import { read, remove } from '../lives/card-life.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';
import { withBreak } from './refusals.ts';

/**
 * What must be refused, once each and in few requests: a run that may send only a few hundred has then judged most of what
 * a whole run judges. The refusals phase does all of it thoroughly.
 */
export function refusalsInBrief(settings: PlanSettings): PhasePlan {
  const bodies = documentedBodies(settings.people);
  const cases = [unknownCards(bodies), cardsInBrief(settings, bodies), actionsInBrief(settings, bodies)];
  return { phase: 'refusals', kind: 'listed', cases };
}

/** Who may do what, in few requests. */
export function strangersInBrief(settings: PlanSettings): PhasePlan {
  return { phase: 'refusals', kind: 'listed', cases: [strangers(settings, documentedBodies(settings.people))] };
}

/** The list and a card for every kind of caller, some writes for those who may only read, and a method that is not offered. */
function strangers(settings: PlanSettings, { create, replace }: DocumentedBodies): Case {
  const made: Step = { name: 'create', operation: 'create', makes: 'card', body: create };
  const list: Step = { name: 'list', operation: 'list' };
  const open: Step = { name: 'list the open', operation: 'list', query: "$filter=state%20eq%20'clockedIn'" };
  const get = read('get');
  const confirm: Step = { name: 'confirm', operation: 'confirm', card: 'card' };
  const edit: Step = { name: 'replace', operation: 'replace', card: 'card', body: replace };
  const removal: Step = { name: 'delete', operation: 'delete', card: 'card' };
  const who = variations(settings).filter(({ mutation }) => mutation.keyword !== 'added');
  const nobody = who.filter(({ mutation }) => mutation.keyword === 'removed');
  const readers = who.filter(({ mutation }) => mutation.keyword === 'readOnly');
  const forgers = signatures(settings);
  return {
    name: 'strangers in brief',
    phase: 'refusals',
    suites: ['protocol'],
    steps: [
      made,
      get,
      { ...list, walk: true },
      ...[...who, ...forgers.slice(0, 1)].map((variation) => varied({ ...list, headers: german }, variation)),
      ...forgers.slice(1).map((variation) => varied(get, variation)),
      ...nobody.flatMap((variation) => [
        varied(get, variation),
        { ...varied(get, variation), name: `get an unknown card ${variation.name}`, card: 'madeUp' },
      ]),
      ...readers.flatMap((variation) => [
        open,
        varied(open, variation),
        ...[confirm, edit, removal].map((step) => varied(step, variation)),
        { ...varied(made, variation), discard: true as const },
        { ...list, name: 'list again', walk: true as const },
      ]),
      ...forgers.slice(0, 1).map((variation) => varied(confirm, variation)),
      read('read again'),
      confirm,
      edit,
      {
        name: 'PUT on the collection',
        operation: 'list',
        method: 'PUT',
        text: JSON.stringify(create),
        headers: { 'Content-Type': 'application/json' },
        mutation: { pointer: 'method', keyword: 'PUT', controlOf: 'list' },
      },
      removal,
    ],
  };
}

/** The kinds of defects of which a document says that they are refused, each once. */
function telling(defects: readonly RequestDefect[]): readonly RequestDefect[] {
  const kinds = new Set<string>();
  return defects.filter(({ pointer, keyword }) => {
    const tells =
      (keyword === 'enum' && pointer.endsWith('/contentType')) ||
      (keyword === 'type' && pointer.endsWith('/isAtApprovedLocation')) ||
      keyword === 'required' ||
      keyword === 'malformed:json' ||
      keyword === 'unsupported';
    const kind = `${keyword} ${pointer.split('/').at(-1)}`;
    return tells && !kinds.has(kind) && kinds.add(kind).size > 0;
  });
}

/** A life in which each action is first sent with what must be refused. */
function actionsInBrief({ apiVersion }: PlanSettings, bodies: DocumentedBodies): Case {
  const clockIn: Step = { name: 'valid clockIn', operation: 'clockIn', makes: 'first', body: bodies.clockIn };
  // What concerns no action in particular is tried with clockIn only.
  const common = new Set(['malformed:json', 'unsupported']);
  const actions = (['startBreak', 'endBreak', 'clockOut'] as const).flatMap((operation): readonly Step[] => {
    const control: Step = { name: `valid ${operation}`, operation, card: 'card', body: bodies[operation] };
    const own = telling(defectsOf(apiVersion, operation, bodies[operation])).filter(
      ({ keyword }) => !common.has(keyword),
    );
    return [...own.map((defect) => defective(control, defect)), read(`read before ${operation}`), control];
  });
  return {
    name: 'actions in brief',
    phase: 'refusals',
    suites: ['clockIn', 'breaks', 'clockOut', 'protocol'],
    steps: [
      clockIn,
      remove('first'),
      ...telling(defectsOf(apiVersion, 'clockIn', bodies.clockIn)).map((defect) => ({
        ...defective(clockIn, defect),
        discard: true as const,
      })),
      { ...clockIn, name: 'clock in', makes: 'card' },
      read('read'),
      ...actions,
    ],
  };
}

/** The same for what takes a whole card. */
function cardsInBrief({ apiVersion }: PlanSettings, bodies: DocumentedBodies): Case {
  const create: Step = { name: 'valid create', operation: 'create', makes: 'first', body: withBreak(bodies.create) };
  const replace: Step = { name: 'valid replace', operation: 'replace', card: 'card', body: withBreak(bodies.replace) };
  const of = (step: Step, operation: 'create' | 'replace', body: DocumentedBodies['create']) =>
    telling(defectsOf(apiVersion, operation, withBreak(body))).map((defect) => defective(step, defect));
  return {
    name: 'whole cards in brief',
    phase: 'refusals',
    suites: ['create', 'replace', 'protocol'],
    steps: [
      create,
      remove('first'),
      { name: 'list before', operation: 'list', walk: true },
      ...of(create, 'create', bodies.create).map((step) => ({
        ...step,
        headers: { ...step.headers, ...german },
        discard: true as const,
      })),
      { name: 'list after', operation: 'list', walk: true },
      { ...create, name: 'create', makes: 'card' },
      read('read'),
      ...of(replace, 'replace', bodies.replace),
      read('read again'),
      replace,
    ],
  };
}
