package id.pendopo.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Edition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedArticlesTests {

    private static final List<Edition> EDITIONS = ArticleFiles.shipped().editions();
    private static final KnowledgeBase KNOWLEDGE = Shipped.knowledgeBase();

    static Stream<ArticleVersion> texts() {
        return EDITIONS.stream().map(Edition::text);
    }

    @Test
    void thereAreEightyFiveOnThirtyFiveServices() {
        assertThat(texts().map(ArticleVersion::slug).distinct()).hasSizeGreaterThanOrEqualTo(85);
        assertThat(texts().map(ArticleVersion::service).distinct()).hasSizeGreaterThanOrEqualTo(35);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextMessageIsOneSegment(ArticleVersion text) {
        assertThat(Gsm7.fitsOneSegment(text.sms()))
                .as("%s/%s: %d septets", text.slug(), text.language(), Gsm7.length(text.sms()))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aSpokenAnswerTakesTwentySeconds(ArticleVersion text) {
        assertThat(AnswerTexts.words(text.voice()))
                .as(text.slug() + "/" + text.language())
                .isLessThanOrEqualTo(AnswerTexts.SPOKEN_WORDS);
    }

    @Test
    void theEnglishTextKnowsTheSameFields() {
        var byLanguage = texts().collect(Collectors.groupingBy(
                text -> text.language().getLanguage(),
                Collectors.toMap(ArticleVersion::slug, text -> text.fields().keySet())));

        assertThat(byLanguage.get("en")).isNotEmpty();
        assertThat(byLanguage.get("id")).containsAllEntriesOf(byLanguage.get("en"));
    }

    @Test
    void noQuestionStandsInTwoArticles() {
        var articles = EDITIONS.stream()
                .flatMap(edition -> edition.questions().stream()
                        .map(question -> Map.entry(
                                question.toLowerCase(Locale.ROOT),
                                edition.text().slug())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));

        assertThat(articles.values()).allSatisfy(slugs -> assertThat(slugs).hasSize(1));
    }

    @Test
    void everyFigureHasASource() {
        assertThat(KnowledgeChecks.ofShippedArticles().unsourcedFigures()).isEmpty();
    }

    @Test
    void everyServiceHasAName() {
        var names = ResourceBundle.getBundle("messages.knowledge", Locale.ROOT);

        assertThat(texts().map(text -> "service." + text.service()).distinct()).allMatch(names::containsKey);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ktp sy ilang gmn urusnya               | ktp-el-hilang        | PROCEDURE
            brp biaya perpanjang sim c             | sim-perpanjang       | FEE
            how much is a passport                 | paspor-baru          | FEE
            skck brp                               | skck-baru            | FEE
            mau urus akta lahir anak syaratnya apa | akta-kelahiran-baru  | REQUIREMENTS
            lost my id card what documents do i need | ktp-el-hilang      | REQUIREMENTS
            biaya balik nama motor                 | kendaraan-balik-nama | FEE
            dasar hukum kia                        | kia-baru             | LEGAL_BASIS
            di mana bikin kk                       | kk-baru              | OFFICE
            nikah di kua bayar brp                 | nikah-daftar         | FEE
            buku nikah ilang syaratnya apa         | nikah-buku-hilang    | REQUIREMENTS
            biaya resmi ptsl                       | tanah-ptsl           | FEE
            sktm brp hari jadi ya                  | sktm-baru            | DURATION
            syarat kip kuliah                      | kip-kuliah           | REQUIREMENTS
            cara cairkan jht stlh resign           | jht-klaim            | PROCEDURE
            obat tbc di puskesmas gratis kah       | tbc-berobat          | FEE
            syarat bikin kartu kuning              | ak1-baru             | REQUIREMENTS
            how much is an apostille               | apostille-dokumen    | FEE
            dasar hukum spmb                       | spmb-daftar          | LEGAL_BASIS
            """)
    void answersWhatCitizensAsk(String text, String slug, Aspect aspect) {
        assertThat(ask(text)).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.version().slug()).isEqualTo(slug);
            assertThat(found.aspect()).contains(aspect);
            assertThat(found.citation().source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "mau lapor jalan rusak dpn sd 3",
        "sampah tidak diangkut seminggu",
        "lampu jalan mati depan rumah saya",
        "resep rendang",
        "petugas",
        "terima kasih"
    })
    void leavesToOthersWhatIsNoQuestionToTheArticles(String text) {
        assertThat(ask(text)).isInstanceOf(Answer.Unknown.class);
    }

    private static Answer ask(String text) {
        return KNOWLEDGE.ask(new Question(text, Locale.of("id"), Optional.empty()));
    }
}
