package id.pendopo.knowledge.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.pendopo.knowledge.EditorTest;
import id.pendopo.knowledge.TestArticles;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The list of articles, their versions, and until when they are trusted. */
class EditorVersionsTests extends EditorTest {

    private static final String CARD = "kartu-hijau-hilang";
    private static final Locale JV = Locale.of("jv");

    @Test
    void listsArticlesByWordsAndByWhatTheyNeed() {
        assertThat(ani.reads("")).contains("Kartu Hijau hilang", "Sewa", "Inggris");
        assertThat(ani.reads("?q=hijau hilang")).contains("Kartu Hijau hilang").doesNotContain("Sewa");
        assertThat(ani.reads("?show=DUE")).contains("Tidak ada artikel di sini.");
        assertThat(ani.reads("?show=UNSOURCED")).contains("Tidak ada artikel di sini.");

        articles.publish(TestArticles.withSummary(CARD, "Biayanya Rp12.345 per kartu."), "citra", "dewi");

        assertThat(ani.reads("?show=UNSOURCED")).contains("Kartu Hijau hilang", "1 angka tanpa sumber");
        assertThat(ani.reads("?show=STALE")).contains("Kartu Hijau hilang", "terjemahan usang");
    }

    @Test
    void showsWhatChangedWordByWord() {
        articles.publish(
                TestArticles.withSummary(CARD, "Jika Kartu Hijau rusak, datang ke Dinas Contoh."), "citra", "dewi");

        String page = ani.reads("/" + CARD + "/id/diff?from=1&to=2");

        assertThat(page).contains("Versi 1 dan versi 2", "<h3>Ringkasan</h3>", "dihapus:", "ditambah:");
        assertThat(page).containsPattern("<del>.*hilang, bawa surat").containsPattern("<ins>.*rusak, datang");
        assertThat(page).doesNotContain("<h3>Biaya</h3>");
        assertThat(ani.reads("/" + CARD + "/id")).contains("ditulis citra, disetujui dewi", "Yang berubah di versi 2");
    }

    @Test
    void takesAnOldTextBackAsANewVersion() {
        String first = knowledge.published(CARD, ID).orElseThrow().summary();
        articles.publish(TestArticles.withSummary(CARD, "Keliru."), "citra", "dewi");
        assertThat(knowledge.published(CARD, ID).orElseThrow().summary()).isEqualTo("Keliru.");

        citra.sends("/" + CARD + "/id/rollback", "version", "1");
        assertThat(knowledge.published(CARD, ID).orElseThrow().summary())
                .as("nobody publishes alone")
                .isEqualTo("Keliru.");
        citra.sends("/" + CARD + "/id/approve", "revision", "2");
        assertThat(knowledge.published(CARD, ID).orElseThrow().summary()).isEqualTo("Keliru.");
        dewi.sends("/" + CARD + "/id/approve", "revision", "2");

        var now = knowledge.published(CARD, ID).orElseThrow();
        assertThat(now.version()).isEqualTo(3);
        assertThat(now.summary()).isEqualTo(first);
        assertThat(articles.version(CARD, ID, 2).orElseThrow().text().summary()).isEqualTo("Keliru.");
    }

    @Test
    void aTranslationIsStaleUntilSomebodyLooksAtItAgain() {
        assertThat(ani.reads("/" + CARD + "/en")).doesNotContain("Teks Indonesia berubah");
        articles.publish(TestArticles.withSummary(CARD, "Teks baru."), "citra", "dewi");
        assertThat(ani.reads("/" + CARD + "/en")).contains("Teks Indonesia berubah");
        assertThat(ani.reads("/" + CARD + "/id")).doesNotContain("Teks Indonesia berubah");

        citra.sends("/" + CARD + "/en/compared");

        assertThat(ani.reads("/" + CARD + "/en")).doesNotContain("Teks Indonesia berubah");
    }

