#!/usr/bin/env bash
# MockServer 7.6.0 answers 404 to every path with a parameter that an OpenAPI 3.1 document declares beside the operations of
# the path; the same document as 3.0.3 is answered with its example, and so is one in 3.1 that declares it in the operation.
set -euo pipefail
folder=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  rm -rf "$folder"
}
trap finish EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.mock-server</groupId>
      <artifactId>mockserver-netty</artifactId>
      <version>7.6.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
java -Dmockserver.localBoundIP=127.0.0.1 -cp 'lib/*' org.mockserver.cli.Main run -p "$port" >server.log 2>&1 &
server=$!
for _ in $(seq 120); do
  curl -s -o /dev/null "http://127.0.0.1:$port/" && break
  sleep 1
done

parameters='"parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],'
# Says which status GET /cards/1 has with a document of this version, parameters of the path and parameters of the operation.
status() {
  cat >document.json <<JSON
{"openapi":"$1","info":{"title":"one path","version":"1"},"paths":{"/cards/{id}":{$2"get":{"operationId":"get",$3"responses":{"200":{"description":"a card","content":{"application/json":{"example":{"id":"1"}}}}}}}}}
JSON
  curl -s -o /dev/null -X PUT "http://127.0.0.1:$port/mockserver/reset"
  curl -s -o /dev/null -X PUT "http://127.0.0.1:$port/mockserver/openapi" -d "{\"specUrlOrPayload\":\"$folder/document.json\"}"
  curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/cards/1"
}
seen="3.0.3 of the path $(status 3.0.3 "$parameters" ''), 3.1.0 of the operation $(status 3.1.0 '' "$parameters"), 3.1.0 of the path $(status 3.1.0 "$parameters" '')"
echo "seen: $seen"
[ "$seen" = '3.0.3 of the path 200, 3.1.0 of the operation 200, 3.1.0 of the path 404' ]
