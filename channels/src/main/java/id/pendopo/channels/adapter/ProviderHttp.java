package id.pendopo.channels.adapter;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * An HTTP client for providers' interfaces: asks each question once, wants the whole answer within a time, and says of what
 * failed whether the provider may have done it. Any thread may call.
 */
public final class ProviderHttp {

    /** The whole answer, its body included; as long as https://www.twilio.com/docs/api/errors/11205 gives us. */
    public static final Duration ANSWER = Duration.ofSeconds(15);

    /** Bytes of an answer; a provider's has a few KB, a list of messages some hundred. */
    private static final long LARGEST = 4L << 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long a Retry-After is believed: a wrong one must not silence the line for days. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;

    private ProviderHttp(HttpClient http) {
        this.http = http;
    }

    /** One pool of connections, which follows no redirect: none of our credentials goes elsewhere. */
    public static ProviderHttp pooled() {
        return new ProviderHttp(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build());
    }

    /**
     * Asks once.
     *
     * @return whatever the provider answered, yes or no
     * @throws SendFailed without an answer: {@code RETRY} when the request was surely not written, else {@code UNKNOWN}
     */
    public Answer ask(HttpRequest request) throws SendFailed {
        try {
            return whole(request);
        } catch (IOException failed) {
            throw unanswered(failed);
        }
    }

    /** The client's own time-out ends with the answer's head; a body that never comes must not hold us either. */
    public Answer whole(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> whole = answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(whole.statusCode(), whole.headers(), whole.body());
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    /** A request without an answer: harmless only if no connection stood. */
    public static SendFailed unanswered(@Nullable IOException cause) {
        boolean unsent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
        String code = unsent ? "unreachable" : cause instanceof HttpTimeoutException ? "timeout" : "connection lost";
        return new SendFailed(unsent ? SendFailed.Outcome.RETRY : SendFailed.Outcome.UNKNOWN, code, Optional.empty());
    }

    /** What a status means that says no and is not explained by any code: what an operator mends is tried again. */
    public static SendFailed.Outcome outcome(int status) {
        if (status == 401 || status == 403 || status == 429 || status >= 500) {
            return SendFailed.Outcome.RETRY;
        }
        boolean refused = status >= 300 && status != 408;
        // Below 300 an answer came that says yes, and that cannot be read.
        return refused ? SendFailed.Outcome.PERMANENT : SendFailed.Outcome.UNKNOWN;
    }

    /** The header in seconds; a date or nonsense counts as nothing. */
    public static Optional<Duration> retryAfter(Optional<String> header) {
        return header.map(String::strip)
                .filter(value -> value.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .map(wait -> wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
    }

    /** What a provider answered. */
    public record Answer(int status, HttpHeaders headers, byte[] body) {

        /** Whether it says yes by its status; some providers say no in the body all the same. */
        public boolean ok() {
            return status / 100 == 2;
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** @return a missing node when the body is no JSON */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JacksonException unreadable) {
                return MissingNode.getInstance();
            }
        }

        /** A no by this status, or by a code that the caller knows to mean something else. */
        public SendFailed refused(SendFailed.Outcome outcome, String code) {
            return new SendFailed(outcome, code, retryAfter(headers.firstValue("retry-after")));
        }

        /** A no that the status alone explains. */
        public SendFailed refused() {
            return refused(outcome(status), "http " + status);
        }

        @Override
        public String toString() {
            return "Answer[" + status + ", " + body.length + " bytes]";
        }
    }
}
