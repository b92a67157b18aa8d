import fc from 'fast-check';
import { breakRequest, clockInRequest, createRequest, replaceRequest } from '../../../arbitraries/requests.ts';
import { allowed } from '../../../model/time-clock.ts';
import {
  after,
  openCardOf,
  people as persons,
  presentCards,
  type ModelCard,
  type Move,
  type Person,
  type World,
} from '../../../model/world.ts';
import { stateOfBody } from '../../../traffic/state-of-body.ts';
import type { Json, JsonObject } from '../../../traffic/json.ts';
import type { Case, Step } from '../case.ts';
import { edits, listings, possibleCommands, type Plan } from './life-cycle-moves.ts';
import { inOutfit, outfits } from '../outfits.ts';
import type { PhasePlan, PlanSettings } from '../phase-plan.ts';

/** Moves of one life cycle: enough for several breaks, an edit after the clock-out, and what comes after that. */
const fewestMoves = 5;
const mostMoves = 18;

/** A life cycle takes many requests, and most of what it shows a directed life has shown: there is one for so many random cases. */
const randomCasesPerLifeCycle = 10;

/**
 * Several cards of two users, moved about at random through all operations. The model says what is possible next and how
 * likely it should be, so that deep paths are common; what the server makes of it, the checks learn from the reads.
 */
export function lifeCyclePhase(settings: PlanSettings): PhasePlan {
  return {
    phase: 'lifeCycle',
    kind: 'generated',
    arbitrary: new LifeCycleArbitrary(settings),
    numRuns: Math.ceil(settings.numRuns / randomCasesPerLifeCycle),
  };
}

/** Draws move after move. Cases are shrunk as data, by leaving out steps, and so need no shrinking of their own here. */
class LifeCycleArbitrary extends fc.Arbitrary<Case> {
  readonly #settings: PlanSettings;

  constructor(settings: PlanSettings) {
    super();
    this.#settings = settings;
  }

  override generate(random: fc.Random): fc.Value<Case> {
    const drawing = new Drawing(this.#settings, random);
    for (let left = random.nextInt(fewestMoves, mostMoves); left > 0; left -= 1) drawing.move();
    return new fc.Value(drawing.finished(), undefined);
  }

  override canShrinkWithoutContext(_value: unknown): _value is Case {
    return false;
  }

  override shrink(): fc.Stream<fc.Value<Case>> {
    return fc.Stream.nil();
  }
}

/** One life cycle while it is drawn. */
class Drawing {
  readonly #settings: PlanSettings;
  readonly #random: fc.Random;
  readonly #steps: Step[] = [];
  #world: World = [];

  constructor(settings: PlanSettings, random: fc.Random) {
    this.#settings = settings;
    this.#random = random;
  }

  move(): void {
    const plans = possibleCommands(this.#world, this.#persons());
    const total = plans.reduce((sum, { weight }) => sum + weight, 0);
    let roll = this.#random.nextInt(0, total - 1);
    const plan = plans.find(({ weight }) => (roll -= weight) < 0);
    if (plan !== undefined) this.#perform(plan);
  }

  /** In the end everything that is left is looked at once more, one by one and in the list. */
  finished(): Case {
    const looks = presentCards(this.#world).map(({ handle }): Step => ({
      name: `see ${handle}`,
      operation: 'get',
      card: handle,
    }));
    return {
      name: 'a random life cycle',
      phase: 'lifeCycle',
      suites: ['clockIn', 'clockOut', 'breaks', 'confirm', 'replace', 'create', 'reading', 'isolation', 'shapes'],
      steps: [...this.#steps, ...looks, { name: 'see all', operation: 'list', walk: true }],
    };
  }

  #persons(): readonly Person[] {
    return this.#settings.capabilities.has('onBehalfOfUser') ? persons : persons.slice(0, 1);
  }

