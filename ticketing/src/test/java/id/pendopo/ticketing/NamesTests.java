package id.pendopo.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTests {

    private static final Names HEALTH = new Names(
            "id", Map.of("en", "Health Office", "id", "Dinas Kesehatan", "pt-TL", "Serviço de Saúde", "tet", "Saúde"));

    @ParameterizedTest
    @CsvSource({
        "id, Dinas Kesehatan",
        "en, Health Office",
        "en-GB, Health Office",
        "pt-TL, Serviço de Saúde",
        "tet, Saúde",
        "jv, Dinas Kesehatan",
        "pt, Dinas Kesehatan",
        "und, Dinas Kesehatan"
    })
    void areReadInTheReadersLanguageOrTheDesksOwn(String reader, String name) {
        assertThat(HEALTH.in(Locale.forLanguageTag(reader))).isEqualTo(name);
    }

    @Test
    void areReadInAnyLanguageWhereTheDesksOwnIsMissing() {
        assertThat(new Names("id", Map.of("tet", "Saúde")).in(Locale.ENGLISH)).isEqualTo("Saúde");
    }

    @Test
    void beginWithTheDesksOwnLanguage() {
        assertThat(HEALTH.texts().keySet()).containsExactly("id", "en", "pt-TL", "tet");
    }

    @Test
    void areNeitherNoneNorBlank() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Names("id", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Names("id", Map.of("id", " ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"indonesia raya", "in", "EN", ""})
    void areOfARealLanguageTag(String tag) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Names("id", Map.of(tag, "Dinas Kesehatan")));
    }
}
