#!/usr/bin/env bash
# msgraph-core 0.2.2 (Python) imports requests and does not declare it: a plain install cannot be imported.
# Seen: ModuleNotFoundError: No module named 'requests'
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q msgraph-core==0.2.2
said=$("$folder/v/bin/python" -c 'from msgraph.core import GraphClient' 2>&1 | tail -1 || true)
echo "$said"
[ "$said" = "ModuleNotFoundError: No module named 'requests'" ]
