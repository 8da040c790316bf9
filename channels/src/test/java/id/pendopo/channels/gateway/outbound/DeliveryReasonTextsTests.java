package id.pendopo.channels.gateway.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.channels.DeliveryReasons;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeliveryReasonTextsTests {

    private final DeliveryReasons reasons = new DeliveryReasonTexts();

    @Test
    void aReasonThatWeKnowIsToldInWordsOfTheReadersLanguage() {
        assertThat(reasons.inWords("unreachable", Locale.of("id"))).startsWith("Penyedia tidak dapat dihubungi");
        assertThat(reasons.inWords("unreachable", Locale.ENGLISH))
                .doesNotContain("Penyedia")
                .isNotBlank();
    }

    @Test
    void anyOtherIsTheProvidersCode() {
        assertThat(reasons.inWords("63024", Locale.of("id"))).isEqualTo("Kode dari penyedia: 63024.");
    }
}
