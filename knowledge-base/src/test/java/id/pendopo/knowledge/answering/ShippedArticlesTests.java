package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.BundledModels;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.articles.ArticleFiles;
import id.pendopo.knowledge.articles.Edition;
import id.pendopo.knowledge.articles.SourceChecks;
import id.pendopo.knowledge.text.Gsm7;
import id.pendopo.knowledge.text.ValidityWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedArticlesTests {

    private static final List<Edition> EDITIONS = ArticleFiles.shipped().editions();
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d.,]*\\d|\\d");
    private static final KnowledgeBase KNOWLEDGE = BundledModels.load().knowledgeBase();

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

    @ParameterizedTest
    @CsvSource({"en, 81", "jv, 15", "su, 15"})
    void aTranslationKnowsTheSameFieldsFromTheSameSources(String language, int least) {
        assertThat(in(language)).hasSizeGreaterThanOrEqualTo(least).allSatisfy((slug, translation) -> {
            Edition original = in("id").get(slug);
            assertThat(translation.text().fields().keySet())
                    .as(slug)
                    .isEqualTo(original.text().fields().keySet());
            assertThat(translation.readIn()).as(slug).isEqualTo(original.readIn());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"jv", "su"})
    void aTranslationAddsNoFigureAndLeavesNoneOut(String language) {
        assertThat(in(language)).allSatisfy((slug, translation) -> {
            Edition original = in("id").get(slug);
            assertThat(figures(translation)).as(slug).isEqualTo(figures(original));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "jv, Ragad: Gratis. Ngurus lan nampi dokumen kependudukan mboten dipunsuwuni ragad.",
        "su, Waragad: Gratis. Ngurus sareng medalkeun dokumén kependudukan teu dipungut waragad.",
        "id, Biaya: Gratis. Pengurusan dan penerbitan dokumen kependudukan tidak dipungut biaya."
    })
    void anAnswerSpeaksTheLanguageOfTheQuestioner(String language, String fee) {
        var asked = Optional.of(Aspect.FEE);

        assertThat(KNOWLEDGE.answer("ktp-el-baru", asked, Locale.of(language)).map(Answer.Found::web))
                .contains(fee);
        assertThat(KNOWLEDGE
                        .answer("sim-baru", asked, Locale.of(language))
                        .map(found -> found.version().language().getLanguage()))
                .as("nobody wrote it in another language yet")
                .contains("id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jv | ktpku ilang piye ngurusne        | ktp-el-hilang
            jv | manjangake sim c mbayar pira     | sim-perpanjang
            su | ktp abdi leungit kumaha ngurusna | ktp-el-hilang
            su | nyieun skck mayar sabaraha       | skck-baru
            id | ktp saya hilang bagaimana        | ktp-el-hilang
            """)
    void aQuestionIsAnsweredInItsLanguage(String language, String text, String slug) {
        assertThat(KNOWLEDGE.ask(new Question(text, Locale.of(language), Optional.empty())))
                .isInstanceOfSatisfying(Answer.Found.class, found -> {
                    assertThat(found.version().slug()).isEqualTo(slug);
                    assertThat(found.version().language()).isEqualTo(Locale.of(language));
                });
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
        assertThat(SourceChecks.ofShippedArticles().unsourcedFigures()).isEmpty();
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
            syarat ktp                             | ktp-el-baru          | REQUIREMENTS
            cara membayar pajak motor              | pajak-kendaraan-tahunan | PROCEDURE
            gimana cara bayar pajak motor          | pajak-kendaraan-tahunan | PROCEDURE
            kumaha cara mayar pajak motor          | pajak-kendaraan-tahunan | PROCEDURE
            bayar pajak motor berapa               | pajak-kendaraan-tahunan | FEE
            bayar pajak motor di mana              | pajak-kendaraan-tahunan | PAYMENT
            bayar pbb online gimana                | pbb-bayar            | PAYMENT
            bikin ktp bayarnya gimana              | ktp-el-baru          | FEE
            daftar npwp online di mana             | npwp-daftar          | ONLINE
            skck berlaku berapa lama               | skck-baru            | VALIDITY
            lapor pindah datang kemana             | pindah-datang        | OFFICE
            ktp hilang lapor kemana                | ktp-el-hilang        | PROCEDURE
            bikin paspor lapor kmn                 | paspor-baru          | COMPLAINT
            """)
    void answersWhatCitizensAsk(String text, String slug, Aspect aspect) {
        assertThat(ask(text)).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.version().slug()).isEqualTo(slug);
            assertThat(found.aspect()).contains(aspect);
            assertThat(found.citation().source()).isNotBlank();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jam buka disdukcapil                | kantor-disdukcapil | HOURS
            jam buka disdukcapil di bekasi      | kantor-disdukcapil | HOURS
            kantor imigrasi buka jam berapa     | kantor-imigrasi    | HOURS
            no telp samsat brp                  | kantor-samsat      | OFFICE
            kua buka hari sabtu?                | kantor-kua         | HOURS
            alamat kantor bpn bekasi            | kantor-pertanahan  | OFFICE
            dispendukcapil bukak jam pinten     | kantor-disdukcapil | HOURS
            where is the immigration office     | kantor-imigrasi    | OFFICE
            bikin ktp di disdukcapil jam berapa | ktp-el-baru        | HOURS
            di mana bikin kk                    | kk-baru            | OFFICE
            """)
    void tellsOfAnOfficeWhereNoServiceIsNamedBesideIt(String text, String slug, Aspect aspect) {
        Answer answer = ask(text);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo(slug));
        assertThat(KNOWLEDGE.answer(slug, Optional.of(aspect), Locale.of("id"))).hasValueSatisfying(field -> {
            assertThat(((Answer.Found) answer).web()).isEqualTo(field.web());
        });
    }

    @ParameterizedTest
    @CsvSource({"tb2 kok listrik mati, pln-padam", "tb2 bpjs mati, bpjs-nonaktif", "obat tb gratis?, tbc-berobat"})
    void readsAWordThatIsWrittenTwiceByATwo(String text, String slug) {
        assertThat(ask(text))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo(slug));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kalo telat gimana           | akta-kelahiran-baru | akta-kelahiran-terlambat
            kalo sim?                   | stnk-hilang         | sim-hilang
            nek kk                      | ktp-el-hilang       | kk-hilang
            kalo calonnya beda kota?    | nikah-daftar        | nikah-numpang
            kalo lewat hp               | sim-perpanjang      | sim-online
            pinten biayanipun           | ktp-el-hilang       | ktp-el-hilang
            what do I need to bring     | paspor-hilang       | paspor-hilang
            """)
    void goesOnAboutTheServiceTalkedAbout(String text, String about, String slug) {
        assertThat(KNOWLEDGE.ask(new Question(text, Locale.of("id"), Optional.of(about))))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo(slug));
    }

    @ParameterizedTest
    @CsvSource({
        "paspor-baru, bayar di mana, PAYMENT",
        "paspor-baru, bayarnya gimana, PAYMENT",
        "paspor-baru, daftar online di mana, ONLINE",
        "stnk-hilang, bayarnya gimana, PROCEDURE",
        "pindah-keluar, lapor kmn, OFFICE",
        "akta-kelahiran-baru, lapor ke mana, OFFICE",
        "npwp-spt-tahunan, lapor ke mana, OFFICE",
        "paspor-baru, lapor ke mana, COMPLAINT"
    })
    void answersAFieldOfWhatWasTalkedAbout(String about, String text, Aspect aspect) {
        assertThat(KNOWLEDGE.ask(new Question(text, Locale.of("id"), Optional.of(about))))
                .isInstanceOfSatisfying(Answer.Found.class, found -> {
                    assertThat(found.version().slug()).isEqualTo(about);
                    assertThat(found.aspect()).contains(aspect);
                });
    }

    @Test
    void aTextMessageNamesTheOfficeBesideTheAddress() {
        assertThat(KNOWLEDGE
                        .answer("npwp-daftar", Optional.of(Aspect.ONLINE), Locale.of("id"))
                        .map(Answer.Found::sms))
                .hasValueSatisfying(
                        sms -> assertThat(sms).contains("coretaxdjp.pajak.go.id", "kantor pelayanan pajak"));
    }

    @Test
    void noWaitingTimeIsAValidity() {
        ValidityWords validity = new ValidityWords();

        assertThat(texts().filter(text -> validity.in(text.fields().getOrDefault(Aspect.DURATION, ""))))
                .extracting(ArticleVersion::slug)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'bayi kuning di rs, bpjs ny blm. cpt?', bpjs-bayi",
        "'Kami berdomisili di Cirebon tetapi anak lahir di Bandung. Akta diurus di dinas mana?', akta-kelahiran-baru"
    })
    void takesNoSentenceOutOfWhatIsToldAroundIt(String text, String slug) {
        assertThat(ask(text))
                .isInstanceOfSatisfying(
                        Answer.Ambiguous.class,
                        asked ->
                                assertThat(asked.candidates().getFirst().slug()).isEqualTo(slug));
    }

    @Test
    void guessesNoMishapThatNobodyTold() {
        assertThat(KNOWLEDGE.ask(new Question("kalo udah mati?", Locale.of("id"), Optional.of("sim-perpanjang"))))
                .isInstanceOf(Answer.Ambiguous.class);
    }

    /** The fee or the papers depend on which of them it is, and nothing was said about that. */
    @ParameterizedTest
    @CsvSource({
        "syarat paspor, paspor-baru, paspor-anak",
        "biaya sim, sim-baru, sim-perpanjang",
        "syarat pindah, pindah-dalam-kota, pindah-keluar",
        "urus paspor gimana, paspor-baru, paspor-hilang",
        "berapa lama urus paspor, paspor-baru, paspor-hilang",
        "urus ktp gimana, ktp-el-baru, ktp-el-hilang",
        "urus kk gimana, kk-baru, kk-hilang"
    })
    void asksWhichIsMeantWhereTwoArticlesFitAsWell(String text, String one, String other) {
        assertThat(ask(text))
                .isInstanceOfSatisfying(
                        Answer.Ambiguous.class,
                        asked -> assertThat(asked.candidates())
                                .extracting(Answer.Candidate::slug)
                                .contains(one, other));
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

    private static Map<String, Edition> in(String language) {
        return EDITIONS.stream()
                .filter(edition -> edition.text().language().getLanguage().equals(language))
                .collect(Collectors.toMap(edition -> edition.text().slug(), edition -> edition));
    }

    private static Map<Aspect, List<String>> figures(Edition edition) {
        return edition.text().fields().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        field -> FIGURE.matcher(field.getValue())
                                .results()
                                .map(MatchResult::group)
                                .sorted()
                                .toList()));
    }

    private static Answer ask(String text) {
        return KNOWLEDGE.ask(new Question(text, Locale.of("id"), Optional.empty()));
    }
}
