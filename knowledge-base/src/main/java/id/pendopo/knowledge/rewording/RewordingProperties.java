package id.pendopo.knowledge.rewording;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The language model that puts answers into plainer words, {@code pendopo.knowledge.rewording}.
 *
 * @param url the address before {@code /chat/completions}, such as {@code http://127.0.0.1:11434/v1}; empty for none
 * @param model its name there
 * @param apiKey sent as a bearer token; empty where none is wanted
 * @param timeout for all of it, from connecting to the last byte; at most 3 s
 */
@ConfigurationProperties("pendopo.knowledge.rewording")
record RewordingProperties(
        @DefaultValue("") URI url,
        @DefaultValue("") String model,
        @DefaultValue("") String apiKey,
        @DefaultValue("2s") Duration timeout) {

    static final String PREFIX = "pendopo.knowledge.rewording.";
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Whoever waits for the answer is told to come back after 7 s, and the turn wants its own share of them. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    RewordingProperties {
        boolean address = url.getHost() != null && SCHEMES.contains(url.getScheme());
        if (!url.toString().isEmpty() && (!address || url.getRawUserInfo() != null || url.getRawQuery() != null)) {
            throw new IllegalArgumentException(PREFIX + "url must be the address before /chat/completions, such as"
                    + " http://127.0.0.1:11434/v1; leave it empty to do without a model");
        }
        if (!url.toString().isEmpty() && model.isBlank()) {
            throw new IllegalArgumentException(
                    PREFIX + "model is missing: set the model's name, or leave " + PREFIX + "url empty");
        }
        if (!timeout.isPositive() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(PREFIX + "timeout must be longer than nothing and at most 3s");
        }
    }

    /** Where answers are asked for; empty without a model. */
    Optional<URI> address() {
        return Optional.of(url.toString())
                .filter(base -> !base.isEmpty())
                .map(base -> URI.create(base.replaceFirst("/+$", "") + "/chat/completions"));
    }

    @Override
    public String toString() {
        return "RewordingProperties[" + url + ", " + model + ", " + timeout + ", REDACTED]";
    }
}
