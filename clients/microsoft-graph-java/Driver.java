// Driver of microsoft-graph, the generated client for Java. Models have a getter and a setter for each member, so that paths
// are walked by reflection: setClockInEvent(…).setDateTime(…).

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.graph.models.ConfirmedBy;
import com.microsoft.graph.models.TimeCard;
import com.microsoft.graph.models.TimeCardCollectionResponse;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.graph.teams.item.schedule.timecards.clockin.ClockInPostRequestBody;
import com.microsoft.graph.teams.item.schedule.timecards.item.clockout.ClockOutPostRequestBody;
import com.microsoft.graph.teams.item.schedule.timecards.item.endbreak.EndBreakPostRequestBody;
import com.microsoft.graph.teams.item.schedule.timecards.item.startbreak.StartBreakPostRequestBody;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import com.microsoft.kiota.serialization.AdditionalDataHolder;
import com.microsoft.kiota.serialization.Parsable;
import com.microsoft.kiota.serialization.ValuedEnum;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public class Driver {
  private static final Map<String, GraphServiceClient> clients = new HashMap<>();
  private static final Map<String, Object> kept = new HashMap<>();

  private static class Unsupported extends RuntimeException {
    Unsupported(String reason) {
      super(reason);
    }
  }

  private static GraphServiceClient clientFor(JsonObject message) {
    return clients.computeIfAbsent(message.get("baseUrl").getAsString(), (baseUrl) -> {
      String token = message.get("token").getAsString();
      GraphServiceClient client = new GraphServiceClient(new BaseBearerTokenAuthenticationProvider(new AccessTokenProvider() {
        public String getAuthorizationToken(URI uri, Map<String, Object> context) {
          return token;
        }

        public AllowedHostsValidator getAllowedHostsValidator() {
          return new AllowedHostsValidator();
        }
      }));
      client.getRequestAdapter().setBaseUrl(baseUrl);
      return client;
    });
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Object get(Object object, String name) throws Exception {
    return object.getClass().getMethod("get" + capital(name)).invoke(object);
  }

  private static Method setter(Object object, String name) {
    for (Method one : object.getClass().getMethods()) {
      if (one.getName().equals("set" + capital(name)) && one.getParameterCount() == 1) return one;
    }
    throw new Unsupported(object.getClass().getSimpleName() + " has no set" + capital(name));
  }

  private static Object nativeOf(Class<?> type, JsonElement value) throws Exception {
    if (value.isJsonNull()) return null;
    if (value.isJsonObject()) return OffsetDateTime.parse(value.getAsJsonObject().get("$time").getAsString());
    if (type == Boolean.class) return value.getAsBoolean();
    if (type.isEnum()) return type.getMethod("forValue", String.class).invoke(null, value.getAsString());
    if (type == EnumSet.class) {
      EnumSet<ConfirmedBy> flags = EnumSet.noneOf(ConfirmedBy.class);
      for (String one : value.getAsString().split(",")) flags.add(ConfirmedBy.forValue(one));
      return flags;
    }
    return value.getAsString();
  }

  private static void assign(Object object, String path, JsonElement value) throws Exception {
    String[] names = path.split("\\.");
    Object inner = object;
    for (int index = 0; index < names.length - 1; index++) {
      Object next = get(inner, names[index]);
      if (next == null) {
        Method set = setter(inner, names[index]);
        next = set.getParameterTypes()[0].getConstructor().newInstance();
        set.invoke(inner, next);
      }
      inner = next;
    }
    Method set = setter(inner, names[names.length - 1]);
    set.invoke(inner, nativeOf(set.getParameterTypes()[0], value));
  }

  private static Object build(JsonObject message, Object fresh) throws Exception {
    JsonObject body = message.getAsJsonObject("body");
    Object made = body.has("from") ? kept.get(body.get("from").getAsString()) : fresh;
    for (Map.Entry<String, JsonElement> one : body.getAsJsonObject("set").entrySet()) assign(made, one.getKey(), one.getValue());
    if (message.has("keepBody")) kept.put(message.get("keepBody").getAsString(), made);
    return made;
  }

  /** What the typed getters give, under the names of the wire; what the SDK does not know under $extra. */
  private static JsonElement show(Object value) throws Exception {
    if (value == null) return JsonNull.INSTANCE;
    if (value instanceof Boolean flag) return new JsonPrimitive(flag);
    if (value instanceof Number number) return new JsonPrimitive(number);
    if (value instanceof OffsetDateTime time) return new JsonPrimitive(time.toInstant().toString());
    if (value instanceof ValuedEnum member) return new JsonPrimitive(member.getValue());
    if (value instanceof Collection<?> several) {
      JsonArray shown = new JsonArray();
      for (Object one : several) shown.add(show(one));
      return shown;
    }
    if (value instanceof Parsable model) {
      JsonObject shown = new JsonObject();
      for (String name : model.getFieldDeserializers().keySet()) {
        if (!name.startsWith("@")) shown.add(name, show(get(model, name)));
      }
      if (model instanceof AdditionalDataHolder holder && !holder.getAdditionalData().isEmpty()) {
        shown.addProperty("$extra", String.join(" ", holder.getAdditionalData().keySet()));
      }
      return shown;
    }
    return new JsonPrimitive(value.toString());
  }

  private static Object call(JsonObject message) throws Exception {
    GraphServiceClient client = clientFor(message);
    var cards = client.teams().byTeamId(message.get("team").getAsString()).schedule().timeCards();
    var one = message.has("card") ? cards.byTimeCardId(message.get("card").getAsString()) : null;
    String op = message.get("op").getAsString();
    switch (op) {
      case "echo":
        return build(message, new TimeCard());
      case "clockIn":
        return cards.clockIn().post((ClockInPostRequestBody) build(message, new ClockInPostRequestBody()));
      case "clockOut":
        return one.clockOut().post((ClockOutPostRequestBody) build(message, new ClockOutPostRequestBody()));
      case "startBreak":
        return one.startBreak().post((StartBreakPostRequestBody) build(message, new StartBreakPostRequestBody()));
      case "endBreak":
        return one.endBreak().post((EndBreakPostRequestBody) build(message, new EndBreakPostRequestBody()));
      case "confirm":
        return one.confirm().post();
      case "create":
        return cards.post((TimeCard) build(message, new TimeCard()));
      case "update":
        return one.patch((TimeCard) build(message, new TimeCard()));
      case "get":
        return one.get();
      case "delete":
        one.delete();
        return null;
      case "list":
        JsonObject query = message.getAsJsonObject("query");
        return cards.get((request) -> {
          if (query != null && query.has("filter")) request.queryParameters.filter = query.get("filter").getAsString();
          if (query != null && query.has("top")) request.queryParameters.top = query.get("top").getAsInt();
        }).getValue();
      case "listAll":
        List<Object> all = new ArrayList<>();
        new PageIterator.Builder<TimeCard, TimeCardCollectionResponse>()
            .client(client)
            .collectionPage(cards.get())
            .collectionPageFactory(TimeCardCollectionResponse::createFromDiscriminatorValue)
            .processPageItemCallback(all::add)
            .build()
            .iterate();
        return all;
      default:
        throw new Unsupported("no " + (op.equals("replace") ? "put" : op) + " on the request builder of a time card");
    }
  }

  private static JsonObject errorOf(Throwable thrown) {
    Throwable error = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
    JsonObject told = new JsonObject();
    told.addProperty("type", error.getClass().getName());
    told.addProperty("message", String.valueOf(error.getMessage()));
    if (error instanceof ApiException api) told.addProperty("status", api.getResponseStatusCode());
    if (error instanceof ODataError odata && odata.getError() != null) told.addProperty("code", odata.getError().getCode());
    return told;
  }

  private static JsonObject answer(JsonObject message) {
    JsonObject answer = new JsonObject();
    if (message.get("cmd").getAsString().equals("start")) {
      JsonObject library = new JsonObject();
      library.addProperty("name", "microsoft-graph");
      library.addProperty("version", System.getenv().getOrDefault("LIBRARY_VERSION", "6.69.0"));
      library.addProperty("language", "Java " + System.getProperty("java.version"));
      answer.addProperty("version", 1);
      answer.add("library", library);
      return answer;
    }
    answer.add("id", message.get("id"));
    try {
      Object value = call(message);
      if (message.has("keep")) kept.put(message.get("keep").getAsString(), value);
      answer.add("value", show(value));
    } catch (Unsupported missing) {
      answer.addProperty("unsupported", missing.getMessage());
    } catch (Throwable error) {
      answer.add("error", errorOf(error));
    }
    return answer;
  }

  /** Java knows neither SSL_CERT_FILE nor HTTPS_PROXY: the suite's authority and proxy are set as properties. */
  private static void trustSuite() throws Exception {
    String file = System.getenv("TIMECARD_CA_FILE");
    if (file != null) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      try (FileInputStream in = new FileInputStream(file)) {
        store.setCertificateEntry("suite", CertificateFactory.getInstance("X.509").generateCertificate(in));
      }
      File copy = File.createTempFile("suite", ".p12");
      copy.deleteOnExit();
      try (FileOutputStream out = new FileOutputStream(copy)) {
        store.store(out, "suite".toCharArray());
      }
      System.setProperty("javax.net.ssl.trustStore", copy.getPath());
      System.setProperty("javax.net.ssl.trustStorePassword", "suite");
    }
    String port = System.getenv("TIMECARD_PROXY_PORT");
    if (port != null) {
      System.setProperty("https.proxyHost", "127.0.0.1");
      System.setProperty("https.proxyPort", port);
    }
  }

  public static void main(String[] words) throws Exception {
    trustSuite();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);
    Gson gson = new GsonBuilder().serializeNulls().create();
    for (String line; (line = in.readLine()) != null; ) {
      JsonObject message = JsonParser.parseString(line).getAsJsonObject();
      if (message.get("cmd").getAsString().equals("stop")) break;
      out.println(gson.toJson(answer(message)));
    }
    // The connections of the library would keep the process alive.
    System.exit(0);
  }
}
