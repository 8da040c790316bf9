package id.pendopo.channels.gateway.upkeep;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long the lines remember, {@code pendopo.channels.retention}.
 *
 * @param keys stored answers and reports; at least 8 days, longer than any provider repeats an event
 * @param personal what people wrote and where they can be reached
 */
@ConfigurationProperties("pendopo.channels.retention")
record RetentionProperties(
        @DefaultValue("14d") Duration keys,
        @DefaultValue("730d") Duration personal) {

    private static final Duration LEAST = Duration.ofDays(8);

    RetentionProperties {
        if (keys.compareTo(LEAST) < 0 || personal.compareTo(keys) < 0) {
            throw new IllegalArgumentException(
                    "pendopo.channels.retention.keys is at least 8 days, and personal is not shorter than keys");
        }
    }
}
