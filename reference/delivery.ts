import type { ServerResponse } from 'node:http';
import type { Written } from './written.ts';

/** Sends an answer over node:http. */
export function deliver(response: ServerResponse, { status, headers, body }: Written): void {
  response.sendDate = false;
  if (body.kind === 'none') response.writeHead(status, headers).end();
  else if (status === 204 && body.text !== '') writeByHand(response, status, headers, body.text);
  else {
    response.writeHead(status, headers);
    if (!body.inPieces) return void response.end(body.bytes);
    for (let start = 0; start < body.bytes.length; start += 31) response.write(body.bytes.subarray(start, start + 31));
    response.end();
  }
}

/** node:http rightly withholds the body of a 204; a server that sends one is imitated by a fault. */
function writeByHand(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  text: string,
): void {
  const lines = Object.entries({ ...headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}`);
  response.socket?.end(`HTTP/1.1 ${status} No Content\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}
