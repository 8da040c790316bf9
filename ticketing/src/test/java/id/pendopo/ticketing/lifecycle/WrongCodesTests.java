package id.pendopo.ticketing.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ticketing.MovingClock;
import id.pendopo.ticketing.TicketingTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes count together who tries numbers. */
@TicketingTest
class WrongCodesTests {

    private static final String ADDRESS = "10.77.0.1";

    private final JdbcClient jdbc;
    private final MovingClock clock;
    private final WrongCodes here;
    private final WrongCodes there;

    @Autowired
    WrongCodesTests(JdbcClient jdbc, MovingClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.here = new WrongCodes(jdbc, clock);
        this.there = new WrongCodes(jdbc, clock);
    }

    @BeforeEach
    void nobodyTriedAnything() {
        jdbc.sql("delete from ticket_wrong_code").update();
    }

    @Test
    void countWhatWasTriedAtEither() {
        for (int i = 0; i < WrongCodes.FORGIVEN - 1; i++) {
            (i % 2 == 0 ? here : there).missed(ADDRESS);
        }
        assertThat(here.lockedUntil(ADDRESS)).isEmpty();

        there.missed(ADDRESS);

        assertThat(here.lockedUntil(ADDRESS))
                .isEqualTo(there.lockedUntil(ADDRESS))
                .isPresent();
        assertThat(here.lockedUntil("10.77.0.2")).isEmpty();
    }

    /** Tries spread over many lines are one attack; whoever mistyped nothing is not asked to pay for it. */
    @Test
    void forgiveEachLessWhileManyTryAtOnce() {
        for (int place = 0; place < 100; place++) {
            for (int i = 0; i < WrongCodes.FORGIVEN_THEN; i++) {
                (i % 2 == 0 ? here : there).missed((place % 2 == 0 ? "chat/" : "sms/") + place);
            }
        }
        here.missed("sms/slip");

        assertThat(there.lockedUntil("chat/0")).isPresent();
        assertThat(there.lockedUntil("sms/1")).isPresent();
        assertThat(there.lockedUntil("sms/slip")).isEmpty();
        assertThat(there.lockedUntil("sms/nobody")).isEmpty();
    }

    @Test
    void keepNoAddressInTheClear() {
        here.missed(ADDRESS);

        assertThat(jdbc.sql("select address from ticket_wrong_code")
                        .query(String.class)
                        .single())
                .doesNotContain(ADDRESS);
    }

    @Test
    void forgetWhoeverTriedAnHourAgo() {
        here.missed(ADDRESS);
        clock.forward(Duration.ofMinutes(61));

        there.forget();

        assertThat(jdbc.sql("select count(*) from ticket_wrong_code")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