  #perform({ kind, handle: chosen, owner: chosenOwner }: Plan): void {
    const number = this.#steps.length + 1;
    if (kind === 'list') {
      this.#steps.push({ name: `${number} list`, operation: 'list', walk: true, ...this.#anyOf(listings) });
      return;
    }
    const handle = chosen ?? `card ${this.#world.length + 1}`;
    const owner = chosenOwner ?? this.#cardOf(handle)?.owner ?? 'caller';
    const actor = this.#actorFor(owner, kind, chosen);
    const makes = kind === 'clockIn' || kind === 'create';
    const body = this.#bodyOf(kind, owner, actor);
    const step: Step = {
      name: `${number} ${kind} ${handle}`,
      operation: kind === 'edit' ? 'replace' : kind,
      ...(makes ? { makes: handle } : { card: handle }),
      ...(body === undefined ? {} : { body }),
      ...(kind === 'edit' ? { edit: this.#anyOf(edits) } : {}),
      ...(actor === 'caller' ? {} : { actor }),
    };
    this.#steps.push(inOutfit(step, this.#random.nextInt(0, outfits - 1)));
    if (kind !== 'get') this.#steps.push({ name: `${number} read ${handle}`, operation: 'get', card: handle });
    this.#world = after(this.#world, moveOf(kind, handle, owner, body));
  }

  /**
   * A colleague's card is moved by its owner as often as by the caller, where there is a token for that and the documents say
   * what comes of it.
   */
  #actorFor(owner: Person, kind: Plan['kind'], handle: string | undefined): 'caller' | 'secondUser' {
    const mayCall = owner === 'colleague' && this.#settings.actors.has('secondUser');
    const isTold =
      kind === 'clockIn' ? openCardOf(this.#world, owner) === undefined : isInTurn(kind, this.#cardOf(handle));
    return mayCall && isTold && this.#random.nextInt(0, 1) === 0 ? 'secondUser' : 'caller';
  }

  #cardOf(handle: string | undefined): ModelCard | undefined {
    return this.#world.find((card) => card.handle === handle);
  }

  #anyOf<T>(all: readonly T[]): T {
    const chosen = all[this.#random.nextInt(0, all.length - 1)];
    if (chosen === undefined) throw new Error('there is nothing to choose from');
    return chosen;
  }

  #bodyOf(kind: Exclude<Plan['kind'], 'list'>, owner: Person, actor: 'caller' | 'secondUser'): JsonObject | undefined {
    const { apiVersion: version, people } = this.#settings;
    const { callerId, onBehalfOfUserId = callerId } = people;
    const userId = owner === 'caller' ? callerId : onBehalfOfUserId;
    const clocksInOneself = owner === 'caller' || actor === 'secondUser';
    switch (kind) {
      case 'clockIn':
        return this.#draw(clockInRequest(clocksInOneself ? { version } : { version, onBehalfOfUserId }));
      case 'create':
        return this.#draw(createRequest({ version, userId }));
      case 'replace':
        return this.#draw(replaceRequest({ version, userId }));
      case 'startBreak':
      case 'endBreak':
      case 'clockOut':
        return this.#draw(breakRequest(version));
      case 'edit':
      case 'confirm':
      case 'delete':
      case 'get':
        return undefined;
    }
  }

  #draw<T extends Json>(arbitrary: fc.Arbitrary<T>): T {
    return arbitrary.generate(this.#random, undefined).value;
  }
}

/** A step whose effect on a card in that state is documented. */
function isInTurn(kind: Exclude<Plan['kind'], 'clockIn'>, card: ModelCard | undefined): boolean {
  const isStep = kind === 'startBreak' || kind === 'endBreak' || kind === 'clockOut' || kind === 'confirm';
  return !isStep || (card !== undefined && allowed(card.state, kind).kind === 'succeeds');
}

function moveOf(
  kind: Exclude<Plan['kind'], 'list'>,
  handle: string,
  owner: Person,
  body: JsonObject | undefined,
): Move {
  switch (kind) {
    case 'clockIn':
      return { kind, handle, owner, state: 'clockedIn' };
    case 'create':
      return { kind, handle, owner, state: stateOfBody(body ?? {}) };
    case 'replace': {
      const breaks = Array.isArray(body?.['breaks']) ? body['breaks'].length : 0;
      return { kind, handle, state: stateOfBody(body ?? {}), breaks };
    }
    default:
      return { kind, handle };
  }
}
