package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingCorrectorTests {

    private final SpellingCorrector spelling = new SpellingCorrector(
            Map.of("kendaraan", 9, "perpanjang", 7, "paspor", 5, "pasar", 1, "syarat", 8, "sim", 3));

    @ParameterizedTest
    @CsvSource({
        "kendaran, kendaraan",
        "kendaraaan, kendaraan",
        "pespor, paspor",
        "papsor, paspor",
        "kndraan, kendaraan",
        "prpnjng, perpanjang",
        "syrat, syarat"
    })
    void findsTheWordThatWasMeant(String typed, String meant) {
        assertThat(spelling.correct(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"paspor", "sin", "sepeda", "1234", "👍"})
    void leavesOtherWordsAlone(String word) {
        assertThat(spelling.correct(word)).isEmpty();
    }
}
