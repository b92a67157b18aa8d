import type { CheckedCapture } from '../engine/captured/check-capture.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import { catalogueHash } from '../results/catalogue-hash.ts';
import { exitCode } from '../results/exit-code.ts';
import { gateVerdict } from '../results/gate-verdict.ts';
import { observationLine } from '../results/observation-line.ts';
import { openResultStream, type ResultStream } from '../results/stream.ts';
import { targetVerdict } from '../results/target-verdict.ts';
import type { Redaction } from '../targets/redaction.ts';
import type { BaselineGate } from './baseline-gate.ts';
import { suiteVersion } from './suite-version.ts';
import { unwritable } from './unwritable.ts';

export interface CaptureResultsSettings {
  readonly strict: boolean;
  readonly requirements: readonly RequirementId[];
  /** Nothing is written that it takes out. */
  readonly redaction: Redaction;
  /** The failures that are known. */
  readonly gate?: BaselineGate | undefined;
}

type Lines = Pick<ResultStream, 'write'>;

/** Writes what a capture showed as a result stream, like that of a run. */
export class CaptureResults {
  readonly #path: string;
  readonly #settings: CaptureResultsSettings;
  readonly #startedAt = Date.now();

  constructor(path: string, settings: CaptureResultsSettings) {
    this.#path = path;
    this.#settings = settings;
  }

  write(checked: CheckedCapture): void {
    const opened = this.#open();
    try {
      this.tell(checked, opened);
    } catch (error) {
      throw unwritable(`The results ${this.#path}`, error);
    } finally {
      opened.close();
    }
  }

  /** Tells the lines of the stream, in order, without what the redaction takes out. */
  tell(checked: CheckedCapture, receiver: Lines): void {
    const stream: Lines = { write: (line) => receiver.write(this.#settings.redaction.value(line)) };
    this.#header(stream, checked);
    for (const finding of checked.findings) stream.write({ kind: 'finding', finding });
    for (const row of checked.observations) stream.write(observationLine(row));
    for (const row of checked.unseen) stream.write({ kind: 'unseen', ...row });
    for (const row of checked.answers) stream.write({ kind: 'answers', ...row });
    for (const verdict of checked.verdicts) stream.write({ kind: 'verdict', verdict });
    this.#footer(stream, checked);
  }

  #open(): ResultStream {
    try {
      return openResultStream(this.#path);
    } catch (error) {
      throw unwritable(`The results ${this.#path}`, error);
    }
  }

  #header(stream: Lines, { baseUrl, apiVersion, context, summary, exchanges }: CheckedCapture): void {
    const { strict, requirements } = this.#settings;
    const actors = new Set(exchanges.map(({ actor }) => actor));
    stream.write({
      kind: 'header',
      format: 1,
      suiteVersion,
      catalogue: catalogueHash(),
      target: { kind: 'capture', baseUrl },
      capture: summary,
      apiVersion,
      teamId: context.teamId,
      userId: context.callerId,
      seed: 0,
      numRuns: 0,
      suites: [],
      requirements,
      actors: [...actors].filter((actor) => actor !== 'unknown' && actor !== 'nobody'),
      strict,
      startedAt: new Date(this.#startedAt).toISOString(),
    });
  }

  #footer(stream: Lines, { verdicts, findings, exchanges, causes }: CheckedCapture): void {
    const { strict, gate } = this.#settings;
    const today = new Date(this.#startedAt).toISOString().slice(0, 10);
    const baseline = gate?.hold({ verdicts, findings, strict, today, isPartial: false });
    const throttled = exchanges.filter(
      ({ outcome }) => outcome.kind === 'response' && (outcome.status === 429 || outcome.status === 503),
    );
    stream.write({
      kind: 'footer',
      verdict: targetVerdict(verdicts, { strict }),
      exitCode: exitCode({ verdict: gateVerdict(verdicts, { strict }, baseline) }),
      ...(baseline === undefined ? {} : { baseline }),
      requests: { sent: exchanges.length, throttled: throttled.length, shrinking: 0, cleanUp: 0 },
      longestLag: 0,
      leftBehind: [],
      ...(causes.length === 0 ? {} : { causes }),
      durationMs: Date.now() - this.#startedAt,
    });
  }
}
