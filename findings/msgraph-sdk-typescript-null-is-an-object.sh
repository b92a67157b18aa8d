#!/usr/bin/env bash
# @microsoft/msgraph-sdk 1.0.0-preview.90: a member that is null in the answer is an empty object in the model, so that an open
# time card has a clockOutEvent that is true in a condition.
# Seen: true {}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund @microsoft/msgraph-sdk@1.0.0-preview.90 @microsoft/msgraph-sdk-teams@1.0.0-preview.80 @microsoft/kiota-abstractions@1.0.0-preview.109
cat >try.mjs <<'JAVASCRIPT'
import { createServer } from 'node:http';
import { once } from 'node:events';
import { AllowedHostsValidator, BaseBearerTokenAuthenticationProvider } from '@microsoft/kiota-abstractions';
import { createGraphServiceClient, GraphRequestAdapter } from '@microsoft/msgraph-sdk';
import '@microsoft/msgraph-sdk-teams';

const card = { id: 'c', state: 'clockedIn', confirmedBy: 'manager', clockOutEvent: null };
const server = createServer((_request, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(card));
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const adapter = new GraphRequestAdapter(
  new BaseBearerTokenAuthenticationProvider({
    getAuthorizationToken: async () => 'made-up',
    getAllowedHostsValidator: () => new AllowedHostsValidator(new Set()),
  }),
);
adapter.baseUrl = `http://127.0.0.1:${server.address().port}/v1.0`;
const read = await createGraphServiceClient(adapter).teams.byTeamId('t').schedule.timeCards.byTimeCardId('c').get();
console.log(Boolean(read.clockOutEvent), JSON.stringify(read.clockOutEvent));
process.exit();
JAVASCRIPT
said=$(node try.mjs 2>&1 | tail -1)
echo "$said"
[ "$said" = "true {}" ]
