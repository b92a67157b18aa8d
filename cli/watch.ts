import type { Served } from '../reference/server.ts';
import { originOf, type Host } from '../clients/scene.ts';
import { WatchedProgram } from '../clients/watch/watched-program.ts';
import type { ClientReporting } from './client-settings.ts';
import { writeOutcome } from './client-report.ts';
import type { RequirementId } from '../specs/requirements/index.ts';
import type { ExitCode } from './exit-codes.ts';
import { suiteVersion } from './suite-version.ts';

export interface WatchSettings {
  readonly chosen: ReadonlySet<RequirementId> | undefined;
  readonly strict: boolean;
  readonly reporting: ClientReporting;
}

/** Judges whoever calls the reference server, and reports it at the end. */
export class Watch {
  readonly #program: WatchedProgram;
  readonly #told: WatchSettings;
  readonly #startedAt = Date.now();
  readonly #host: Host;

  constructor(host: Host, told: WatchSettings) {
    this.#host = host;
    this.#program = new WatchedProgram(host);
    this.#told = told;
  }

  see({ request, body, reply, arrivedAt }: Served): void {
    const { status, headers, content } = reply;
    const text = content.kind === 'json' ? JSON.stringify(content.value) : content.kind === 'text' ? content.text : '';
    const type = content.kind === 'json' ? [['content-type', 'application/json'] as const] : [];
    this.#program.add({
      request,
      body,
      arrivedAt,
      answer: { status, headers: [...type, ...Object.entries(headers)], text },
    });
  }

  /** Writes and prints the reports, and gives the exit code. */
  report(teamId: string): ExitCode {
    const { chosen, strict, reporting } = this.#told;
    const judged = this.#program.judge(chosen);
    return writeOutcome(
      {
        suiteVersion,
        client: { name: 'the program that called', version: '', language: '', host: 'watched' },
        baseUrl: originOf[this.#host],
        teamId,
        apiVersion: 'v1.0',
        seed: 0,
        requirements: [...(chosen ?? [])],
        strict,
        startedAt: this.#startedAt,
        durationMs: Date.now() - this.#startedAt,
        ...judged,
        expected: new Map(),
      },
      reporting,
    );
  }
}
