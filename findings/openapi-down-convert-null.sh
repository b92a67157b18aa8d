#!/usr/bin/env bash
# @apiture/openapi-down-convert 0.14.2 writes a document that calls itself OpenAPI 3.0.3 and is none: a type null within
# anyOf, which is how 3.1 says that a reference may be null, is left as it is. 3.0 knows no such type.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @apiture/openapi-down-convert@0.14.2
cat >in.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "one schema", "version": "1" },
  "paths": {},
  "components": {
    "schemas": {
      "note": { "type": "object" },
      "card": {
        "type": "object",
        "properties": { "notes": { "anyOf": [{ "$ref": "#/components/schemas/note" }, { "type": "null" }] } }
      }
    }
  }
}
JSON
npx openapi-down-convert --input in.json --output out.json
seen=$(node -p 'const { openapi, components } = require("./out.json"); openapi + " " + JSON.stringify(components.schemas.card.properties.notes.anyOf[1])')
echo "seen: $seen"
[ "$seen" = '3.0.3 {"type":"null"}' ]
