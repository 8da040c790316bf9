package id.pendopo.knowledge.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.Embedder;
import id.pendopo.knowledge.TextClassifier.Example;
import id.pendopo.knowledge.text.Lexicon;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecondOpinionTests {

    private static final GlossEmbedder EMBEDDER =
            SecondOpinions.shipped().embedder().orElseThrow();
    private static final List<Example> LEARNED = List.of(
            new Example("rumah tetangga kebakaran", "fire"),
            new Example("ada api besar di dapur", "fire"),
            new Example("asap tebal keluar dari atap", "fire"),
            new Example("banjir masuk rumah", "flood"),
            new Example("air sungai meluap ke jalan", "flood"),
            new Example("kami terjebak air setinggi dada", "flood"));

    @Test
    void aTextIsNamedWordByWordInEnglish() {
        assertThat(EMBEDDER.gloss("kartu keluarga saya hilang")).isEqualTo("family card i lost");
        assertThat(EMBEDDER.gloss("my passport xyzzy")).endsWith("passport xyzzy");
    }

    @Test
    void whatMeansTheSameLiesTogetherInEveryLanguage() {
        float[] burning = EMBEDDER.embed("rumah kebakaran");

        assertThat(Embedder.likeness(burning, EMBEDDER.embed("griyane kobongan")))
                .isGreaterThan(Embedder.likeness(burning, EMBEDDER.embed("jam buka kantor")) + 0.3);
    }

    @Test
    void wordsThatWereNeverLearnedAreToldByWhatTheyMean() {
        SecondOpinion opinion = SecondOpinion.train(LEARNED, EMBEDDER);

        assertThat(opinion.of("the warehouse is burning").best().label()).isEqualTo("fire");
        assertThat(opinion.of("omahku kelem banyu").best().label()).isEqualTo("flood");
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        SecondOpinion opinion = SecondOpinion.train(LEARNED, EMBEDDER);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        opinion.write(new DataOutputStream(written));

        SecondOpinion read =
                SecondOpinion.read(new DataInputStream(new ByteArrayInputStream(written.toByteArray())), EMBEDDER);

        assertThat(read.of("api di pasar").best().confidence())
                .isCloseTo(opinion.of("api di pasar").best().confidence(), within(0.01));
    }

    @Test
    void onlyWhoIsUnsureIsGivenASecondOpinion() {
        Lexicon lexicon = Lexicon.shipped();
        LinearCategorizer first = LinearCategorizer.train(LEARNED, lexicon::standardWords);
        SecondOpinion second = SecondOpinion.train(LEARNED, EMBEDDER);
        String text = "banjir masuk rumah";

        PooledCategorizer alone = new PooledCategorizer(lexicon, first, Optional::empty, 1);
        PooledCategorizer sure = new PooledCategorizer(lexicon, first, () -> Optional.of(second), 0);
        PooledCategorizer unsure = new PooledCategorizer(lexicon, first, () -> Optional.of(second), 1);

        PooledCategorizer never = new PooledCategorizer(
                lexicon,
                first,
                () -> {
                    throw new IllegalStateException("a sure opinion needs no other");
                },
                0);

        assertThat(never.of(text)).isPresent();
        assertThat(sure.of(text)).isEqualTo(alone.of(text));
        assertThat(unsure.of(text)).isNotEqualTo(alone.of(text));
        assertThat(unsure.of("123")).isEmpty();
    }

    @Test
    void twoOpinionsAreAddedUpToOne() {
        Likelihoods one = new Likelihoods(Map.of("a", 0.6, "b", 0.4));
        Likelihoods other = new Likelihoods(Map.of("a", 0.1, "b", 0.9));

        Likelihoods pooled = one.pooled(other, 0.5);

        assertThat(pooled.best().label()).isEqualTo("b");
        assertThat(pooled.byLabel().values().stream().mapToDouble(each -> each).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(pooled.against("b").confidence()).isCloseTo(1 - pooled.best().confidence(), within(1e-9));
    }
}
