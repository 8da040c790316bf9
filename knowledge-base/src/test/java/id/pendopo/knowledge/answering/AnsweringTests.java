package id.pendopo.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.Answer;
import id.pendopo.knowledge.Article;
import id.pendopo.knowledge.Aspect;
import id.pendopo.knowledge.Citation;
import id.pendopo.knowledge.KnowledgeBase;
import id.pendopo.knowledge.Question;
import id.pendopo.knowledge.TestArticles;
import id.pendopo.ui.CountryPack;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnsweringTests {

    private static final Locale ID = Locale.of("id");

    private final KnowledgeBase knowledge =
            new IndexedKnowledge(TestArticles.editions(), ShippedModels.tools(CountryPack.chosen()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            kartu hijau sy ilang, syaratnya apa aja | kartu-hijau-hilang | REQUIREMENTS
            krtu hijua hilang brp biayanya          | kartu-hijau-hilang | FEE
            kehilangan kartu hijau lapor kantor mana| kartu-hijau-hilang | OFFICE
            kartu hijau hilang gmn caranya          | kartu-hijau-hilang | PROCEDURE
            berapa lama bikin kartu hijau pertama   | kartu-hijau-baru   | DURATION
            jam buka bikin kartu hijau pertama      | kartu-hijau-baru   | HOURS
            dasar hukum kartu hijau pertama         | kartu-hijau-baru   | LEGAL_BASIS
            mau ngadu soal kartu hijau pertama, pengaduan ke mana | kartu-hijau-baru | COMPLAINT
            sewa lapangan brp                       | sewa-lapangan      | FEE
            how much does it cost to rent a football field | sewa-lapangan | FEE
            """)
    void answersWithTheFieldThatIsAskedFor(String text, String slug, Aspect aspect) {
        assertThat(ask(text)).isInstanceOfSatisfying(Answer.Found.class, found -> {
            assertThat(found.version().slug()).isEqualTo(slug);
            assertThat(found.aspect()).contains(aspect);
        });
    }

    @Test
    void citesTitleVersionDateAndTheSourceOfTheField() {
        var found = (Answer.Found) ask("kartu hijau hilang syaratnya apa");

        assertThat(found.citation())
                .isEqualTo(new Citation(
                        "Kartu Hijau hilang",
                        "/help/kartu-hijau-hilang",
                        1,
                        java.time.LocalDate.of(2026, 11, 21),
                        "Papan layanan Dinas Contoh"));
    }

    @Test
    void saysWhatIsNotKnownAndWhereToAsk() {
        var found = (Answer.Found) ask("kartu hijau hilang berapa lama jadi");

        assertThat(found.aspect()).isEmpty();
        assertThat(found.web())
                .isEqualTo("Jika Kartu Hijau hilang, bawa surat kehilangan dari kepolisian ke Dinas Contoh. Kartu"
                        + " pengganti dicetak di loket.\nKami belum mempunyai keterangan resmi tentang lama"
                        + " penyelesaian. Silakan tanyakan ke: Dinas Contoh, Jalan Melati 5.");
    }

    @Test
    void aBareAspectIsAskedOfTheArticleThatIsTalkedAbout() {
        var answer = knowledge.ask(new Question("bayar ga?", ID, Optional.of("kartu-hijau-baru")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.web()).isEqualTo("Biaya: Rp25.000 untuk satu kartu."));
    }

    @Test
    void aBareAspectWithoutAConversationIsUnknown() {
        assertThat(ask("bayar ga?")).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aFollowUpStaysWithTheServiceOfTheConversation() {
        var answer = knowledge.ask(new Question("kalau hilang?", ID, Optional.of("kartu-hijau-baru")));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo("kartu-hijau-hilang"));
    }

    @Test
    void aServiceNamedWithoutAQuestionIsAskedBack() {
        assertThat(ask("kartu hijau"))
                .isInstanceOfSatisfying(
                        Answer.Ambiguous.class,
                        asked -> assertThat(asked.candidates())
                                .extracting(Answer.Candidate::slug)
                                .containsExactlyInAnyOrder("kartu-hijau-baru", "kartu-hijau-hilang"));
    }

    @ParameterizedTest
    @CsvSource({"resep rendang enak", "siapa pemenang liga tadi malam", "👍", "halo", "''", "?!"})
    void doesNotInventAnAnswer(String text) {
        assertThat(ask(text)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void ofTwoQuestionsTheClearerOneIsAnswered() {
        assertThat(ask("siapa nama bapak penjaga parkir itu? berapa biaya sewa lapangan?"))
                .isInstanceOfSatisfying(
                        Answer.Found.class,
                        found -> assertThat(found.version().slug()).isEqualTo("sewa-lapangan"));
    }

    @Test
    void answersInTheLanguageOfTheQuestioner() {
        var answer = knowledge.ask(new Question("I lost my green card, is it free?", Locale.ENGLISH, Optional.empty()));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Found.class, found -> assertThat(found.web()).isEqualTo("Fee: Free of charge."));
    }

    @ParameterizedTest
    @CsvSource({"jv, Ragad: Gratis.", "su, Biaya: Gratis. Tidak ada pungutan apa pun."})
    void answersInTheLanguageThatIsAskedForOrInIndonesian(String language, String fee) {
        var found = knowledge
                .answer("kartu-hijau-hilang", Optional.of(Aspect.FEE), Locale.of(language))
                .orElseThrow();

        assertThat(found.web()).isEqualTo(fee);
    }

    @Test
    void anIndonesianQuestionGetsTheIndonesianText() {
        var found = (Answer.Found) ask("kartu hijau hilang brp biayanya");

        assertThat(found.version().language()).isEqualTo(ID);
    }

    @Test
    void aVeryLongComplaintIsStillRead() {
        assertThat(ask("kartu hijau saya hilang bagaimana mengurusnya " + "aduh pusing sekali ".repeat(400)))
                .isNotNull();
    }

    @Test
    void anArticleIsAnsweredByItsName() {
        assertThat(knowledge
                        .answer("sewa-lapangan", Optional.empty(), ID)
                        .orElseThrow()
                        .sms())
                .isEqualTo("Sewa lapangan Gelora Contoh: datang ke kantor pengelola, Rp50.000 per jam.");
        assertThat(knowledge.answer("tidak-ada", Optional.empty(), ID)).isEmpty();
    }

    @Test
    void listsArticlesByTitleInTheLanguage() {
        assertThat(knowledge.articles(Locale.ENGLISH))
                .extracting(Article::title)
                .containsExactly("First Green Card", "Lost Green Card", "Renting a sports field");
    }

    private Answer ask(String text) {
        return knowledge.ask(new Question(text, ID, Optional.empty()));
    }
}
