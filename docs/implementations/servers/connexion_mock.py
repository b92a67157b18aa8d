"""Serves the mock of Connexion, where any bearer token will do: python connexion_mock.py DOCUMENT PORT"""

import json
import sys

import connexion
from connexion.mock import MockResolver


def any_token(token):
    """Connexion refuses every request as long as a document with a security scheme names no such function."""
    return {"sub": token}


if __name__ == "__main__":
    _, path, port = sys.argv
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    document["components"]["securitySchemes"]["bearer"]["x-bearerInfoFunc"] = "connexion_mock.any_token"
    app = connexion.AsyncApp(__name__)
    app.add_api(document, resolver=MockResolver(mock_all=True))
    app.run(host="127.0.0.1", port=int(port))
