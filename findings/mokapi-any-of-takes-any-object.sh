#!/usr/bin/env bash
# Mokapi 0.52.0 (npm: go-mokapi) takes any object where a schema is anyOf an object and null, which is how OpenAPI 3.1 says that
# a member may be null: neither what the object lacks nor what is wrong in it is noticed. The same object alone is checked.
set -euo pipefail
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund go-mokapi@0.52.0
free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}
port=$(free_port)
cat >document.json <<JSON
{
  "openapi": "3.1.0",
  "info": { "title": "one path", "version": "1" },
  "servers": [{ "url": "http://127.0.0.1:$port" }],
  "paths": {
    "/cards": {
      "post": {
        "operationId": "create",
        "requestBody": {
          "content": { "application/json": { "schema": { "type": "object", "properties": { "event": { "anyOf": [{ "type": "object", "required": ["time"], "properties": { "time": { "type": "string" } } }, { "type": "null" }] }, "alone": { "type": "object", "required": ["time"], "properties": { "time": { "type": "string" } } } } } } }
        },
        "responses": {
          "201": { "description": "made", "content": { "application/json": { "example": { "id": "1" } } } },
          "400": { "description": "not understood", "content": { "application/json": { "example": { "error": "no" } } } }
        }
      }
    }
  }
}
JSON
# The command of the package starts a program of its own, so that one is what must be stopped.
program=$(find node_modules/@go-mokapi -type f -path "*/bin/*" -name "mokapi*")
"$program" document.json --api-port "$(free_port)" >server.log 2>&1 &
server=$!
for _ in $(seq 60); do
  curl -s -o /dev/null "http://127.0.0.1:$port/" && break
  sleep 1
done
status() {
  curl -s -o /dev/null -w '%{http_code}' -H 'content-type: application/json' -d "$1" "http://127.0.0.1:$port/cards"
}
seen="fits $(status '{"event":{"time":"now"}}'), null $(status '{"event":null}'), lacks the time $(status '{"event":{}}'), a time of 5 $(status '{"event":{"time":5}}'), no object $(status '{"event":5}'), alone $(status '{"alone":{}}')"
echo "seen: $seen"
[ "$seen" = 'fits 201, null 201, lacks the time 201, a time of 5 201, no object 500, alone 500' ]
