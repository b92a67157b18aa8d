import type { Transmission } from '../transmission.ts';
import type { Wire, WireAnswer, WireOutcome, WireRequest } from '../wire.ts';
import type { Interaction } from './format.ts';
import type { RecordedTime } from './recorded-time.ts';
import type { Tape } from './tape.ts';

type Nock = typeof import('nock');

/** nock matches by method; the answer to all of them is one function, so that a long recording costs no more per request. */
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers from a recording through nock: every request goes its whole way through node:http, and none gets out. */
export class NockPlayer implements Wire {
  readonly #nock: Nock;
  readonly #transmission: Transmission;
  readonly #tape: Tape;
  readonly #time: RecordedTime;
  /** What is about to arrive at the interceptor, by what it sees of a request. */
  readonly #expected = new Map<string, Interaction[]>();

  constructor(nock: Nock, transmission: Transmission, tape: Tape, time: RecordedTime) {
    this.#nock = nock;
    this.#transmission = transmission;
    this.#tape = tape;
    this.#time = time;
    if (!nock.isActive()) nock.activate();
    nock.disableNetConnect();
    this.#intercept();
  }

  async send(request: WireRequest): Promise<WireAnswer> {
    const interaction = this.#tape.take(request);
    const { outcome, startedAt, endedAt, ownership, asides } = interaction;
    const answer = isServable(outcome) ? await this.#time.during(() => this.#through(request, interaction)) : outcome;
    await this.#time.arrival(interaction);
    return {
      ...answer,
      times: { startedAt, endedAt },
      ...(ownership === undefined ? {} : { ownership }),
      ...(asides === undefined ? {} : { asides }),
    };
  }

  hurry(): void {
    // A recording is not waited for.
  }

  close(): void {
    this.#transmission.close();
    this.#nock.cleanAll();
    this.#nock.restore();
    this.#nock.enableNetConnect();
  }

  async #through(request: WireRequest, interaction: Interaction): Promise<WireOutcome> {
    const path = request.url.slice(new URL(request.url).origin.length);
    const key = keyOf(request.method, path, request.text ?? '');
    this.#expected.set(key, [...(this.#expected.get(key) ?? []), interaction]);
    const outcome = await this.#transmission.send(request);
    // nock can break a connection off, but not as each of the faults does that were seen.
    return interaction.outcome.kind === 'transport' ? interaction.outcome : outcome;
  }

  #intercept(): void {
    const scope = this.#nock(/.*/).persist();
    // Told that a body is JSON, nock parses it before it asks us, and ends the process where it cannot.
    scope.on('request', (request: { headers: Record<string, unknown> }) => {
      request.headers = { ...request.headers, 'content-type': 'application/octet-stream' };
    });
    // Asynchronous: what is thrown at once, nock lets through to the process.
    const serve = async (method: string, path: string, body: string): Promise<NockReply> => {
      const key = keyOf(method, path, body);
      const [interaction, ...others] = this.#expected.get(key) ?? [];
      if (others.length === 0) this.#expected.delete(key);
      else this.#expected.set(key, others);
      const outcome = interaction?.outcome;
      if (outcome?.kind === 'response') return [outcome.status, outcome.text, outcome.headers.flat()];
      throw Object.assign(new Error('the recording has no answer here'), { code: 'ECONNRESET' });
    };
    for (const method of methods) {
      scope
        .intercept(() => true, method)
        .reply((path, body) => serve(method, path, typeof body === 'string' ? body : ''));
    }
  }
}

type NockReply = readonly [status: number, body: string, headers: readonly string[]];

function keyOf(method: string, path: string, body: string): string {
  // nock hands the path on as URL writes it, with ' as %27; and what no UTF-8 can hold arrives as something else.
  const { pathname, search } = new URL(path, 'http://recording');
  return `${method} ${pathname}${search}\n${Buffer.from(body).toString('utf8')}`;
}

/** What nock makes of an answer goes through the Response of fetch, which takes no other status, and no body with some. */
function isServable(outcome: WireOutcome): boolean {
  if (outcome.kind === 'transport') return true;
  const { status, text } = outcome;
  return status >= 200 && status <= 599 && (text === '' || ![204, 205, 304].includes(status));
}
