package id.pendopo.channels.adapter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shared secret that a provider presents with each request, for those that sign nothing: as the first step of the path
 * behind the account's address, as a bearer token, in the header {@code X-Secret}, or as the field {@code secret} of query
 * or form. Compared in constant time.
 */
public record SharedSecret(String secret) {

    private static final String BEARER = "Bearer ";

    /** @throws WebhookRejected 401 when it is missing, wrong or given more than once */
    public void verify(WebhookRequest request) throws WebhookRejected {
        List<String> presented = presented(request);
        byte[] expected = secret.getBytes(StandardCharsets.UTF_8);
        if (presented.size() != 1
                || !MessageDigest.isEqual(expected, presented.getFirst().getBytes(StandardCharsets.UTF_8))) {
            throw new WebhookRejected(401, "the shared secret is missing, wrong or repeated");
        }
    }

    /** The path without the secret, where it stands in it. */
    public String path(WebhookRequest request) {
        return inPath(request)
                .map(step -> request.path().substring(step.length() + 1))
                .orElse(request.path());
    }

    /** A path has other steps, such as {@code /status}: only one that is the secret counts as presented. */
    private Optional<String> inPath(WebhookRequest request) {
        String[] steps = request.path().split("/", 3);
        return steps.length > 1
                        && MessageDigest.isEqual(
                                secret.getBytes(StandardCharsets.UTF_8), steps[1].getBytes(StandardCharsets.UTF_8))
                ? Optional.of(steps[1])
                : Optional.empty();
    }

    private List<String> presented(WebhookRequest request) throws WebhookRejected {
        List<String> presented = new ArrayList<>();
        inPath(request).ifPresent(presented::add);
        request.headers().getOrDefault("authorization", List.of()).stream()
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip())
                .forEach(presented::add);
        presented.addAll(request.headers().getOrDefault("x-secret", List.of()));
        presented.addAll(WebhookForm.parse(request.query()).fields().getOrDefault("secret", List.of()));
        boolean form = request.header("content-type")
                .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
                .isPresent();
        if (form) {
            presented.addAll(WebhookForm.body(request).fields().getOrDefault("secret", List.of()));
        }
        return presented;
    }

    @Override
    public String toString() {
        return "SharedSecret[REDACTED]";
    }
}
