package id.pendopo.config;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.ui.CountryPack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;

class ClockTests {

    @Test
    void todayIsTheDayOfTheAgencyAndNotOfGreenwich() {
        Clock house = new Pendopo().clock(CountryPack.of("id"), new StandardEnvironment());
        Instant early = Instant.parse("2026-11-30T22:30:00Z");
        assertThat(LocalDate.now(Clock.fixed(early, house.getZone()))).isEqualTo("2026-12-01");
    }
}