    @Test
    void aTranslationAwaitsANativeSpeakerUntilOneFindsItRight() {
        assertThat(ani.reads("?show=PENDING")).contains("menunggu penutur asli", "Kartu Hijau hilang");
        assertThat(ani.reads("/" + CARD + "/jv")).contains("Terjemahan ini belum dibaca penutur asli");
        assertThat(ani.reads("/" + CARD + "/en")).doesNotContain("belum dibaca penutur asli");

        citra.sends("/" + CARD + "/jv/compared");

        assertThat(ani.reads("/" + CARD + "/jv")).doesNotContain("belum dibaca penutur asli");
        assertThat(ani.reads("?show=PENDING")).contains("Tidak ada artikel di sini.");
    }

    @Test
    void aNewTranslationAwaitsItsReaderAgain() {
        citra.sends("/" + CARD + "/jv/compared");

        articles.seed(List.of(TestArticles.withSummary(CARD, JV, "Kertu Ijo ical: dhateng Dinas Contoh.", true)));
        assertThat(ani.reads("?show=PENDING")).contains("Kartu Hijau hilang");

        articles.seed(List.of(TestArticles.withSummary(CARD, JV, "Kertu Ijo ical: dhateng Dinas Contoh.", false)));
        assertThat(ani.reads("?show=PENDING")).contains("Tidak ada artikel di sini.");
    }

    @Test
    void whatANativeSpeakerRewroteAwaitsNobody() {
        articles.publish(TestArticles.withSummary(CARD, JV, "Sowan dhateng Dinas Contoh.", false), "citra", "dewi");

        assertThat(ani.reads("?show=PENDING")).contains("Tidak ada artikel di sini.");
        assertThat(knowledge.published(CARD, JV).orElseThrow().summary()).isEqualTo("Sowan dhateng Dinas Contoh.");
    }

    @Test
    void anArticlePastItsReviewDateAnswersNobody() {
        citra.sends("/" + CARD + "/id/care", "owner", "Dinas Contoh", "reviewBy", "2026-11-24");
        assertThat(knowledge.published(CARD, ID)).isPresent();
        assertThat(ani.reads("?show=DUE")).contains("Kartu Hijau hilang", "Dinas Contoh", "segera diperiksa");

        citra.sends("/" + CARD + "/id/care", "owner", "Dinas Contoh", "reviewBy", "2026-11-23");

        assertThat(knowledge.published(CARD, ID)).isEmpty();
        assertThat(ani.reads("?show=DUE")).contains("Kartu Hijau hilang", "lewat tanggal periksa");
        assertThat(dewi.reads("/" + CARD + "/id")).contains("Terakhir diperiksa oleh citra, 24 November 2026.");
        dewi.sends("/" + CARD + "/id/care", "owner", "Dinas Contoh", "reviewBy", "2027-11-23");
        assertThat(knowledge.published(CARD, ID)).isPresent();
        assertThat(citra.reads("/" + CARD + "/id")).contains("Terakhir diperiksa oleh dewi, 24 November 2026.");
        assertThat(citra.reads("/sewa-lapangan/id")).doesNotContain("Terakhir diperiksa oleh");
    }

    @Test
    void saysWhatADateLooksLike() {
        citra.sends("/" + CARD + "/id/care", "owner", "", "reviewBy", "2026-11-23");
        var answer = citra.sends("/" + CARD + "/id/care", "owner", "", "reviewBy", "besok");

        assertThat(answer.getMvcResult().getFlashMap().get("fault")).isEqualTo("editor.fault.day");
        assertThat(knowledge.published(CARD, ID)).isEmpty();
    }

    @Test
    void whoOnlyReadsIsOfferedNothingToChange() {
        assertThat(ani.reads("/" + CARD + "/id")).doesNotContain("<form method=\"post\"", "name=\"reviewBy\"");
        assertThat(citra.reads("/" + CARD + "/id")).contains("name=\"reviewBy\"");
        assertThat(ani.opens("/tidak-ada/id")).hasStatus(404);
        assertThat(ani.opens("/" + CARD + "/fr")).hasStatus(404);
    }
}
