#!/usr/bin/env bash
# microsoft-graph 6.69.0 (Java): an object that was sent once is {} when it is sent again, also where the service had refused it.
# Seen: {"@odata.type":"#microsoft.graph.timeCard","userId":"u"} and then {}
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.microsoft.graph</groupId>
      <artifactId>microsoft-graph</artifactId>
      <version>6.69.0</version>
    </dependency>
  </dependencies>
</project>
XML
mvn -q -B dependency:copy-dependencies -DoutputDirectory=lib
cat >Try.java <<'JAVA'
import com.microsoft.graph.models.TimeCard;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.*;
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.util.*;

public class Try {
  public static void main(String[] words) throws Exception {
    List<String> seen = new ArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", (exchange) -> {
      seen.add(new String(exchange.getRequestBody().readAllBytes()));
      exchange.sendResponseHeaders(409, -1);
      exchange.close();
    });
    server.start();
    GraphServiceClient client = new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(new AccessTokenProvider() {
      public String getAuthorizationToken(URI uri, Map<String, Object> context) { return "made-up"; }
      public AllowedHostsValidator getAllowedHostsValidator() { return new AllowedHostsValidator(); }
    }));
    client.getRequestAdapter().setBaseUrl("http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0");
    TimeCard card = new TimeCard();
    card.setUserId("u");
    for (int time = 0; time < 2; time++) {
      try {
        client.teams().byTeamId("t").schedule().timeCards().post(card);
      } catch (RuntimeException refused) {
        // 409, as the server says.
      }
    }
    System.out.println(String.join(" and then ", seen));
    System.exit(0);
  }
}
JAVA
said=$(java -cp 'lib/*' Try.java 2>/dev/null | tail -1)
echo "$said"
[[ "$said" == *'"userId":"u"'*' and then {}' ]]
