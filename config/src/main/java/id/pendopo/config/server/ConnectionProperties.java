package id.pendopo.config.server;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The limits of HTTP connections.
 *
 * @param maxConnections at most so many are open; 0: about 2,000 for each GB of the heap
 * @param maxPerAddress at most so many of one IPv4 address or one IPv6 /64; 0: an eighth of all
 * @param readDeadline for a request's head and body together, from its first byte; at least 100 ms
 * @param leastRate what a second of more time costs: whoever sends this much in a second is not cut; 1 byte or more
 * @param proxies CIDR ranges of the proxies in front of the desk, whose word on addresses and schemes is taken and
 *     whose connections are not counted by address
 */
@ConfigurationProperties("pendopo.server")
record ConnectionProperties(
        @DefaultValue("0") int maxConnections,
        @DefaultValue("0") int maxPerAddress,
        @DefaultValue("20s") Duration readDeadline,
        @DefaultValue("8KB") DataSize leastRate,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> proxies) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    ConnectionProperties {
        if (maxConnections < 0 || maxPerAddress < 0) {
            throw new IllegalArgumentException("pendopo.server: a number of connections is 0 or more");
        }
        if (readDeadline.compareTo(SHORTEST) < 0 || leastRate.toBytes() < 1) {
            throw new IllegalArgumentException(
                    "pendopo.server: read-deadline is 100ms or more, least-rate one byte or more");
        }
    }
}
