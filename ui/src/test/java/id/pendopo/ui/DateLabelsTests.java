package id.pendopo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLabelsTests {

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,   id, '24 November 2026, 14.30 WIB'",
        "Asia/Pontianak, id, '24 November 2026, 14.30 WIB'",
        "Asia/Makassar,  id, '24 November 2026, 15.30 WITA'",
        "Asia/Jayapura,  id, '24 November 2026, 16.30 WIT'",
        "Asia/Jakarta,   en, '24 November 2026, 14:30 WIB'",
        "Asia/Jayapura,  su, '24 Nopémber 2026, 16.30 WIT'",
        "Asia/Makassar,  jv, '24 November 2026, 15.30 WITA'",
        "Asia/Dili,      en, '24 November 2026, 16:30 GMT+09:00'",
    })
    void namesADateATimeAndItsZone(String zone, String language, String words) {
        ZonedDateTime at = Instant.parse("2026-11-24T07:30:00Z").atZone(ZoneId.of(zone));
        assertThat(DateLabels.dateAndTime(at, Locale.of(language))).isEqualTo(words);
    }

    @Test
    void namesTheDayOfTheWeek() {
        LocalDate day = LocalDate.parse("2026-08-17");
        assertThat(DateLabels.weekdayAndDate(day, Locale.of("id"))).isEqualTo("Senin, 17 Agustus 2026");
        assertThat(DateLabels.weekdayAndDate(day, Locale.ENGLISH)).isEqualTo("Monday, 17 August 2026");
    }
}
