package id.pendopo.channels.line;

import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import id.pendopo.channels.adapter.SendFailed.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client of LINE's Messaging API: asks each question once, with an account's token.
 *
 * @see <a href="https://developers.line.biz/en/reference/messaging-api/">Messaging API reference</a>
 */
final class LineApi {

    /** Messages of one request: https://developers.line.biz/en/reference/messaging-api/#send-push-message */
    static final int AT_ONCE = 5;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Seconds, the least that there are: an answer that was faster than this question must not be followed by dots. */
    private static final int LOADING = 5;

    private final ProviderHttp http = ProviderHttp.pooled();

    /**
     * Answers a message, which costs nothing.
     *
     * @return the last message's id
     * @throws SendFailed {@code PERMANENT} also when the token ended or was used; {@code UNKNOWN} when LINE broke down, since it
     *     may have sent it all the same
     */
    Optional<String> reply(LineProperties line, String token, List<Map<String, Object>> messages) throws SendFailed {
        ProviderHttp.Answer answer =
                http.ask(request(line, "message/reply", Map.of("replyToken", token, "messages", messages))
                        .build());
        if (!answer.ok()) {
            throw answer.status() >= 500 ? answer.refused(Outcome.UNKNOWN, "http " + answer.status()) : refused(answer);
        }
        return id(answer);
    }

    /**
     * Sends what answers no message, once however often it is tried: a request that was taken before is one that was taken.
     *
     * @param name of this request, the same at each try
     * @return the last message's id
     * @see <a href="https://developers.line.biz/en/docs/messaging-api/retrying-api-request/">Retry keys</a>
     */
    Optional<String> push(LineProperties line, String to, List<Map<String, Object>> messages, String name)
            throws SendFailed {
        Map<String, Object> body = Map.of("to", to, "messages", messages);
        String key = name + JSON.writeValueAsString(messages) + to;
        ProviderHttp.Answer answer = certain(request(line, "message/push", body)
                .header(
                        "X-Line-Retry-Key",
                        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                                .toString())
                .build());
        if (!answer.ok() && answer.status() != 409) {
            throw refused(answer);
        }
        return id(answer);
    }

    /** Dots until the answer comes. */
    void loading(LineProperties line, String to) throws SendFailed {
        Map<String, Object> body = Map.of("chatId", to, "loadingSeconds", LOADING);
        ProviderHttp.Answer answer =
                http.ask(request(line, "chat/loading/start", body).build());
        if (!answer.ok()) {
            throw refused(answer);
        }
    }

    /** The account's name: https://developers.line.biz/en/reference/messaging-api/#get-bot-info */
    Optional<String> name(LineProperties line) throws SendFailed {
        ProviderHttp.Answer answer = http.ask(authorised(line, "info").GET().build());
        if (!answer.ok()) {
            throw refused(answer);
        }
        return Optional.of(answer.json().path("basicId").asString("")).filter(name -> !name.isEmpty());
    }

    private ProviderHttp.Answer certain(HttpRequest request) throws SendFailed {
        try {
            return http.ask(request);
        } catch (SendFailed unanswered) {
            throw new SendFailed(Outcome.RETRY, unanswered.code(), unanswered.retryAfter());
        }
    }

    private static HttpRequest.Builder request(LineProperties line, String path, Map<String, Object> body) {
        return authorised(line, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    private static HttpRequest.Builder authorised(LineProperties line, String path) {
        String base = line.apiBaseUrl().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + "/v2/bot/" + path))
                .header("Authorization", "Bearer " + line.accessToken());
    }

    /** The month's quota is said by its words alone: https://developers.line.biz/en/docs/messaging-api/handling-http-429-errors/ */
    private static SendFailed refused(ProviderHttp.Answer answer) {
        if (answer.status() != 429) {
            return answer.refused();
        }
        String why = answer.json().path("message").asString("").toLowerCase(Locale.ROOT);
        return why.contains("monthly limit")
                ? answer.refused(Outcome.PERMANENT, "quota")
                : answer.refused(Outcome.LIMITED, "http 429");
    }

    private static Optional<String> id(ProviderHttp.Answer answer) {
        return answer.json()
                .path("sentMessages")
                .valueStream()
                .map(message -> message.path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .reduce((_, last) -> last);
    }
}
