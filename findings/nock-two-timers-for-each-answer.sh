#!/usr/bin/env bash
# nock 14.0.17 sets two timers of 0 ms before each answer, with no delay asked for. Node makes 1 ms of each, one after the other,
# so that a thousand requests against a fixture wait for more than two seconds, and longer than a server in the same process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nock@14.0.17
cat >count.cjs <<'JS'
const timers = require('node:timers');
const usual = timers.setTimeout;
let ofZero = 0;
timers.setTimeout = (callback, delay, ...rest) => {
  if (delay === 0) ofZero += 1;
  return usual(callback, delay, ...rest);
};
const nock = require('nock');
timers.setTimeout = usual;
const http = require('node:http');
const get = () =>
  new Promise((resolve) =>
    http.get('http://clock.test/card', (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    }),
  );
(async () => {
  nock('http://clock.test').persist().get('/card').reply(200, { id: '1' });
  const statuses = new Set();
  for (let request = 0; request < 10; request += 1) statuses.add(await get());
  console.log(`10 requests, answered ${[...statuses].join()}, timers of 0 ms: ${ofZero}`);
})();
JS
seen=$(node count.cjs)
echo "seen: $seen"
[ "$seen" = '10 requests, answered 200, timers of 0 ms: 20' ]
