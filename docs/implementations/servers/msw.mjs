// Serves the handlers that @mswjs/source generates from an OpenAPI document: node msw.mjs DOCUMENT PORT
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fromOpenApi } from '@mswjs/source/open-api';
import { getResponse } from 'msw';

const [, , path, port] = process.argv;
const origin = `http://127.0.0.1:${port}`;
const handlers = await fromOpenApi({ ...JSON.parse(readFileSync(path, 'utf8')), servers: [{ url: origin }] });

createServer(async (incoming, outgoing) => {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const { method, headers, url } = incoming;
  const body = method === 'GET' || chunks.length === 0 ? undefined : Buffer.concat(chunks);
  const response = await getResponse(handlers, new Request(`${origin}${url}`, { method, headers, body }));
  if (response === undefined) return outgoing.writeHead(404).end();
  outgoing.writeHead(response.status, [...response.headers].flat());
  return outgoing.end(Buffer.from(await response.arrayBuffer()));
}).listen(Number(port), '127.0.0.1');
