package id.pendopo.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMessageTests {

    @ParameterizedTest
    @CsvSource({
        "'ha\u0000lo', halo",
        "'KTP\u200b hilang', KTP hilang",
        "'biaya\u202e SIM\u202c', biaya SIM",
        "'soft\u00adhyphen\ufeff', softhyphen",
        "'SIM\udb40\udc69\udb40\udc67', SIM",
        "'baris satu\nbaris dua', 'baris satu\nbaris dua'",
        "'\ud83d\udc68\u200d\ud83d\udc67 keluarga', '\ud83d\udc68\u200d\ud83d\udc67 keluarga'"
    })
    void keepsOfATextWhatPeopleSee(String typed, String kept) {
        Address citizen = new Address("test", "+6281200001234");

        assertThat(InboundMessage.text("test", "m", Instant.EPOCH, "test", citizen, typed)
                        .text())
                .isEqualTo(kept);
    }
}
