package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTests {

    private final Lexicon lexicon = Lexicon.shipped();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jalan2 ke rt2 sd2, 5km2 | jalan jalan ke rt2 sd2, 5km2
            bener2 rusak            | bener2 rusak
            pajak motor 2 tahun     | pajak motor 2 tahun
            """)
    void spellsOutAWordThatIsWrittenTwiceByATwo(String text, String spelled) {
        assertThat(lexicon.spelledOut(text)).isEqualTo(spelled);
    }
}
