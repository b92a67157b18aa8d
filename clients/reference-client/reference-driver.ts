import type { Json, JsonObject } from '../../traffic/json.ts';
import { isJsonObject } from '../../traffic/json.ts';
import { operations } from '../../traffic/operation.ts';
import type { Driver } from '../driving/driver.ts';
import type { BodyToBuild, LibraryCall, CallAnswer, Hello } from '../protocol/messages.ts';
import { protocolVersion } from '../protocol/messages.ts';
import { ClientError, ReferenceClient } from './reference-client.ts';
import type { ClientSeams } from './seams.ts';
import { Transport } from './transport.ts';

export interface ReferenceDriverOptions {
  readonly seams?: ClientSeams;
  readonly ca?: string;
  readonly proxy?: string;
  readonly sleep?: (seconds: number) => Promise<void>;
  /** As the library presents itself. */
  readonly name?: string;
}

/** An object that the caller of the library holds: what it is now, and how it came. */
interface Kept {
  value: Json;
  readonly came?: Json;
  timesSent: number;
}

const inTime = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000);
  });

/** The reference client behind the protocol of drivers. */
export class ReferenceDriver implements Driver {
  readonly #options: ReferenceDriverOptions;
  readonly #seams: ClientSeams;
  readonly #kept = new Map<string, Kept>();
  #client: { readonly baseUrl: string; readonly client: ReferenceClient; readonly transport: Transport } | undefined;

  constructor(options: ReferenceDriverOptions = {}) {
    this.#options = options;
    this.#seams = options.seams ?? {};
  }

  start(): Promise<Hello> {
    const { name = 'reference client' } = this.#options;
    return Promise.resolve({
      version: protocolVersion,
      library: { name, version: '1', language: `Node ${process.version.slice(1)}` },
    });
  }

  async ask(call: LibraryCall): Promise<CallAnswer> {
    try {
      return await this.#answer(call);
    } catch (error) {
      if (error instanceof ClientError) return { id: call.id, error: error.details };
      if (!(error instanceof Error)) throw error;
      return { id: call.id, error: { type: error.constructor.name, message: error.message } };
    }
  }

  stop(): Promise<void> {
    this.#client?.transport.close();
    this.#client = undefined;
    return Promise.resolve();
  }

  async #answer(call: LibraryCall): Promise<CallAnswer> {
    const { id, op, card, body: toBuild, keep, keepBody, query } = call;
    if (op === 'update') return { id, unsupported: 'no page has PATCH for a time card' };
    if (op === 'confirmForUser') return { id, unsupported: 'not in v1.0' };
    const kept = toBuild === undefined ? undefined : this.#build(toBuild);
    if (op === 'echo') return { id, value: kept?.value ?? null };
    const body = kept === undefined ? undefined : this.#written(kept, call);
    if (keepBody !== undefined && kept !== undefined) this.#kept.set(keepBody, kept);
    if (kept !== undefined) kept.timesSent += 1;
    const client = this.#clientFor(call);
    const value =
      op === 'listAll'
        ? await client.listAll()
        : op === 'list'
          ? await client.list(query)
          : await client.perform(operationNamed(op), {
              ...(card === undefined ? {} : { card }),
              ...(body === undefined ? {} : { body }),
            });
    if (keep !== undefined) this.#kept.set(keep, { value: structuredClone(value), came: value, timesSent: 0 });
    return { id, value };
  }

  #build({ from, set }: BodyToBuild): Kept {
    const kept = from === undefined ? { value: {}, timesSent: 0 } : this.#kept.get(from);
    if (kept === undefined) throw new Error(`nothing was kept as ${from}`);
    if (!isJsonObject(kept.value)) throw new Error(`what was kept as ${from} is no object`);
    for (const [path, value] of Object.entries(set)) {
      const made = native(value);
      if (this.#seams.assign?.(kept.value, path, made, from !== undefined) !== true) assign(kept.value, path, made);
    }
    return kept;
  }

  #written(kept: Kept, { op, body }: LibraryCall): JsonObject | undefined {
    const object = isJsonObject(kept.value) ? kept.value : {};
    if (this.#seams.write === undefined) return object;
    return this.#seams.write(object, {
      op,
      isKept: kept.came !== undefined,
      timesSent: kept.timesSent,
      touched: Object.keys(body?.set ?? {}),
      ...(kept.came === undefined ? {} : { came: kept.came }),
    });
  }

  #clientFor({ baseUrl, token, team }: LibraryCall): ReferenceClient {
    if (this.#client?.baseUrl === baseUrl) return this.#client.client;
    this.#client?.transport.close();
    const { ca, proxy, sleep = inTime } = this.#options;
    const transport = new Transport({ ...(ca === undefined ? {} : { ca }), ...(proxy === undefined ? {} : { proxy }) });
    const client = new ReferenceClient({ baseUrl, token, team, transport, sleep, seams: this.#seams });
    this.#client = { baseUrl, client, transport };
    return client;
  }
}

function operationNamed(op: string): (typeof operations)[number] {
  const found = operations.find((one) => one === op);
  if (found === undefined) throw new Error(`there is no ${op}`);
  return found;
}

/** This client keeps times as the text that they are. */
function native(value: Json): Json {
  return isJsonObject(value) && typeof value['$time'] === 'string' ? value['$time'] : value;
}

/** Sets a member by its path, and makes what is on the way there. */
function assign(object: JsonObject, path: string, value: Json): void {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let inner: { [name: string]: Json } = object;
  for (const name of names) {
    const next = inner[name];
    const made = isJsonObject(next) ? next : {};
    inner[name] = made;
    inner = made;
  }
  inner[last] = value;
}
