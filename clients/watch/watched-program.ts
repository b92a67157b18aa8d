import type { Headers } from '../../traffic/exchange.ts';
import type { RequirementId } from '../../specs/requirements/index.ts';
import type { Performance, Scene, SeenRequest } from '../scene.ts';
import { seen } from '../scripted/stage.ts';
import { clientFindings } from '../client-findings.ts';
import type { JudgedClient } from '../client-outcome.ts';
import { judgePerformance } from '../judge-performance.ts';
import { watchedChecks } from './watched-checks.ts';

/** What a request of node:http tells of itself. */
interface RequestLine {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly rawHeaders: readonly string[];
  readonly httpVersion: string;
  readonly socket: object;
}

/** A request that the reference server was sent, and its answer. */
export interface ServedRequest {
  readonly request: RequestLine;
  readonly body: Buffer;
  readonly arrivedAt: number;
  readonly answer: { readonly status: number; readonly headers: Headers; readonly text: string };
}

/** Beyond this, requests are counted and no longer kept. */
const mostKept = 50_000;

/** Keeps what a program sends, and judges it when it is over. */
export class WatchedProgram {
  readonly #requests: SeenRequest[] = [];
  readonly #connections = new WeakMap<object, number>();
  readonly #host: Scene['host'];
  #connected = 0;
  #all = 0;

  constructor(host: Scene['host']) {
    this.#host = host;
  }

  add({ request, body, arrivedAt, answer }: ServedRequest): void {
    this.#all += 1;
    if (this.#requests.length >= mostKept) return;
    const connection = this.#connections.get(request.socket) ?? (this.#connected += 1);
    this.#connections.set(request.socket, connection);
    const { method = '', url: target = '', rawHeaders, httpVersion } = request;
    const headers = rawHeaders.flatMap((name, index) =>
      index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
    );
    const received = { method, target, headers, raw: body, httpVersion, connection, arrivedAt };
    this.#requests.push(seen(received, target, answer, this.#requests.length + 1, 0));
  }

  /** What was seen, judged by all that requests alone show. */
  judge(chosen?: ReadonlySet<RequirementId>): JudgedClient & { readonly stopped?: string } {
    const scene: Scene = { case: 'watched', client: 1, host: this.#host, calls: [], requests: this.#requests };
    const performance: Performance = {
      library: { name: 'the program that called', version: '', language: '' },
      host: this.#host,
      seed: 0,
      echoes: new Map(),
      scenes: [scene],
    };
    const judged = judgePerformance(performance, chosen, { checks: watchedChecks, isWatched: true });
    return {
      ...judged,
      findings: clientFindings(judged.tallies, 0),
      requests: this.#all,
      throttled: this.#requests.filter(({ answer }) => answer.status === 429 || answer.status === 503).length,
      ...this.#whyStopped(),
    };
  }

  #whyStopped(): { readonly stopped?: string } {
    if (this.#all === 0) return { stopped: 'no request came; give the address to the program that is to be judged' };
    return this.#all > mostKept ? { stopped: `only the first ${mostKept} of ${this.#all} requests were judged` } : {};
  }
}
