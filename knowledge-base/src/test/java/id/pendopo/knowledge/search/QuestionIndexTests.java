package id.pendopo.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.pendopo.knowledge.language.WordVectors;
import id.pendopo.knowledge.text.AspectWords;
import id.pendopo.knowledge.text.Lexicon;
import id.pendopo.knowledge.text.Stems;
import id.pendopo.knowledge.text.TermVector;
import id.pendopo.knowledge.text.TermWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionIndexTests {

    private final Stems stems = new Stems();
    private final Lexicon lexicon = Lexicon.shipped();
    private final AspectWords aspects = new AspectWords();

    private static final List<Passage> FIELDED = List.of(
            passage(
                    "ktp-hilang",
                    "ktp",
                    "Lapor ke polisi, lalu ke Disdukcapil.",
                    "KTP hilang",
                    "kartu saya hilang, biaya brp"),
            passage("ktp-hilang", "ktp", "Report it to the police.", "Lost identity card"),
            passage(
                    "paspor-baru",
                    "paspor",
                    "Unduh M-Paspor dan pilih jadwal.",
                    "Paspor baru",
                    "cara buat paspor, paspor anak"),
            passage("sim-c", "sim", "Ujian teori dan praktik di Satpas.", "SIM C baru", "syarat sim c apa saja"));

    @ParameterizedTest
    @ValueSource(
            strings = {"ktp sy hilang gmn", "biaya paspor anak", "lost identity card", "syarat bikn sim c", "sampah"})
    void comparesAsWholeVectorsWould(String question) {
        TermWeights emphasis = new TermWeights(true, aspects);
        QuestionIndex lines =
                new QuestionIndex(FIELDED, lexicon, WordVectors.shipped(), stems, emphasis, aspects.words());
        ParsedQuery reading = new QueryParser(lexicon, lines, stems, aspects, emphasis).read(question);
        QueryFeatures asked = new QueryFeatures(reading, lines, WordVectors.shipped());
        Map<String, Double> letters = new HashMap<>();
        reading.words().forEach(word -> TermVector.countLetters(word.word(), word.weight(), letters));
        TermVector byStem = TermVector.of(reading.stems(), lines.rarity()::of);
        TermVector byLetter = TermVector.of(letters, lines.letterRarity()::of);

        for (IndexedQuestion line : lines.all()) {
            TermVector lineByStem = vector(line, word -> stems.of(List.of(word)), lines.rarity());
            TermVector lineByLetter = vector(line, TermVector::lettersOf, lines.letterRarity());
            assertThat(asked.likenessOfStems(line)).isCloseTo(byStem.with(lineByStem), within(1e-9));
            assertThat(asked.likenessOfLetters(line)).isCloseTo(byLetter.with(lineByLetter), within(1e-9));
            assertThat(asked.covered(asked.held(line))).isCloseTo(covered(asked, line), within(1e-9));
        }
    }

    /** The later lines are longer: who merges the smallest parts of the index first mixes them up. */
    @Test
    void keepsEachLineInItsPlaceHoweverManyThereAre() {
        List<Passage> many = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            many.add(passage("p" + i, "", "kantor " + "desa ".repeat(i / 1_000), "nomor kata" + letters(i)));
        }
        SearchIndex index = new SearchIndex(many, lexicon, WordVectors.shipped());

        for (int number : new int[] {7, 4_999, 11_998}) {
            Findings findings = index.search("kata" + letters(number), Optional.empty());
            assertThat(findings.hits().getFirst().id()).isEqualTo("p" + number);
        }
    }

    private static String letters(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 20) {
            word.append("bcdfghjklmnpqrstvwxz".charAt(rest % 20)).append("uo".charAt(rest % 2));
        }
        return word.toString();
    }

    private static double covered(QueryFeatures asked, IndexedQuestion line) {
        Set<String> held = new HashSet<>();
        line.words().forEach(word -> held.addAll(new Stems().of(List.of(word.text()))));
        double all = 0;
        double covered = 0;
        for (QueryConcept told : asked.concepts()) {
            all += told.tells();
            covered += told.tells() * told.concept().satisfiedBy(held);
        }
        return all == 0 ? 0 : covered / all;
    }

    private static TermVector vector(
            IndexedQuestion line, Function<String, List<String>> terms, InverseDocumentFrequency rarity) {
        Map<String, Double> counts = new HashMap<>();
        line.words()
                .forEach(word ->
                        terms.apply(word.text()).forEach(term -> counts.merge(term, word.weight(), Double::sum)));
        return TermVector.of(counts, rarity::of);
    }

    private static Passage passage(String id, String service, String body, String... questions) {
        return new Passage(id, service, List.of(questions), body, !service.isEmpty());
    }
}
