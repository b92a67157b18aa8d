// Serves the mock of openapi-backend, behind Express as its README shows it: node openapi-backend.mjs DOCUMENT PORT
import addFormats from 'ajv-formats';
import express from 'express';
import { OpenAPIBackend } from 'openapi-backend';

const [, , definition, port] = process.argv;

/** Answers with the document's own example: the first success, or the one with this status. */
function example(code) {
  return ({ api, operation }, request, response) => {
    // A path that the document does not have belongs to no operation, and each has the same errors.
    const { status, mock } = api.mockResponseForOperation(operation?.operationId ?? 'list', { code });
    return response.status(status).json(mock);
  };
}

const api = new OpenAPIBackend({ definition, customizeAjv: (ajv) => addFormats(ajv) });
api.registerSecurityHandler('bearer', ({ request }) => /^Bearer ./i.test(request.headers.authorization ?? ''));
api.register({
  notImplemented: example(),
  unauthorizedHandler: example('401'),
  validationFail: example('400'),
  methodNotAllowed: example('405'),
  notFound: example('404'),
});
await api.init();

const app = express();
app.use(express.json());
app.use((request, response) => api.handleRequest(request, request, response));
app.listen(Number(port), '127.0.0.1');
