package id.pendopo.channels.meta;

import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Graph interface: asks each question once, with an account's token.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Errors of the Graph interface</a>
 */
public final class MetaGraph {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What errors of the interface itself mean; an app's own are told by it. */
    private static final Map<Integer, Outcome> CODES = Map.ofEntries(
            // An unknown error, and a service that is down for the moment.
            Map.entry(1, Outcome.RETRY),
            Map.entry(2, Outcome.RETRY),
            // Limits of the app, of the user and of the page: they pass.
            Map.entry(4, Outcome.LIMITED),
            Map.entry(17, Outcome.LIMITED),
            Map.entry(32, Outcome.LIMITED),
            Map.entry(613, Outcome.LIMITED),
            Map.entry(80007, Outcome.LIMITED),
            // A permission that lacks, a token that ended, an account that was blocked: an operator mends them.
            Map.entry(10, Outcome.RETRY),
            Map.entry(190, Outcome.RETRY),
            Map.entry(200, Outcome.RETRY),
            Map.entry(368, Outcome.RETRY));

    private final ProviderHttp http;
    private final Map<Integer, Outcome> own;

    /** @param own what an app's own error codes mean */
    public MetaGraph(ProviderHttp http, Map<Integer, Outcome> own) {
        this.http = http;
        this.own = Map.copyOf(own);
    }

    /** @throws SendFailed when Meta refused, or nobody knows what it did */
    public JsonNode post(MetaAccount account, String path, Map<String, ?> body) throws SendFailed {
        return ask(request(account, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** @throws SendFailed when Meta refused, or cannot be asked now */
    public JsonNode get(MetaAccount account, String path) throws SendFailed {
        return ask(request(account, path).GET());
    }

    private static HttpRequest.Builder request(MetaAccount account, String path) {
        String base = account.apiBaseUrl().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + "/" + account.apiVersion() + "/" + path))
                .header("Authorization", "Bearer " + account.accessToken());
    }

    private JsonNode ask(HttpRequest.Builder request) throws SendFailed {
        ProviderHttp.Answer answer = http.ask(request.build());
        JsonNode said = answer.json();
        if (answer.ok() && said.isObject() && !said.has("error")) {
            return said;
        }
        throw refused(answer, said.path("error"));
    }

    private SendFailed refused(ProviderHttp.Answer answer, JsonNode error) {
        int code = error.path("code").asInt(0);
        Outcome outcome = Optional.ofNullable(own.get(code))
                .or(() -> Optional.ofNullable(CODES.get(code)))
                .orElseGet(() -> ProviderHttp.outcome(answer.status()));
        return answer.refused(outcome, code == 0 ? "http " + answer.status() : String.valueOf(code));
    }
}
