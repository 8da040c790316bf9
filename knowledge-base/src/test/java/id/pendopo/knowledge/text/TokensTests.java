package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tolooooong dong KTP-el!!   | tolong dong ktp el
            bayar Rp75.000,50          | bayar rp 75000 50
            sd3                        | sd 3
            👍 ok                      | ok
            """)
    void cutsATextIntoWords(String text, String words) {
        assertThat(Tokens.of(text)).isEqualTo(List.of(words.split(" ")));
    }
}
