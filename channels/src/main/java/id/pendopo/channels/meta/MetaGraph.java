package id.pendopo.channels.meta;

import id.pendopo.channels.adapter.MultipartForm;
import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import id.pendopo.channels.adapter.StoredFiles;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
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
    private final Map<Integer, Refusal> subCodes;

    /**
     * What an error's sub-code means, of which one code has many.
     *
     * @param code for people at the desk, instead of the error's
     */
    public record Refusal(Outcome outcome, String code) {}

    /**
     * @param own what an app's own error codes mean
     * @param subCodes what its sub-codes mean, whatever their code
     */
    public MetaGraph(ProviderHttp http, Map<Integer, Outcome> own, Map<Integer, Refusal> subCodes) {
        this.http = http;
        this.own = Map.copyOf(own);
        this.subCodes = Map.copyOf(subCodes);
    }

    /**
     * Posts the pieces of one message, in order.
     *
     * @param id where an answer names what was taken, as a JSON pointer
     * @return the name of the last
     * @throws SendFailed as {@link #post}; {@code PERMANENT} when pieces before it are on their way: a person decides then
     *     what becomes of the rest, since whoever tried all of it again would say those twice
     */
    public String post(MetaAccount account, String path, List<? extends Map<String, ?>> pieces, String id)
            throws SendFailed {
        String last = "";
        for (Map<String, ?> piece : pieces) {
            try {
                last = named(post(account, path, piece), id);
            } catch (SendFailed failed) {
                throw last.isEmpty() ? failed : new SendFailed(Outcome.PERMANENT, "in part", Optional.empty());
            }
        }
        return last;
    }

    private static String named(JsonNode answer, String id) throws SendFailed {
        String name = answer.at(id).asString("");
        if (name.isEmpty()) {
            throw new SendFailed(Outcome.UNKNOWN, "no id", Optional.empty());
        }
        return name;
    }

    /** @throws SendFailed when Meta refused, or nobody knows what it did */
    public JsonNode post(MetaAccount account, String path, Map<String, ?> body) throws SendFailed {
        return ask(request(account, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /**
     * Uploads a file.
     *
     * @param fields that go along
     * @throws SendFailed when Meta refused it, or nobody knows what it did
     */
    public JsonNode upload(MetaAccount account, String path, Map<String, String> fields, StoredFiles.Content file)
            throws SendFailed {
        MultipartForm form = MultipartForm.of(fields, "file", file);
        return ask(request(account, path)
                .header("Content-Type", form.contentType())
                .POST(form.body()));
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
        Refusal known = subCodes.get(error.path("error_subcode").asInt(0));
        if (known != null) {
            return answer.refused(known.outcome(), known.code());
        }
        int code = error.path("code").asInt(0);
        Outcome outcome = Optional.ofNullable(own.get(code))
                .or(() -> Optional.ofNullable(CODES.get(code)))
                .orElseGet(() -> ProviderHttp.outcome(answer.status()));
        return answer.refused(outcome, code == 0 ? "http " + answer.status() : String.valueOf(code));
    }
}
