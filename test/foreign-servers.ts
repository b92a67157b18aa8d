import { createServer } from 'node:http';
import { documentedExample, examples, type Example } from '../specs/examples/index.ts';
import type { Json } from '../traffic/json.ts';

/** What reaches a server that knows nothing of time clocks. */
export interface StrangeRequest {
  readonly method: string;
  readonly path: string;
  readonly text: string;
  readonly authorized: boolean;
}

export interface StrangeAnswer {
  readonly status: number;
  /** A text goes out as it is, anything else as JSON; no body without it. */
  readonly body?: Json;
}

export type Habit = (request: StrangeRequest) => StrangeAnswer;

/** What the documents print as the answer; always the same card. */
function printed(name: string): StrangeAnswer {
  return answerIn(documentedExample(name));
}

function answerIn({ status = 200, body }: Example): StrangeAnswer {
  return { status, ...(body === undefined ? {} : { body }) };
}

/** Every answer with content that the documents print, for servers that give it to everything. */
export const printedAnswers: readonly (readonly [name: string, answer: StrangeAnswer])[] = examples
  .filter(({ kind, version, body }) => kind !== 'request' && version !== 'beta' && body !== undefined)
  .map((example) => [example.name, answerIn(example)] as const);

/** Answers each operation with the page's example, as Prism, Mockoon and Scalar do: no state, and other ids in each. */
const cannedExamples: Habit = ({ method, path }) => {
  if (path.endsWith('/clockIn')) return printed('clockin1_res');
  if (path.endsWith('/timeCards')) return printed(method === 'POST' ? 'create_res' : 'list_res');
  return method === 'GET' ? printed('get_res') : { status: 204 };
};

/** Keeps what it is given under a number, as json-server does: no time clock, no error object, a bare list. */
function crud(): Habit {
  const rows = new Map<string, Json>();
  return ({ method, path, text }) => {
    const id = /\/timeCards\/([^/]+)$/.exec(path)?.[1];
    if (id === undefined && path.endsWith('/timeCards')) {
      if (method === 'GET') return { status: 200, body: [...rows.values()] };
      const row = { ...(JSON.parse(text) as object), id: rows.size + 1 };
      rows.set(String(row.id), row);
      return { status: 201, body: row };
    }
    const row = rows.get(id ?? '');
    if (row === undefined || method === 'POST') return { status: 404, body: {} };
    return { status: 200, body: row };
  };
}

const sameCard: Habit = ({ method, path }) =>
  path.endsWith('/timeCards') && method === 'GET'
    ? { status: 200, body: { value: [documentedExample('clockin1_res').body ?? null] } }
    : { ...printed('clockin1_res'), status: method === 'GET' ? 200 : 201 };

const echo: Habit = ({ method, text }) =>
  text === '' ? { status: 200, body: { method } } : { status: 200, body: text };

/** A stub whose POST makes cards, each with an id of its own, and which keeps none of them. */
function forgetful(): Habit {
  let made = 0;
  return ({ method, path }) => {
    if (method === 'GET' && path.endsWith('/timeCards')) return { status: 200, body: { value: [] } };
    const isNew = method === 'POST' && /\/(timeCards|clockIn)$/.test(path);
    return isNew ? { status: 201, body: newCard((made += 1)) } : { status: 404, body: {} };
  };
}

/** Makes up a card for every answer, as mocks do that know the shapes only. */
function madeUp(): Habit {
  let made = 0;
  return ({ method, path }) => {
    const card = newCard((made += 1));
    if (method === 'GET') return { status: 200, body: path.endsWith('/timeCards') ? { value: [card] } : card };
    return /\/(timeCards|clockIn)$/.test(path) ? { status: 201, body: card } : { status: 204 };
  };
}

function newCard(number: number): Json {
  const { body } = documentedExample('clockin1_res');
  const id = `TCK_00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { ...(typeof body === 'object' ? body : {}), id };
}

/** Servers as they turn up behind a wrong URL or as a first attempt at a mock. Each is new with every call. */
export const foreignServers = {
  'the printed example for each operation': () => cannedExamples,
  'a store of JSON that is no time clock': crud,
  'always the same card': () => sameCard,
  'an empty list, and the canned card for any POST': () => (request: StrangeRequest) =>
    request.method === 'GET' ? { status: 200, body: { value: [] } } : printed('clockin1_res'),
  'an echo': () => echo,
  'always 200 {}': () => () => ({ status: 200, body: {} }),
  'always 201': () => () => ({ status: 201 }),
  'always 201 with the printed card': () => () => printed('clockin1_res'),
  'always 204': () => () => ({ status: 204 }),
  'always 400': () => () => ({ status: 400, body: 'no' }),
  'always 401': () => () => ({ status: 401 }),
  'always 404': () => () => ({ status: 404, body: 'Not Found' }),
  'always 500': () => () => ({ status: 500, body: { error: { code: 'generalException', message: 'no' } } }),
  'a list, and 501 for all the rest': () => (request: StrangeRequest) =>
    request.method === 'GET' && request.path.endsWith('/timeCards') ? printed('list_res') : { status: 501, body: 'no' },
  'cards that nobody keeps': forgetful,
  'a card made up for every answer': madeUp,
  'a web page': () => () => ({ status: 200, body: '<!doctype html><title>Time clock</title>' }),
  '400 without a token, the printed examples with one': () => (request: StrangeRequest) =>
    request.authorized ? cannedExamples(request) : { status: 400, body: 'Authorization header is missing' },
} as const satisfies Record<string, () => Habit>;

export type ForeignServer = keyof typeof foreignServers;

/** Serves the habit on a free port of this machine. */
export async function serve(habit: Habit): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (text += chunk));
    request.on('end', () => {
      const [path = ''] = (request.url ?? '').split('?');
      const answer = answerOf(habit, {
        method: request.method ?? '',
        path,
        text,
        authorized: request.headers.authorization !== undefined,
      });
      const { body } = answer;
      response.writeHead(answer.status, typeof body === 'object' ? { 'Content-Type': 'application/json' } : {});
      response.end(body === undefined || typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A server that falls over says 500, as most frameworks do. */
function answerOf(habit: Habit, request: StrangeRequest): StrangeAnswer {
  try {
    return habit(request);
  } catch {
    return { status: 500, body: 'Internal Server Error' };
  }
}
