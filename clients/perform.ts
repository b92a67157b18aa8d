import type { Driver } from './driving/driver.ts';
import { DriverFault } from './driving/driver.ts';
import { echoOf, echoPaths } from './echo-paths.ts';
import type { LibraryCall, CallAnswer, DriverOperation, LibraryName } from './protocol/messages.ts';
import type { Echo, Host, MadeCall, Performance, Scene, SeenRequest } from './scene.ts';
import { originOf } from './scene.ts';
import type { ClientCase, PlannedCall } from './scripted/client-case.ts';
import { Draw } from './scripted/draw.ts';
import type { Stage } from './scripted/stage.ts';
import { withOrigin } from './with-origin.ts';

export interface PerformSettings {
  readonly cases: readonly ClientCase[];
  readonly seed: number;
  readonly host: Host;
  /** The address at which the driver reaches the stage, without a slash at the end. */
  readonly address: string;
  /** Another name of the same machine and port. */
  readonly elsewhere: string;
  /** Told before each case. */
  readonly onCase?: (id: string, done: number, all: number) => void;
  /** Which cases to put it through once more, with a fresh client, after what was seen. */
  readonly again?: (seen: Performance) => readonly ClientCase[];
  /** Asked between cases: why to stop here, if there is a reason. */
  readonly stopped?: () => string | undefined;
}

/** Puts a library through the cases, one after the other, and keeps what was seen. A driver that fails ends it. */
export async function perform(driver: Driver, stage: Stage, settings: PerformSettings): Promise<Performance> {
  const run = new Running(driver, stage, settings);
  try {
    await run.all();
  } catch (error) {
    if (!(error instanceof DriverFault)) throw error;
    run.stopped = error.message;
  } finally {
    await driver.stop();
  }
  return run.performance();
}

const unknownLibrary: LibraryName = { name: 'unknown', version: 'unknown', language: 'unknown' };

class Running {
  stopped: string | undefined;
  readonly #driver: Driver;
  readonly #stage: Stage;
  readonly #settings: PerformSettings;
  readonly #echoes = new Map<string, Echo>();
  readonly #scenes: Scene[] = [];
  #library = unknownLibrary;
  #lastId = 0;

  constructor(driver: Driver, stage: Stage, settings: PerformSettings) {
    this.#driver = driver;
    this.#stage = stage;
    this.#settings = settings;
  }

  performance(): Performance {
    const { host, seed } = this.#settings;
    const stopped = this.stopped === undefined ? {} : { stopped: this.stopped };
    return { library: this.#library, host, seed, echoes: this.#echoes, scenes: this.#scenes, ...stopped };
  }

  async all(): Promise<void> {
    const { cases, onCase, again, stopped } = this.#settings;
    this.#library = (await this.#driver.start()).library;
    await this.#echo();
    for (const [index, one] of cases.entries()) {
      this.stopped = stopped?.();
      if (this.stopped !== undefined) return;
      onCase?.(one.id, index, cases.length);
      for (let client = 1; client <= (one.clients ?? 1); client += 1) await this.#play(one, client);
    }
    for (const one of again?.(this.performance()) ?? []) await this.#play(one, (one.clients ?? 1) + 1);
  }

  async #echo(): Promise<void> {
    for (const echo of echoPaths) {
      const body = { set: { [echo.path]: echo.value } };
      this.#echoes.set(echo.path, echoOf(echo, await this.#driver.ask(this.#call({ op: 'echo', body }, 'echo'))));
    }
  }

  async #play(one: ClientCase, client: number): Promise<void> {
    const { seed, address, elsewhere, host } = this.#settings;
    const name = `${one.id}-${client}`;
    const { calls, answers } = one.script(new Draw(seed, name));
    const path = `/${name}/v1.0/teams/${teamOf(seed)}/schedule/timeCards`;
    const act = this.#stage.set(name, answers({ timeCards: address + path, timeCardsElsewhere: elsewhere + path }));
    const made: MadeCall[] = [];
    try {
      for (const planned of calls) {
        act.call += 1;
        made.push(await this.#ask(planned, name, act.seen));
        if ('unsupported' in (made.at(-1)?.answer ?? {})) break;
      }
    } catch (error) {
      // A driver that dies is asked in vain from then on; in which case it died helps its author.
      if (error instanceof DriverFault)
        throw new DriverFault(error.message.replace(/(, asked for \w+)/, `$1 in the case ${one.id}`));
      throw error;
    } finally {
      this.#stage.take(name);
    }
    const scene = { case: one.id, client, host, calls: made, requests: act.seen };
    this.#scenes.push(withOrigin(scene, { address, elsewhere, name, origin: originOf[host] }));
  }

  async #ask(planned: PlannedCall, name: string, seen: readonly SeenRequest[]): Promise<MadeCall> {
    const before = seen.length;
    const call = this.#call(planned, name);
    const answer = await this.#driver.ask(call);
    if (!('unsupported' in answer) || planned.otherwise === undefined)
      return { call, answer: checked(answer, call, before, seen) };
    const other = this.#call({ ...planned, op: planned.otherwise }, name);
    const second = checked(await this.#driver.ask(other), other, before, seen);
    return 'unsupported' in second
      ? { call, answer }
      : { call: other, insteadOf: { op: planned.op, because: answer.unsupported }, answer: second };
  }

  #call({ otherwise: _, ...planned }: PlannedCall & { readonly op: DriverOperation }, name: string): LibraryCall {
    const { address, seed } = this.#settings;
    const where = { baseUrl: `${address}/${name}/v1.0`, token: tokenOf(seed), team: teamOf(seed) };
    return { cmd: 'call', id: (this.#lastId += 1), ...where, ...planned };
  }
}

/** That a library has no call is believed only of a driver that has not made it. */
function checked(answer: CallAnswer, { op }: LibraryCall, before: number, seen: readonly SeenRequest[]): CallAnswer {
  if ('unsupported' in answer && seen.length > before)
    throw new DriverFault(
      `The driver says that ${op} is unsupported (${answer.unsupported}), but a request had been sent.`,
    );
  return answer;
}

/** The team of a run; nothing about it is real. */
export function teamOf(seed: number): string {
  return new Draw(seed, 'team').guid();
}

/** A token that opens nothing. */
function tokenOf(seed: number): string {
  return `made-up-${new Draw(seed, 'token').guid()}`;
}
