#!/usr/bin/env bash
# openapi-backend 5.21.2 lists OpenAPI 3.1 among its features, and calls a document in 3.1 invalid whose property is
# { "type": ["string", "null"] }, which is how 3.1 says that a value may be null. It goes on without the document: what it
# reports next is a TypeError of its own once a security handler is registered, also in the mode that is not strict.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund openapi-backend@5.21.2
cat >run.mjs <<'JS'
import { OpenAPIBackend } from 'openapi-backend';

const definition = (type) => ({
  openapi: '3.1.0',
  info: { title: 'one schema', version: '1' },
  paths: { '/cards': { get: { operationId: 'list', responses: { 200: { description: 'cards' } } } } },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: { card: { type: 'object', properties: { notes: { type } } } },
  },
});

console.warn = () => {};
for (const type of ['string', ['string', 'null']]) {
  const api = new OpenAPIBackend({ definition: definition(type), strict: false });
  api.registerSecurityHandler('bearer', () => true);
  api.register('notFound', () => 'not found');
  console.log(JSON.stringify(type), await api.init().then(() => 'taken', ({ message }) => message));
}
JS
seen=$(node run.mjs)
echo "$seen"
[ "$seen" = "\"string\" taken
[\"string\",\"null\"] Cannot read properties of undefined (reading 'components')" ]
