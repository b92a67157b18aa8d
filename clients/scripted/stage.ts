import { headerValue } from '../../traffic/headers.ts';
import { readBody } from '../../targets/body.ts';
import { decodeBody, type ReceivedRequest } from '../../targets/listening/received-request.ts';
import type { ListenerAnswer } from '../../targets/listening/listener.ts';
import type { SeenRequest } from '../scene.ts';
import { empty } from './answers.ts';

/** One scripted service: what came to it, and what it still has to answer. */
class Act {
  readonly seen: SeenRequest[] = [];
  readonly #answers: readonly ListenerAnswer[];
  call = 0;

  constructor(answers: readonly ListenerAnswer[]) {
    this.#answers = answers;
  }

  answer(request: ReceivedRequest, target: string): ListenerAnswer {
    // What goes beyond the script is a finding of its own; no library repeats a request for a 501.
    const answer = this.#answers[this.seen.length] ?? empty(501);
    this.seen.push(seen(request, target, answer, this.seen.length + 1, this.call));
    return answer;
  }
}

/** Many scripted services behind one port, told apart by the first segment of the path, so that none knows of the others. */
export class Stage {
  readonly #acts = new Map<string, Act>();

  /** Puts up a service with these answers. What was there under this name is gone. */
  set(name: string, answers: readonly ListenerAnswer[]): Act {
    const act = new Act(answers);
    this.#acts.set(name, act);
    return act;
  }

  take(name: string): void {
    this.#acts.delete(name);
  }

  answer(request: ReceivedRequest): ListenerAnswer {
    const [, name = ''] = /^\/([^/?]*)/.exec(request.target) ?? [];
    const act = this.#acts.get(name);
    return act === undefined ? empty(404) : act.answer(request, request.target.slice(name.length + 1));
  }
}

export type { Act };

/** A request in the form that checks look at. */
export function seen(
  request: ReceivedRequest,
  target: string,
  { status, headers, text }: ListenerAnswer,
  sequence: number,
  call: number,
): SeenRequest {
  const type = headerValue(request.headers, 'content-type');
  const decoded = decodeBody(request.raw, headerValue(request.headers, 'content-encoding'));
  const body =
    decoded.kind === 'text'
      ? readBody(decoded.text, type)
      : ({ kind: 'other', text: request.raw.toString('utf8') } as const);
  return {
    sequence,
    call,
    method: request.method,
    target,
    host: headerValue(request.headers, 'host') ?? '',
    headers: request.headers,
    body,
    ...(decoded.kind === 'undecodable' ? { wronglyCoded: decoded.coding } : {}),
    httpVersion: request.httpVersion,
    connection: request.connection,
    arrivedAt: request.arrivedAt,
    answer: { status, headers, body: readBody(text, headerValue(headers, 'content-type')) },
  };
}
