package id.pendopo.config.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.pendopo.channels.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class VisitorSessionsTests {

    private static final String OFFICE = "203.0.113.7";

    private final Map<String, Integer> uses = new HashMap<>();
    private final Limits.Values values = (limit, _) -> Objects.requireNonNull(
            Map.of(VisitorSessions.ALL, 1000L, VisitorSessions.BY_ADDRESS, 100L).get(limit));

    private VisitorSessions open(long sessions) {
        JdbcClient jdbc = mock(JdbcClient.class, RETURNS_DEEP_STUBS);
        when(jdbc.sql(anyString()).param(anyString(), any()).query(Long.class).single())
                .thenReturn(sessions);
        return new VisitorSessions(
                jdbc,
                (what, times, _) -> uses.merge(what, 1, Integer::sum) > times
                        ? Optional.of(Duration.ofSeconds(9))
                        : Optional.empty(),
                values);
    }

    @Test
    void fortyPeopleOfAnOfficeBehindOneAddressVisitAtOnce() {
        VisitorSessions sessions = open(0);

        assertThat(IntStream.range(0, 40).filter(_ -> sessions.begins(OFFICE))).hasSize(40);
    }

    @Test
    void oneAddressBeginsNoMoreThanItMayAndKeepsNobodyElseOut() {
        VisitorSessions sessions = open(0);

        assertThat(IntStream.range(0, 150).filter(_ -> sessions.begins(OFFICE))).hasSize(100);
        assertThat(sessions.begins("198.51.100.9")).isTrue();
        assertThat(uses.keySet()).noneMatch(what -> what.contains("203.0.113"));
    }

    @Test
    void thereAreNoMoreThanThereMayBeInAll() {
        VisitorSessions sessions = open(998);

        assertThat(IntStream.range(0, 5).filter(i -> sessions.begins("198.51.100." + i)))
                .hasSize(2);
    }

    @Test
    void everybodyBehindAProxyOnThisMachineIsNotOneAddress() {
        VisitorSessions sessions = open(0);

        assertThat(IntStream.range(0, 150).filter(_ -> sessions.begins("127.0.0.1")))
                .hasSize(150);
    }
}
