import type { Fault } from '../../reference/fault.ts';
import { startReferenceServer, type ReferenceServer } from '../../reference/server.ts';
import type { TokenHolder } from '../../reference/tokens.ts';
import type { ApiVersion } from '../../traffic/operation.ts';

/** A request of a script that is played to every defect. */
export interface ScriptStep {
  readonly method: string;
  /** Below timeCards; `{n}` stands for the id of the n-th card that the script made, `{-1}` of the last. */
  readonly below: string;
  /** `{break}` stands for the id of the last break that was seen, `{first}` for that of the first card. */
  readonly body?: object | string;
  readonly holder?: TokenHolder | 'nobody';
  readonly team?: string;
  /** timeCards, where nothing else is said. */
  readonly collection?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends the token without the word Bearer. */
  readonly withoutScheme?: true;
  /** Sends the token without its signature. */
  readonly unsigned?: true;
  /** Sends the body in chunks, without its length. */
  readonly inChunks?: true;
  /** Percent-encodes the hyphens of the id in the path. */
  readonly encodedId?: true;
  /** Who asks for the pages behind the first, where that is somebody else. */
  readonly laterHolder?: 'nobody';
  /** What happens between the first page and the second. */
  readonly meanwhile?: ScriptStep;
}

/** What later steps may name. */
interface Met {
  readonly cards: string[];
  breakId: string;
}

/** Sends a script to a fresh server and tells all that a client can see, with ids named in the order of their appearance. */
export async function playedScript(
  script: readonly ScriptStep[],
  version: ApiVersion,
  fault?: Fault,
): Promise<readonly string[]> {
  let time = Date.parse('2025-01-07T21:35:36.311Z');
  const server = await startReferenceServer({ now: () => (time += 1000), ...(fault && { fault }) });
  try {
    const seen: string[] = [];
    const met: Met = { cards: [], breakId: 'none' };
    for (const step of script) seen.push(...(await perform(step, server, version, met)));
    return withNamedIds(seen, server);
  } finally {
    await server.close();
  }
}

/** One step, and for a list the pages behind the first. */
async function perform(
  step: ScriptStep,
  server: ReferenceServer,
  version: ApiVersion,
  met: Met,
): Promise<readonly string[]> {
  const below = step.below.replace(/\{(-?\d+)\}/, (_all, n: string) => met.cards.at(Number(n)) ?? 'none');
  const first = await send(
    `${server.url}/${version}/teams/${step.team ?? server.teamId}/schedule/${step.collection ?? 'timeCards'}${below}`,
    {
      ...step,
      ...(step.body !== undefined && {
        body: written(step.body)
          .replace('{break}', met.breakId)
          .replace('{first}', met.cards[0] ?? 'none'),
      }),
    },
    server,
  );
  met.breakId = first.breakId ?? met.breakId;
  const seen = [first.seen];
  if (step.method === 'POST' && first.status < 300 && first.status !== 204) met.cards.push(first.id);
  if (step.meanwhile !== undefined) seen.push(...(await perform(step.meanwhile, server, version, met)));
  for (let { next } = first; next !== undefined && seen.length < 30;) {
    const page = await send(next, { ...step, holder: step.laterHolder ?? step.holder ?? 'caller' }, server);
    seen.push(page.seen);
    next = page.next;
  }
  return seen;
}

async function send(url: string, step: ScriptStep, server: ReferenceServer) {
  const { method, body, holder = 'caller', headers, withoutScheme, unsigned, inChunks, encodedId } = step;
  const token = holder === 'nobody' ? '' : server.tokens[holder];
  const sent = body === undefined ? undefined : written(body);
  const response = await fetch(encodedId ? withEncodedId(url) : url, {
    method,
    headers: {
      'client-request-id': 'c1ie0000-0000-4000-8000-000000000000',
      ...(holder !== 'nobody' && {
        authorization: `${withoutScheme ? '' : 'Bearer '}${unsigned ? token.replace(/[^.]*$/, '') : token}`,
      }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(sent !== undefined && (inChunks ? { body: new Blob([sent]).stream(), duplex: 'half' } : { body: sent })),
  });
  const text = await response.text();
  const answer = [...response.headers].filter(([name]) => name !== 'date').map((header) => header.join(': '));
  const read = readCard(text);
  return { status: response.status, seen: [method, url, response.status, ...answer, text].join('\n'), ...read };
}

function written(body: object | string): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function withEncodedId(url: string): string {
  return url.replace(/(?<=\/timeCards\/)[^/?]+/i, (id) => id.replaceAll('-', '%2D'));
}

/** What later steps need of an answer that may be anything. */
function readCard(text: string) {
  const id = /"id":"(TCK_[^"]+)"/.exec(text)?.[1] ?? 'none';
  const next = /"@odata\.nextLink":"([^"]+)"/.exec(text)?.[1];
  const breakId = [...text.matchAll(/"breakId":"([^"]+)"/g)].at(-1)?.[1];
  return { id, next, breakId };
}

function withNamedIds(seen: readonly string[], server: ReferenceServer): readonly string[] {
  const names = new Map<string, string>();
  const name = (id: string) => names.get(id) ?? names.set(id, `id ${names.size}`).get(id) ?? id;
  const known = new Set(Object.values(server.users));
  return seen.map((text) =>
    text
      .replaceAll(server.url, '')
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => (known.has(id) ? id : name(id))),
  );
}
