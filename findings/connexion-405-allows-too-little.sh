#!/usr/bin/env bash
# Connexion 3.3.0: a path of the document with get and post answers PATCH with 405 and "Allow: GET, HEAD", though POST is answered
# 201: only the first operation of the path is named. RFC 9110, 15.5.6: the header lists the methods that the path has.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'connexion[mock]==3.3.0'
cat >run.py <<'PY'
import warnings

warnings.simplefilter("ignore")

import connexion
from connexion.mock import MockResolver

example = {"content": {"application/json": {"example": {"id": "1"}}}}
document = {
    "openapi": "3.0.3",
    "info": {"title": "one path", "version": "1"},
    "paths": {
        "/cards": {
            "get": {"operationId": "list", "responses": {"200": {"description": "cards", **example}}},
            "post": {"operationId": "create", "responses": {"201": {"description": "made", **example}}},
        }
    },
}
app = connexion.AsyncApp(__name__)
app.add_api(document, resolver=MockResolver(mock_all=True))
with app.test_client() as client:
    for method in ("POST", "HEAD", "PATCH"):
        answer = client.request(method, "/cards")
        print(method, answer.status_code, ", ".join(sorted(answer.headers.get("allow", "none").split(", "))))
PY
seen=$(venv/bin/python run.py 2>/dev/null)
echo "$seen"
[ "$seen" = "POST 201 none
HEAD 200 none
PATCH 405 GET, HEAD" ]
