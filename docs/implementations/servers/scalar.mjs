// Serves the mock of @scalar/mock-server: node scalar.mjs DOCUMENT PORT
import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { createMockServer } from '@scalar/mock-server';

const [, , path, port] = process.argv;
const document = readFileSync(path, 'utf8');
const app = await createMockServer({ specification: document });
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' });
