package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisedTimeTests {

    @ParameterizedTest
    @CsvSource({
        "Asia/Jakarta,   id, 24 November 2026 pukul 14.30 WIB",
        "Asia/Pontianak, id, 24 November 2026 pukul 14.30 WIB",
        "Asia/Makassar,  id, 24 November 2026 pukul 15.30 WITA",
        "Asia/Jayapura,  id, 24 November 2026 pukul 16.30 WIT",
        "Asia/Jayapura,  en, 24 November 2026 at 16:30 WIT",
        "UTC,            en, 24 November 2026 at 07:30 UTC",
    })
    void isReadInTheUnitsZone(String zone, String language, String words) {
        PromisedTime time = new PromisedTime(Instant.parse("2026-11-24T07:30:00Z"), ZoneId.of(zone));

        assertThat(time.words(Locale.forLanguageTag(language))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "id, 1 Desember 2026",
        "en, 1 December 2026",
        "jv, 1 Desember 2026",
        "su, 1 Desember 2026",
        "pt, 1 dezembro 2026",
        "tet, 1 December 2026"
    })
    void namesTheMonthInTheLanguageOrInTheOneThatStandsIn(String language, String date) {
        PromisedTime time = new PromisedTime(Instant.parse("2026-11-30T17:00:00Z"), ZoneId.of("Asia/Jakarta"));

        assertThat(time.date(Locale.forLanguageTag(language))).isEqualTo(date);
    }
}
