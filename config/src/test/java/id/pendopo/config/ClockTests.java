package id.pendopo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ClockTests {

    @Test
    void todayIsTheDayOfTheAgencyAndNotOfGreenwich() {
        Clock house = new Pendopo().clock(ZoneId.of("Asia/Jakarta"));
        Instant early = Instant.parse("2026-11-30T22:30:00Z");
        assertThat(LocalDate.now(Clock.fixed(early, house.getZone()))).isEqualTo("2026-12-01");
    }
}
