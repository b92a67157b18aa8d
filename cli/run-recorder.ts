import type { RunConfiguration } from '../engine/configuration.ts';
import type { RunEnd } from '../engine/event.ts';
import { exitCode } from '../results/exit-code.ts';
import { openResultStream, type ResultStream } from '../results/stream.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { CrashMessage, RunMessage, TargetMessage } from '../suites/channel.ts';
import type { RunHeader } from '../results/line.ts';
import { variableOf } from './settings.ts';
import { suiteVersion } from './suite-version.ts';

/** Turns what the suites report into the result stream, line by line as it comes. */
export class RunRecorder {
  readonly path: string;
  readonly #stream: ResultStream;
  readonly #configuration: RunConfiguration;
  readonly #startedAt = new Date();
  crash: CrashMessage | undefined;
  obstacle: string | undefined;
  complete = false;

  constructor(path: string, configuration: RunConfiguration) {
    this.path = path;
    this.#configuration = configuration;
    this.#stream = openResultStream(path);
  }

  receive(message: RunMessage): void {
    switch (message.kind) {
      case 'target':
        return this.#header(message);
      case 'finding':
        return this.#stream.write({ kind: 'finding', finding: message.finding });
      case 'end':
        return this.#end(message.end);
      case 'obstacle':
        this.obstacle = message.sentence;
        return undefined;
      case 'crash':
        this.crash = message;
        return undefined;
      case 'phase':
      case 'case':
      case 'shrinking':
        return undefined;
    }
  }

  close(): void {
    this.#stream.close();
  }

  #header({ target, teamId, userId, actors }: TargetMessage): void {
    const { apiVersion, seed, numRuns, suites, requirements = [], strict } = this.#configuration;
    this.#stream.write({
      kind: 'header',
      format: 1,
      suiteVersion,
      target,
      apiVersion,
      teamId,
      userId,
      ...idsOf(this.#configuration, target),
      seed,
      numRuns,
      suites,
      requirements,
      actors,
      strict,
      startedAt: this.#startedAt.toISOString(),
    });
  }

  #end({
    verdicts,
    observations,
    stopped,
    interrupted,
    requests,
    longestLag,
    leftBehind,
    notOffered,
    causes,
  }: RunEnd): void {
    for (const row of observations) this.#stream.write({ kind: 'observation', ...row });
    for (const verdict of verdicts) this.#stream.write({ kind: 'verdict', verdict });
    const verdict = targetVerdict(verdicts, { strict: this.#configuration.strict, stopped });
    this.#stream.write({
      kind: 'footer',
      verdict,
      exitCode: exitCode({ verdict, interrupted }),
      ...(stopped === undefined ? {} : { stopped }),
      requests,
      longestLag,
      leftBehind,
      ...(notOffered.length === 0 ? {} : { notOffered }),
      ...(causes.length === 0 ? {} : { causes }),
      durationMs: Date.now() - this.#startedAt.getTime(),
    });
    this.complete = true;
  }
}

const idNames = ['userId', 'onBehalfOfUserId', 'otherTeamId'] as const;

/** The ids that no variable holds: a command that makes a case again has to say them. */
function idsOf(configuration: RunConfiguration, target: RunHeader['target']): Pick<RunHeader, 'ids'> {
  // A recording holds pseudonyms, and so do the results of the run that made it.
  if (configuration.record !== undefined || target.kind === 'recording') return {};
  const said = idNames.flatMap((name) => {
    const { [name]: id } = configuration;
    return id === undefined || process.env[variableOf(name)] === id ? [] : [[name, id] as const];
  });
  return said.length === 0 ? {} : { ids: Object.fromEntries(said) };
}
