// Writes a recording of ours as WireMock's own recorder writes one: node wiremock-mappings.mjs RECORDING FILE ORIGIN
// A request that was recorded several times is a scenario of that many states. Below those mappings lies one per operation,
// with the first success that was recorded, as a user adds by hand once a request differs from the recorded one.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [, , recording, file, origin] = process.argv;
const interactions = JSON.parse(readFileSync(recording, 'utf8')).filter(
  ({ exchange }) => exchange !== undefined && ['caller', 'nobody'].includes(exchange.asked?.actor),
);

/** WireMock sends its own. */
const ofTheConnection = new Set(['connection', 'content-length', 'transfer-encoding']);

/** The only tokens of a recording that are not placeholders are those that nobody may use. */
const refused = { or: [{ absent: true }, { equalTo: 'Bearer this-is-not-a-token' }] };

const isRefused = ({ status }) => status === 401;

function response({ status, rawHeaders, response: body }) {
  const headers = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    if (!ofTheConnection.has(rawHeaders[at].toLowerCase())) headers[rawHeaders[at]] = rawHeaders[at + 1];
  }
  return { status, headers, ...(typeof body === 'string' ? { body } : { jsonBody: body }) };
}

function request({ method, path, body, exchange }) {
  if (exchange.noBody === true || body === '') return { method, url: path };
  const pattern = typeof body === 'string' ? { equalTo: body } : { equalToJson: body };
  return { method, url: path, bodyPatterns: [pattern] };
}

function recorded() {
  const byRequest = new Map();
  for (const interaction of interactions.filter((one) => !isRefused(one))) {
    const key = JSON.stringify(request(interaction));
    byRequest.set(key, [...(byRequest.get(key) ?? []), interaction]);
  }
  return [...byRequest.values()].flatMap((same, number) =>
    same.map((one, index) => ({
      request: request(one),
      response: response(one),
      ...(same.length === 1
        ? {}
        : {
            scenarioName: `scenario-${number + 1}`,
            requiredScenarioState: index === 0 ? 'Started' : `scenario-${number + 1}-${index + 1}`,
            ...(index === same.length - 1 ? {} : { newScenarioState: `scenario-${number + 1}-${index + 2}` }),
          }),
    })),
  );
}

function byOperation() {
  const first = new Map();
  for (const one of interactions) {
    const { operation } = one.exchange.asked;
    if (one.status < 300 && !one.path.includes('?') && !first.has(operation)) first.set(operation, one);
  }
  return [...first.values()].map((one) => ({
    priority: 9,
    request: {
      method: one.method,
      urlPathPattern: one.path.replace(/TCK_[^/]+/, '[^/]+').replace(/teams\/[^/]+/, 'teams/[^/]+'),
    },
    response: response(one),
  }));
}

const unauthorized = interactions.find(isRefused);
const mappings = [
  {
    priority: 1,
    request: { urlPattern: '/.*', headers: { Authorization: refused } },
    response: response(unauthorized),
  },
  ...recorded(),
  ...byOperation(),
];
mkdirSync(dirname(file), { recursive: true });
// The link to a next page names the server that was recorded.
const recordedOrigin = interactions[0].scope;
writeFileSync(file, JSON.stringify({ mappings }, undefined, 2).replaceAll(recordedOrigin, origin));
