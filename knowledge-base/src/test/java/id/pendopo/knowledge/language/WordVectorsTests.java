package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Embedder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordVectorsTests {

    private final WordVectors vectors = WordVectors.shipped();

    @ParameterizedTest
    @CsvSource({
        "dokter gigi, dentist, jembatan roboh",
        "sekolah anak saya, my child's school, harga bensin",
        "griya kula kobongan, rumah saya terbakar, jadwal kereta",
        "kumaha mayar pajak, how do I pay tax, hujan di gunung",
        "ambulance, mobil jenazah dan orang sakit, resep masakan"
    })
    void likeMeaningsLieTogetherInWhateverLanguage(String text, String alike, String other) {
        assertThat(likeness(text, alike)).isGreaterThan(likeness(text, other) + 0.1);
    }

    @Test
    void carelessWordsMeanWhatStandardWordsMean() {
        assertThat(likeness("gmn byr pajak yg telat", "bagaimana bayar pajak yang terlambat"))
                .isGreaterThan(0.99);
    }

    @Test
    void aStemStandsForWordsThatNobodyListed() {
        assertThat(likeness("terpahamkan", "paham")).isGreaterThan(0.9);
    }

    @Test
    void wordsThatEverybodySaysHardlyCount() {
        assertThat(likeness("saya mau paspor yang itu", "paspor")).isGreaterThan(0.6);
    }

    @Test
    void whatMeansNothingToItIsOfZeros() {
        assertThat(vectors.embed("qzxw 12345 ???")).containsOnly(0F);
    }

    @Test
    void aVectorHasLengthOne() {
        float[] vector = vectors.embed("berapa biaya perpanjang sim c");

        assertThat(Math.sqrt(IntStream.range(0, vector.length)
                        .mapToDouble(i -> vector[i] * vector[i])
                        .sum()))
                .isBetween(0.999, 1.001);
    }

    private double likeness(String one, String other) {
        return Embedder.likeness(vectors.embed(one), vectors.embed(other));
    }
}
