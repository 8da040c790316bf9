package id.pendopo.channels.email;

import id.pendopo.channels.adapter.ProviderHttp;
import id.pendopo.channels.adapter.SendFailed;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The cache of OAuth 2.0 access tokens: gets one by the refresh token and keeps it until shortly before its end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-6">RFC 6749, refreshing an access token</a>
 */
final class OAuthTokens {

    /** Before its end, in which a log-in with it may still be under way. */
    private static final Duration EARLY = Duration.ofMinutes(2);

    private static final Duration USUAL = Duration.ofHours(1);

    private final ProviderHttp http = ProviderHttp.pooled();
    private final Map<EmailProperties.OAuth, Token> known = new ConcurrentHashMap<>();

    private record Token(String value, long endsAt) {

        boolean lives() {
            return System.nanoTime() - endsAt < 0;
        }

        @Override
        public String toString() {
            return "Token[REDACTED]";
        }
    }

    /** @throws SendFailed {@code RETRY} when none is given out now */
    String of(EmailProperties.OAuth oauth) throws SendFailed {
        if (!oauth.token().isBlank()) {
            return oauth.token();
        }
        Token token = known.get(oauth);
        if (token == null || !token.lives()) {
            token = fresh(oauth);
            known.put(oauth, token);
        }
        return token.value();
    }

    private Token fresh(EmailProperties.OAuth oauth) throws SendFailed {
        ProviderHttp.Answer answer = asked(HttpRequest.newBuilder(URI.create(oauth.tokenUrl()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(oauth)))
                .build());
        String value = answer.json().path("access_token").asString("");
        if (!answer.ok() || value.isEmpty()) {
            throw new SendFailed(SendFailed.Outcome.RETRY, "token " + answer.status(), Optional.empty());
        }
        Duration lives = Duration.ofSeconds(answer.json().path("expires_in").asLong(USUAL.toSeconds()));
        return new Token(value, System.nanoTime() + lives.minus(EARLY).toNanos());
    }

    private ProviderHttp.Answer asked(HttpRequest request) throws SendFailed {
        try {
            return http.ask(request);
        } catch (SendFailed unanswered) {
            throw new SendFailed(SendFailed.Outcome.RETRY, "token " + unanswered.code(), Optional.empty());
        }
    }

    private static String form(EmailProperties.OAuth oauth) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "refresh_token");
        fields.put("refresh_token", oauth.refreshToken());
        fields.put("client_id", oauth.clientId());
        fields.put("client_secret", oauth.clientSecret());
        return fields.entrySet().stream()
                .filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
