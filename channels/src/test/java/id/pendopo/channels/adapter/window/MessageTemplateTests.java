package id.pendopo.channels.adapter.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTests {

    private static MessageTemplate template(String body) {
        return new MessageTemplate(
                "kabar", "id", "UTILITY", "APPROVED", "GREEN", body, MessageTemplate.places(body), true);
    }

    /** Line feeds, tabs and four spaces on end are refused by the provider. */
    @Test
    void parametersHaveNoLineFeedsNoTabsAndNoRowsOfSpaces() {
        MessageTemplate.Filled filled = template("Laporan {{1}}: {{2}}")
                .about(Optional.of("123"), " Sudah\r\n\r\nselesai.\tCek     dulu ya.\n")
                .orElseThrow();

        assertThat(filled.parameters()).containsExactly("123", "Sudah selesai. Cek dulu ya.");
        assertThat(filled.text()).isEqualTo("Laporan 123: Sudah selesai. Cek dulu ya.");
    }

    @Test
    void wordsAreCutWhereTheFinishedTextWouldBeTooLong() {
        MessageTemplate.Filled filled = template("Laporan {{1}}: {{2}}")
                .about(Optional.of("123"), "🙏".repeat(2000))
                .orElseThrow();

        assertThat(filled.text().codePointCount(0, filled.text().length())).isEqualTo(1024);
        assertThat(filled.parameters().getLast()).startsWith("🙏").endsWith("🙏…");
    }

    @Test
    void aPlaceInTheWordsIsNoPlace() {
        assertThat(template("{{1}}: {{2}}")
                        .about(Optional.of("123"), "Isi {{1}} $1 \\")
                        .orElseThrow()
                        .text())
                .isEqualTo("123: Isi {{1}} $1 \\");
    }

    @Test
    void oneWithASinglePlaceNeedsNoCode() {
        assertThat(template("Kabar: {{1}}")
                        .about(Optional.empty(), "selesai")
                        .orElseThrow()
                        .parameters())
                .containsExactly("selesai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ada kabar.", "{{1}} {{2}} {{3}}", "{{1}}: {{2}}"})
    void oneThatCannotSayItIsNone(String body) {
        assertThat(template(body).about(Optional.empty(), "selesai")).isEmpty();
    }

    @Test
    void wordsOfSpacesAreNone() {
        assertThat(template("Kabar: {{1}}").about(Optional.empty(), " \n ")).isEmpty();
    }

    @Test
    void speaksALanguageWhateverItsCountry() {
        MessageTemplate english = new MessageTemplate("a", "en_US", "UTILITY", "APPROVED", "GREEN", "{{1}}", 1, true);

        assertThat(english.speaks(Locale.ENGLISH)).isTrue();
        assertThat(english.speaks(Locale.of("id"))).isFalse();
    }
}
