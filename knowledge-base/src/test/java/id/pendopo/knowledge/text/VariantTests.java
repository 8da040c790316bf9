package id.pendopo.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Biaya: Rp75.000           | 15
            [kartu]                   | 9
            5 €                       | 4
            """)
    void countsSeptets(String text, int septets) {
        assertThat(Gsm7.length(text)).isEqualTo(septets);
    }

    @ParameterizedTest
    @CsvSource({"kartu ✓", "“kutip”", "naïve"})
    void aForeignCharacterDoesNotFit(String text) {
        assertThat(Gsm7.fitsOneSegment(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “kutip” – lalu…      | "kutip" - lalu...
            naïve                | naive
            selesai ✅ ya        | selesai  ya
            3 × 4 cm             | 3 x 4 cm
            """)
    void makesTypographyPlain(String text, String plain) {
        assertThat(Gsm7.plain(text)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Gratis. Lihat Jl. Melati No. 5. Buka pagi. | Gratis./Lihat Jl. Melati No. 5./Buka pagi.
            Rp75.000 sekali bayar.                     | Rp75.000 sekali bayar.
            """)
    void endsSentencesWhereTheyEnd(String text, String sentences) {
        assertThat(Sentences.of(text)).isEqualTo(List.of(sentences.split("/")));
    }

    @Test
    void keepsTheNumbersOfStepsAndDropsBullets() {
        assertThat(Sentences.of("1. Datang.\n2. Ambil kartu.")).containsExactly("1. Datang.", "2. Ambil kartu.");
        assertThat(Sentences.of("- KTP\n- Kartu keluarga")).containsExactly("KTP", "Kartu keluarga");
    }

    @Test
    void aShortenedTextEndsWithASentence() {
        assertThat(Sentences.leading("Biaya: ", "Satu dua. Tiga empat. Lima enam.", text -> text.length() <= 30))
                .isEqualTo("Biaya: Satu dua. Tiga empat.");
    }
}
