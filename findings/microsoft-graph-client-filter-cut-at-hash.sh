#!/usr/bin/env bash
# @microsoft/microsoft-graph-client 3.0.7: filter() puts its text into the URL as it is, so that a # ends the query and a & begins
# another option.
# Seen: ?$filter=userId%20eq%20%27a for userId eq 'a#b'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @microsoft/microsoft-graph-client@3.0.7
cat >try.mjs <<'JAVASCRIPT'
import { createServer } from 'node:http';
import { once } from 'node:events';
import { Client } from '@microsoft/microsoft-graph-client';

const server = createServer((request, response) => {
  console.log(request.url);
  response.setHeader('Content-Type', 'application/json');
  response.end('{"value":[]}');
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const client = Client.init({
  baseUrl: `http://127.0.0.1:${server.address().port}/`,
  defaultVersion: 'v1.0',
  customHosts: new Set(['127.0.0.1']),
  authProvider: (done) => done(null, 'made-up'),
});
await client.api('/teams/t/schedule/timeCards').filter("userId eq 'a#b'").get();
process.exit();
JAVASCRIPT
said=$(node try.mjs 2>&1 | tail -1)
echo "$said"
[ "$said" = '/v1.0/teams/t/schedule/timeCards?$filter=userId%20eq%20%27a' ]
