package id.pendopo.config.sessions;

import id.pendopo.channels.Limits;
import id.pendopo.ui.NetworkName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bound of visitors' sessions: how many one address may begin, and how many there may be of people who are not logged in.
 * The table is counted again every few seconds; between two counts this node adds what it begins.
 */
@Component
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class VisitorSessions implements Limits.Use {

    static final String ALL = "visitor-sessions";
    static final String BY_ADDRESS = "visitor-sessions-begun";

    private static final String BEGIN = "session/begin/";
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final long COUNTED_FOR = Duration.ofSeconds(5).toNanos();

    private final JdbcClient jdbc;
    private final Limits limits;
    private final Limits.Values values;
    private final AtomicLong open = new AtomicLong();
    private volatile long countedAt = System.nanoTime() - COUNTED_FOR;

    VisitorSessions(JdbcClient jdbc, Limits limits, Limits.Values values) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.values = values;
    }

    /** Counts one more for an address, if there may be one. */
    boolean begins(String address) {
        if (System.nanoTime() - countedAt >= COUNTED_FOR) {
            countedAt = System.nanoTime();
            open.set(counted());
        }
        boolean begun = open.get() < values.of(ALL) && paced(address);
        if (begun) {
            open.incrementAndGet();
        }
        return begun;
    }

    /** A desk behind a proxy that hides the citizens' addresses must not take them all for one. */
    private boolean paced(String address) {
        return NetworkName.of(address)
                .flatMap(network -> limits.exceeded(BEGIN + network, (int) values.of(BY_ADDRESS), WITHIN))
                .isEmpty();
    }

    private long counted() {
        return jdbc.sql("select count(*) from spring_session where principal_name is null and expiry_time > :now")
                .param("now", System.currentTimeMillis())
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Long> now() {
        return Map.of(ALL, counted(), BY_ADDRESS, limits.busiest(BEGIN));
    }

    /** Its limits. */
    @Configuration(proxyBeanMethods = false)
    static class Bounds {

        private static final int MOST = 10_000_000;

        @Bean
        Limits.Adjustable openVisits() {
            return new Limits.Adjustable(ALL, "limits." + ALL, 50_000, 100, MOST, false);
        }

        @Bean
        Limits.Adjustable begunVisits() {
            return new Limits.Adjustable(BY_ADDRESS, "limits." + BY_ADDRESS, 2_000, 10, MOST, false);
        }
    }
}
